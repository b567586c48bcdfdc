from __future__ import annotations

from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from copilot.settings import Settings
from tests.api.conftest import ClientAs, service_of

GIFTS = "1 Limits\n1.1 No gift above EUR 50 from a lamp maker.\n"
STRICTER = "1 Limits\n1.1 No gift at all from a lamp maker.\n"
HEAD = {
    "id": "gifts",
    "title": "Gifts policy",
    "version": "1.0",
    "effective": "2024-01-01",
    "owner": "Head of Compliance",
}
CLOSED = {**HEAD, "audience": "control-room"}


@pytest.fixture
def settings(settings: Settings, indexed: Path, tmp_path: Path) -> Settings:
    """An index of the test's own, since it is built anew."""
    copytree(indexed / "index", tmp_path / "data" / "index")
    return settings.model_copy(update={"data_dir": tmp_path / "data"})


def send(
    client: TestClient,
    head: dict[str, str],
    text: str = GIFTS,
    *,
    name: str = "gifts.md",
    path: str = "",
    **headers: str,
) -> Response:
    return client.post(f"/v1/policies{path}", data=head, files={"file": (name, text)}, headers=headers)


def await_index(client: TestClient) -> None:
    """Wait until the texts in use have every change."""
    assert service_of(client).upkeep.looked(within=60)


def found(client: TestClient, words: str, as_of: str = "2026-11-20") -> list[str]:
    answer = client.get("/v1/search", params={"q": words, "as_of": as_of, "top": 1})
    return [f"{hit['id']}: {hit['text']}" for hit in answer.json()["results"]]


def test_a_policy_is_uploaded_and_found(client: TestClient) -> None:
    uploaded = send(client, HEAD)

    assert (uploaded.status_code, uploaded.headers["location"]) == (201, "/v1/policies/gifts")
    body = uploaded.json()
    (version,) = body["versions"]
    assert (body["id"], body["instrument"], body["origin"], body["state"]) == (
        "gifts",
        "policy/gifts",
        "uploaded",
        "in force",
    )
    assert (version["file"]["name"], version["file"]["bytes"]) == ("gifts.md", len(GIFTS))

    await_index(client)
    assert client.get("/v1/policies/gifts").json()["indexed"]
    assert found(client, "gift from a lamp maker") == [
        "policy/gifts/1.1: No gift above EUR 50 from a lamp maker."
    ]


def test_the_next_version_is_found_from_its_day_on_and_the_one_before_until_then(
    client: TestClient,
) -> None:
    send(client, HEAD)

    replaced = send(
        client, HEAD | {"version": "2.0", "effective": "2025-06-01"}, STRICTER, path="/gifts/versions"
    )

    assert replaced.status_code == 201
    assert [(each["version"], each["until"], each["ended"]) for each in replaced.json()["versions"]] == [
        ("1.0", "2025-06-01", "replaced"),
        ("2.0", None, None),
    ]
    await_index(client)
    assert "EUR 50" in found(client, "gift from a lamp maker", "2025-05-31")[0]
    assert "no gift at all" in found(client, "gift from a lamp maker", "2025-06-01")[0].lower()


def test_a_retired_policy_is_found_for_days_before_and_not_after(client: TestClient) -> None:
    send(client, HEAD)

    retired = client.post("/v1/policies/gifts/retire", json={"on": "2026-01-01"})

    assert (retired.status_code, retired.json()["state"]) == (200, "ended")
    await_index(client)
    assert "policy/gifts/1.1" in found(client, "gift from a lamp maker", "2025-12-31")[0]
    assert "policy/gifts/1.1" not in found(client, "gift from a lamp maker", "2026-01-01")[0]


def test_the_list_has_the_folders_policies_and_the_uploaded_ones_a_page_at_a_time(
    client: TestClient,
) -> None:
    send(client, HEAD)

    first = client.get("/v1/policies", params={"limit": 2}).json()
    rest = client.get("/v1/policies", params={"limit": 2, "after": first["next"]}).json()

    listed = [(policy["id"], policy["origin"]) for policy in (*first["policies"], *rest["policies"])]
    assert listed == [("gifts", "uploaded"), ("lamp-care", "folder"), ("watch-list", "folder")]
    assert rest["next"] is None


def test_a_policy_of_the_folder_is_shown_and_not_changed(client: TestClient) -> None:
    shown = client.get("/v1/policies/lamp-care").json()

    assert (shown["title"], shown["owner"], shown["indexed"]) == ("Lamp care policy", "Head of Lamps", True)
    assert [(each["version"], each["file"]) for each in shown["versions"]] == [("1.0", None)]
    for refused in (
        client.post("/v1/policies/lamp-care/retire", json={"on": "2026-01-01"}),
        send(client, HEAD | {"id": "lamp-care", "version": "2.0"}, path="/lamp-care/versions"),
        send(client, HEAD | {"id": "lamp-care"}),
    ):
        assert (refused.status_code, refused.json()["type"]) == (
            409,
            "urn:regulatory-copilot:policy-conflict",
        )


def test_the_file_comes_back_as_it_was_sent(client: TestClient) -> None:
    send(client, HEAD, name="Geschenke für 2024.md")
    send(client, HEAD | {"version": "2.0", "effective": "2025-06-01"}, STRICTER, path="/gifts/versions")

    latest = client.get("/v1/policies/gifts/file")
    first = client.get(client.get("/v1/policies/gifts").json()["versions"][0]["file"]["url"])

    assert (latest.text, first.text) == (STRICTER, GIFTS)
    assert (
        first.headers["content-disposition"]
        == "attachment; filename*=UTF-8''Geschenke%20f%C3%BCr%202024.md"
    )
    assert first.headers["x-content-type-options"] == "nosniff"
    assert client.get("/v1/policies/gifts/file", params={"version": "3.0"}).status_code == 404


