import pytest
from fastapi.testclient import TestClient

from copilot.logs import configure_logging
from copilot.settings import Settings

PROBLEM = "application/problem+json"


def test_a_search_gives_the_wording_of_the_day(client: TestClient) -> None:
    found = client.get(
        "/v1/search", params={"q": "how soon to report", "as_of": "2025-01-01", "top": 1}
    ).json()

    (hit,) = found["results"]
    assert (found["as_of"], hit["id"], hit["label"]) == ("2025-01-01", "lantern-act/art-1/2", "Art. 1(2)")
    assert "14 days" in hit["text"]
    assert hit["applies"] == ["everyone: from 2021-01-01"]


def test_without_a_day_it_is_today(client: TestClient) -> None:
    (hit,) = client.get("/v1/search", params={"q": "how soon to report", "top": 1}).json()["results"]

    assert "3 days" in hit["text"]


@pytest.mark.parametrize(
    "params", [{}, {"q": ""}, {"q": "x" * 2001}, {"q": "oil", "as_of": "soon"}, {"q": "oil", "top": 0}]
)
def test_a_malformed_search_is_a_problem(params: dict[str, str], client: TestClient) -> None:
    answer = client.get("/v1/search", params=params)

    assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)
    assert answer.json()["type"] == "urn:regulatory-copilot:invalid-request"


def test_a_search_without_an_index_says_what_to_do(unready: TestClient) -> None:
    answer = unready.get("/v1/search", params={"q": "oil"})

    assert (answer.status_code, answer.headers["content-type"]) == (503, PROBLEM)
    assert answer.json()["type"] == "urn:regulatory-copilot:index-unavailable"
    assert "copilot index build" in answer.json()["remedy"]


def test_an_unknown_address_is_a_problem(client: TestClient) -> None:
    answer = client.get("/v1/nothing")

    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)


def test_a_request_is_logged_without_its_question(
    client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logging(Settings(log_level="debug"))

    client.get("/v1/search", params={"q": "secret merger lantern"})

    logged = capsys.readouterr().err
    assert "/v1/search" in logged
    assert "merger" not in logged
