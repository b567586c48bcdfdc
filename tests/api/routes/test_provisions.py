import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs

PROBLEM = "application/problem+json"
REPORTING = "/v1/provisions/lantern-act/art-1/2"


def test_a_provision_reads_as_it_did_on_the_day(client: TestClient) -> None:
    before = client.get(REPORTING, params={"as_of": "2025-06-30"}).json()
    after = client.get(REPORTING, params={"as_of": "2025-07-01"}).json()

    assert "within 14 days" in before["text"]
    assert "within 3 days" in after["text"]
    assert (before["label"], before["act"], before["kind"]) == ("Art. 1(2)", "Lantern Act", "regulation")
    assert before["in_force"] == {"from": "2020-01-01", "until": "2025-07-01"}
    assert [held["in_force"]["from"] for held in after["timeline"]] == ["2020-01-01", "2025-07-01"]
    assert [held["sha256"] for held in after["timeline"]] == [before["sha256"], after["sha256"]]


def test_it_says_whom_it_binds_from_when_as_the_law_stated_it_on_the_day(client: TestClient) -> None:
    before = client.get(REPORTING, params={"as_of": "2025-06-30"}).json()
    after = client.get(REPORTING, params={"as_of": "2025-07-01"}).json()

    assert [(rule["from"], rule["whom"]) for rule in before["applies"]] == [("2021-01-01", "everyone")]
    assert [(rule["from"], rule["whom"]) for rule in after["applies"]] == [("2026-01-01", "deployer")]
    assert (after["applies"][0]["basis"], after["applies"][0]["disputed"]) == ("lantern-act/art-2", False)


def test_it_comes_with_its_parts_and_with_what_stands_around_it(client: TestClient) -> None:
    article = client.get("/v1/provisions/lantern-act/art-1", params={"as_of": "2026-01-01"}).json()
    point = client.get("/v1/provisions/lantern-act/art-1/1/b", params={"as_of": "2026-01-01"}).json()

    assert [(part["label"], part["depth"]) for part in article["parts"]] == [
        ("Art. 1(1)", 1),
        ("Art. 1(1)(a)", 2),
        ("Art. 1(1)(b)", 2),
        ("Art. 1(2)", 1),
    ]
    assert (article["previous"], article["next"]["id"]) == (None, "lantern-act/art-2")
    assert (point["parent"]["id"], point["previous"]["id"]) == (
        "lantern-act/art-1/1",
        "lantern-act/art-1/1/a",
    )


def test_it_says_what_refers_to_it_and_to_what_it_refers(client: TestClient) -> None:
    law = client.get("/v1/provisions/lantern-act/art-1", params={"as_of": "2026-01-01"}).json()
    policy = client.get("/v1/provisions/policy/lamp-care/1.2", params={"as_of": "2026-01-01"}).json()
    before = client.get("/v1/provisions/lantern-act/art-1", params={"as_of": "2023-01-01"}).json()

    assert law["cited_by"] == [{"id": "policy/lamp-care/1.2", "label": "§ 1.2", "act": "Lamp care policy"}]
    assert [cited["id"] for cited in policy["cites"]] == ["lantern-act/art-1/2"]
    assert before["cited_by"] == []


def test_a_provision_that_was_not_law_says_when_it_was(client: TestClient) -> None:
    answer = client.get("/v1/provisions/lantern-act/art-3", params={"as_of": "2025-06-30"})

    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)
    assert answer.json()["type"] == "urn:regulatory-copilot:not-in-force"
    assert "from 2025-07-01" in answer.json()["remedy"]


def test_what_is_closed_to_somebody_is_not_there_for_them(client_as: ClientAs) -> None:
    outsider, insider = (
        client_as("officer", audiences=()),
        client_as("officer", audiences=("control-room",)),
    )
    day = {"as_of": "2026-01-01"}

    closed = outsider.get("/v1/provisions/policy/watch-list/1.1", params=day)
    nothing = outsider.get("/v1/provisions/policy/watch-none/1.1", params=day)

    assert insider.get("/v1/provisions/policy/watch-list/1.1", params=day).status_code == 200
    assert closed.status_code == nothing.status_code == 404
    assert closed.text.replace("watch-list", "watch-none") == nothing.text
    for client, shown in ((outsider, False), (insider, True)):
        listed = client.get("/v1/provisions", params=day | {"limit": 200}).text
        assert ("watch-list" in listed) is shown


