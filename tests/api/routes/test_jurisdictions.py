from pathlib import Path

from fastapi.testclient import TestClient

from tests.api.routes.conftest import Printed

AS_OF = "2026-11-20"


def test_a_launch_is_held_against_its_places_as_on_the_command_line(
    ruling: TestClient, printed: Printed, tmp_path: Path
) -> None:
    told = {
        "places": ["eu", "us-co"],
        "facts": {"employment": {"recruitment": True}},
        "launch": {"personal_data": True},
        "as_of": AS_OF,
    }
    file = tmp_path / "launch.yaml"
    file.write_text("employment: {recruitment: yes}\nlaunch: {personal_data: yes}\n", encoding="utf-8")

    found = ruling.post("/v1/jurisdictions", json=told).json()

    assert {"eu", "us-co"} <= {place["place"] for place in found["places"]}
    words = ("jurisdictions", "--facts", str(file), "--in", "eu", "--in", "us-co", "--as-of", AS_OF)
    assert found == printed(*words)


def test_the_places_are_listed_with_those_they_lie_in(ruling: TestClient) -> None:
    places = {place["id"]: place for place in ruling.get("/v1/jurisdictions").json()["places"]}

    assert places["us-ny-nyc"]["within"] == "us-ny"
    assert places["eu"]["within"] is None


def test_a_place_that_is_not_known_is_a_problem(ruling: TestClient) -> None:
    answer = ruling.post("/v1/jurisdictions", json={"places": ["atlantis"], "as_of": AS_OF})

    assert (answer.status_code, answer.json()["type"]) == (422, "urn:regulatory-copilot:tool-input-error")
    assert ruling.post("/v1/jurisdictions", json={"places": []}).status_code == 422
