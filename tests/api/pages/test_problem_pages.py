from fastapi.testclient import TestClient

PERSON = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_a_person_gets_a_page_and_a_way_on(client: TestClient) -> None:
    answer = client.get("/nothing", headers=PERSON)

    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "Not found" in answer.text
    assert '<a href="/search">Search</a>' in answer.text
    assert "content-security-policy" in answer.headers


def test_a_program_gets_the_problem(client: TestClient) -> None:
    for path, accept in (("/nothing", "*/*"), ("/v1/nothing", PERSON["Accept"])):
        answer = client.get(path, headers={"Accept": accept})
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_script_that_takes_problems_gets_them(client: TestClient) -> None:
    answer = client.get("/nothing", headers={"Accept": "text/html, application/problem+json"})

    assert answer.headers["content-type"] == "application/problem+json"


def test_a_malformed_address_says_what_was_not_understood(client: TestClient) -> None:
    answer = client.get("/search", params={"q": "oil", "as_of": "<b>soon</b>"}, headers=PERSON)

    assert answer.status_code == 422
    assert "Not understood" in answer.text
    assert "<b>soon</b>" not in answer.text
