import pytest
from fastapi.testclient import TestClient

PROBLEM = "application/problem+json"
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    "body", [b"{", b"", b'{"facts": }', b"[" * 100_000, b"\xff\xfe", b'{"facts": {}} x', b"nul"]
)
def test_malformed_json_is_a_problem(body: bytes, client: TestClient) -> None:
    answer = client.post("/v1/classify", content=body, headers=JSON)

    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == PROBLEM


@pytest.mark.parametrize("sent", ["text/plain", "application/xml", "multipart/form-data; boundary=x", ""])
def test_another_media_type_is_refused_with_the_one_that_is_taken(sent: str, client: TestClient) -> None:
    answer = client.post("/v1/classify", content=b'{"facts": {}}', headers={"Content-Type": sent})

    assert (answer.status_code, answer.headers["content-type"]) == (415, PROBLEM)
    assert answer.json()["type"] == "urn:regulatory-copilot:unsupported-media-type"
    assert "application/json" in answer.json()["remedy"]


@pytest.mark.parametrize(
    "sent", ["application/json", "application/json; charset=utf-8", "application/ld+json"]
)
def test_every_kind_of_json_is_taken(sent: str, client: TestClient) -> None:
    answer = client.post("/v1/classify", content=b'{"facts": {}}', headers={"Content-Type": sent})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/deadlines", b'{"facts": {"\\ud800": true}}'),
        ("/v1/classify", b'{"facts": {"\\ud800": {}}}'),
        ("/v1/audit/verify", b'{"head": {"ledger": "\\ud800"}}'),
    ],
)
def test_half_a_character_is_told_of_as_well_as_can_be(path: str, body: bytes, client: TestClient) -> None:
    answer = client.post(path, content=body, headers=JSON)

    assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)


def test_another_method_is_refused_with_all_that_are_taken(client: TestClient) -> None:
    answer = client.delete("/v1/jurisdictions")

    assert (answer.status_code, answer.headers["content-type"]) == (405, PROBLEM)
    assert answer.headers["allow"] == "GET, POST"