@pytest.mark.parametrize(
    ("head", "text", "name", "status", "said"),
    [
        (HEAD, "1 A\n1.1 B\n1.1 C\n", "gifts.md", 422, "gifts.md:3: section 1.1 stands after section 1.1"),
        (HEAD, "%PDF-1.4", "gifts.docx", 422, "its name ends with .docx, and it is a PDF"),
        (HEAD, GIFTS, "../../etc/passwd.md", 422, "the name of the file is a path"),
        (HEAD, "", "gifts.md", 422, "it is empty"),
        (HEAD | {"effective": "soon"}, GIFTS, "gifts.md", 422, "effective: Input should be a valid date"),
        (HEAD | {"colour": "red"}, GIFTS, "gifts.md", 422, "colour"),
        (HEAD, "x" * (32 * 2**20 + 1), "gifts.md", 413, "larger than 32 MB"),
    ],
)
def test_what_cannot_be_a_policy_is_refused_and_nothing_of_it_kept(
    head: dict[str, str], text: str, name: str, status: int, said: str, client: TestClient
) -> None:
    refused = send(client, head, text, name=name)

    assert (refused.status_code, refused.headers["content-type"]) == (status, "application/problem+json")
    assert said in refused.json()["detail"]
    assert service_of(client).shelf().last_change() == 0


def test_a_form_without_a_file_is_refused(client: TestClient) -> None:
    assert client.post("/v1/policies", data=HEAD, files={"note": ("a.txt", "x")}).status_code == 422
    assert client.post("/v1/policies", data=HEAD).status_code == 415


def test_the_same_request_twice_under_one_key_is_one_policy(client: TestClient) -> None:
    key = {"Idempotency-Key": "upload-1"}

    first, second = send(client, HEAD, **key), send(client, HEAD, **key)
    other = send(client, HEAD, STRICTER, **key)

    assert (first.status_code, second.status_code, second.json()["id"]) == (201, 201, "gifts")
    assert service_of(client).shelf().last_change() == 1
    assert (other.status_code, other.json()["type"]) == (422, "urn:regulatory-copilot:another-request")


class TestOfAClosedPolicy:
    @pytest.fixture
    def stranger(self, client_as: ClientAs) -> TestClient:
        """An author and approver who is not of the control room, which has a policy of its own."""
        guard = client_as("author", holder="Mr. Ash", audiences=("control-room",))
        assert send(guard, CLOSED).json()["id"] == "gifts.control-room"
        await_index(guard)
        return client_as("author", "approver", holder="Mr. Wick", audiences=("sales",))

    def test_a_stranger_is_told_what_is_told_of_what_does_not_exist(self, stranger: TestClient) -> None:
        def told(policy: str) -> list[Any]:
            new = HEAD | {"version": "2.0", "effective": "2026-01-01"}
            answers = (
                stranger.get(f"/v1/policies/{policy}"),
                stranger.get(f"/v1/policies/{policy}/file"),
                stranger.post(f"/v1/policies/{policy}/retire", json={"on": "2026-01-01"}),
                send(stranger, new | {"audience": "control-room"}, path=f"/{policy}/versions"),
            )
            return [(answer.status_code, answer.text.replace(policy, "POLICY")) for answer in answers]

        assert told("gifts.control-room") == told("nothing.control-room")
        assert {status for status, _ in told("gifts.control-room")} == {404}

    def test_a_stranger_is_not_shown_it(self, stranger: TestClient) -> None:
        assert [policy["id"] for policy in stranger.get("/v1/policies").json()["policies"]] == ["lamp-care"]
        assert "gifts" not in "".join(found(stranger, "gift from a lamp maker"))

    def test_a_stranger_may_give_the_same_id_to_another(self, stranger: TestClient) -> None:
        assert send(stranger, HEAD).status_code == 201
        assert send(stranger, HEAD | {"id": "watch-list"}).status_code == 201
        await_index(stranger)
        assert [policy["id"] for policy in stranger.get("/v1/policies").json()["policies"]] == [
            "gifts",
            "lamp-care",
            "watch-list",
        ]

    def test_a_stranger_may_not_give_a_policy_to_them(self, stranger: TestClient) -> None:
        refused = send(stranger, CLOSED | {"id": "other"})

        assert (refused.status_code, refused.json()["type"]) == (
            403,
            "urn:regulatory-copilot:not-permitted",
        )


@pytest.mark.parametrize(
    ("role", "uploads", "retires"),
    [("officer", 403, 403), ("author", 201, 403), ("approver", 403, 200), ("auditor", 403, 403)],
)
def test_who_may_upload_and_who_may_retire(
    role: str, uploads: int, retires: int, client: TestClient, client_as: ClientAs
) -> None:
    send(client, HEAD)
    somebody = client_as(role)

    assert send(somebody, HEAD | {"id": "hospitality"}).status_code == uploads
    new = HEAD | {"version": "2.0", "effective": "2025-01-01"}
    assert send(somebody, new, STRICTER, path="/gifts/versions").status_code == uploads
    assert somebody.post("/v1/policies/gifts/retire", json={"on": "2026-01-01"}).status_code == retires