@pytest.mark.parametrize(
    "trick",
    [
        "../../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/etc/passwd",
        "....//....//etc/passwd",
        "lantern-act//art-1",
        "lantern-act/art-1/",
        "/lantern-act/art-1",
        "lantern-act/art-1%00",
        "lantern-act%00/art-1",
        "lantern-act/art-1%0d%0aSet-Cookie:a=b",
        "LANTERN-ACT/art-1",
        "lantern‑act/art-1",
        "ｌantern-act/art-1",
        "lantern-act/art-١",
        "%ff%fe",
        "%ed%a0%80",
        "file:///etc/passwd",
        "lantern-act/art-1;id",
        "lantern-act/art-1'--",
        "{id}",
        "%252e%252e",
        "x" * 10_000,
        "a/" * 90,
        "lantern-act",
        "",
    ],
)
def test_no_trick_in_an_id_gets_anywhere(trick: str, client: TestClient) -> None:
    answer = client.get(f"/v1/provisions/{trick}")

    assert answer.status_code in (404, 422)
    assert answer.headers["content-type"] == PROBLEM
    assert "root:" not in answer.text
    assert len(answer.content) < 1_000


def test_who_has_it_already_is_not_sent_it_again(client: TestClient, client_as: ClientAs) -> None:
    first = client.get(REPORTING, params={"as_of": "2026-01-01"})
    etag = first.headers["etag"]

    again = client.get(
        REPORTING, params={"as_of": "2026-01-01"}, headers={"If-None-Match": f'"x", W/{etag}'}
    )
    other_day = client.get(REPORTING, params={"as_of": "2026-01-02"}, headers={"If-None-Match": etag})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
    assert "private" in first.headers["cache-control"]
    assert other_day.status_code == 200


def test_what_somebody_sees_less_of_has_another_name(client_as: ClientAs) -> None:
    path, day = "/v1/provisions/policy/watch-list/1.1", {"as_of": "2026-01-01"}
    outsider, insider = (
        client_as("officer", audiences=()),
        client_as("officer", audiences=("control-room",)),
    )
    etag = insider.get(path, params=day).headers["etag"]

    assert insider.get(path, params=day, headers={"If-None-Match": etag}).status_code == 304
    assert outsider.get(path, params=day, headers={"If-None-Match": etag}).status_code == 404


def test_a_list_is_read_page_by_page(client: TestClient) -> None:
    asked = {"as_of": "2026-01-01", "instrument": "lantern-act", "limit": 3}
    whole = client.get("/v1/provisions", params=asked | {"limit": 200}).json()

    pages, after = [], {}
    while True:
        page = client.get("/v1/provisions", params=asked | after).json()
        pages += page["provisions"]
        if page["next"] is None:
            break
        after = {"after": page["next"]}

    assert pages == whole["provisions"]
    assert [one["id"] for one in pages][:2] == ["lantern-act/art-1", "lantern-act/art-1/1"]
    assert whole["next"] is None


@pytest.mark.parametrize(
    ("asked", "status", "kind"),
    [
        ({"instrument": "no-such-act"}, 404, "unknown-provision"),
        ({"after": "lantern-act/art-99"}, 422, "unknown-place"),
        ({"limit": 201}, 422, "invalid-request"),
        ({"limit": 0}, 422, "invalid-request"),
        ({"as_of": "86400"}, 422, "invalid-request"),
        ({"as_of": "2026-02-30"}, 422, "invalid-request"),
    ],
)
def test_a_list_that_cannot_be_is_a_problem(
    asked: dict[str, str | int], status: int, kind: str, client: TestClient
) -> None:
    answer = client.get("/v1/provisions", params=asked)

    assert (answer.status_code, answer.json()["type"]) == (status, f"urn:regulatory-copilot:{kind}")


def test_the_law_is_for_those_who_may_read_it(client_as: ClientAs) -> None:
    assert client_as("auditor").get(REPORTING).status_code == 200
    assert client_as("administrator").get(REPORTING).status_code == 403
