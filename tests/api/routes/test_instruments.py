from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs


def test_what_is_held_is_listed_in_the_order_of_the_texts(client: TestClient) -> None:
    first = client.get("/v1/instruments", params={"limit": 2}).json()
    rest = client.get("/v1/instruments", params={"limit": 2, "after": first["next"]}).json()

    assert [act["id"] for act in first["instruments"]] == ["lantern-act", "policy/lamp-care"]
    assert [act["id"] for act in rest["instruments"]] == ["policy/watch-list"]
    assert rest["next"] is None


def test_one_is_told_with_its_versions(client: TestClient) -> None:
    act = client.get("/v1/instruments/lantern-act").json()

    assert (act["short"], act["kind"], act["status"]) == (
        "Lantern Act",
        "regulation",
        "in force, as amended in 2025",
    )
    assert act["versions"] == [{"from": "2020-01-01", "source": "Lantern Gazette 1/2020"}]


def test_one_kind_can_be_asked_for(client: TestClient) -> None:
    found = client.get("/v1/instruments", params={"kind": "policy"}).json()

    assert {act["id"] for act in found["instruments"]} == {"policy/lamp-care", "policy/watch-list"}


def test_a_closed_policy_is_not_there(client_as: ClientAs) -> None:
    outsider = client_as("officer", audiences=())

    assert "watch-list" not in outsider.get("/v1/instruments").text
    closed, nothing = (outsider.get(f"/v1/instruments/policy/{name}") for name in ("watch-list", "nothing"))
    assert closed.status_code == nothing.status_code == 404
    assert closed.text == nothing.text
