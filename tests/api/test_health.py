from fastapi.testclient import TestClient


def test_the_process_lives_and_is_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json()["status"], ready.json()["wordings"]) == (200, "ready", 11)


def test_without_an_index_it_lives_and_says_why_it_is_not_ready(unready: TestClient) -> None:
    assert unready.get("/healthz").status_code == 200
    problem = unready.get("/readyz")
    assert problem.status_code == 503
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json() == {
        "type": "urn:regulatory-copilot:index-missing",
        "title": "Not ready",
        "status": 503,
        "detail": "there is no index yet",
        "remedy": "Build it: copilot index build",
    }
