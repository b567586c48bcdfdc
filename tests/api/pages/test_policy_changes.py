"""Uploading, replacing and retiring policies without a script."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from shutil import copytree

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from copilot.settings import Settings
from tests.api.conftest import ClientAs

GIFTS = "# Gifts\n## 1 Limits\n1.1 No gift above EUR 50 from a lamp maker.\n"
HEAD = {
    "id": "gifts",
    "title": "Gifts policy",
    "version": "1.0",
    "effective": "2024-01-01",
    "owner": "Compliance",
}


@pytest.fixture
def settings(settings: Settings, indexed: Path, tmp_path: Path) -> Settings:
    """An index of the test's own: it is built anew."""
    copytree(indexed / "index", tmp_path / "data" / "index")
    return settings.model_copy(update={"data_dir": tmp_path / "data"})


def upload(client: TestClient, text: str = GIFTS, path: str = "/policies", **head: str) -> Response:
    return client.post(
        path, data={**HEAD, **head}, files={"file": ("gifts.md", text)}, follow_redirects=False
    )


def test_a_policy_is_uploaded_and_its_page_says_so(client: TestClient) -> None:
    response = upload(client)

    assert response.status_code == 303
    assert response.headers["location"] == "/policies/gifts?done=uploaded"
    page = client.get(response.headers["location"]).text
    assert "It is uploaded." in page
    assert "gifts.md" in page
    assert "/v1/policies/gifts/file?version=1.0" in page


def test_a_fault_in_the_file_is_shown_with_its_line(client: TestClient) -> None:
    response = upload(client, "# Gifts\n## 1 Limits\n1.1 No gift.\n1.1 No meal.\n")

    page = unescape(response.text)
    assert response.status_code == 422
    assert '<a href="#file">Section 1.1 stands after section 1.1</a>' in page
    assert '<li value="4" class="wrong"><code>1.1 No meal.</code>' in page
    assert '<li value="3"><code>1.1 No gift.</code>' in page


def test_a_fault_in_a_field_is_shown_at_the_field_and_what_was_written_stays(client: TestClient) -> None:
    response = upload(client, effective="soon", owner="Ms. Flint")

    page = unescape(response.text)
    assert response.status_code == 422
    assert '<p class="fault" id="effective-fault">' in page
    assert '<a href="#effective">' in page
    assert "Choose the file again, too." in page
    assert 'value="Ms. Flint"' in page


def test_a_form_without_a_file_is_refused(client: TestClient) -> None:
    response = client.post("/policies", data=HEAD, files={"file": ("", b"")})

    assert response.status_code == 422
    assert "No file was chosen" in response.text


def test_a_name_that_is_taken_is_refused(client: TestClient) -> None:
    upload(client)

    response = upload(client)

    assert response.status_code == 409
    assert "There is a policy gifts already" in response.text


def test_the_next_version_ends_the_one_before(client: TestClient) -> None:
    upload(client)
    form = client.get("/policies/gifts/replace").text
    assert 'value="Gifts policy"' in form
    assert 'name="id"' not in form

    response = upload(client, path="/policies/gifts/replace", version="2.0", effective="2025-01-01")

    assert response.status_code == 303
    page = unescape(client.get("/policies/gifts").text)
    assert "to 31 December 2024" in page
    assert "replaced" in page


def test_a_version_before_the_one_that_is_held_is_refused(client: TestClient) -> None:
    upload(client)

    response = upload(client, path="/policies/gifts/replace", version="0.9", effective="2023-01-01")

    assert response.status_code == 409
    assert "It was not uploaded" in response.text
    assert 'value="0.9"' in response.text


def test_a_policy_is_retired_once_it_is_confirmed(client: TestClient) -> None:
    upload(client)
    unsure = client.post("/policies/gifts/retire", data={"on": "2026-01-01"})
    assert unsure.status_code == 422
    assert '<p class="fault" id="sure-fault">It was not confirmed.' in unsure.text

    response = client.post("/policies/gifts/retire", data={"on": "2026-01-01", "sure": "true"})

    page = unescape(response.text)
    assert "It is retired from that day on." in page
    assert "last on 31 December 2025" in page
    assert "Retire it" not in page


@pytest.mark.parametrize(("on", "said"), [("soon", "“soon” is not a day"), ("", "“” is not a day")])
def test_a_day_that_is_none_retires_nothing(client: TestClient, on: str, said: str) -> None:
    upload(client)

    response = client.post("/policies/gifts/retire", data={"on": on, "sure": "true"})

    assert response.status_code == 422
    assert said in response.text
    assert "Retire it" in client.get("/policies/gifts").text


def test_a_policy_is_not_retired_twice(client: TestClient) -> None:
    upload(client)
    for _ in range(2):
        response = client.post("/policies/gifts/retire", data={"on": "2026-01-01", "sure": "true"})

    assert response.status_code == 422
    assert "is in force on no day" in response.text


def test_each_change_is_open_to_its_role_alone(client: TestClient, client_as: ClientAs) -> None:
    upload(client)
    author, approver = client_as("author"), client_as("approver")

    assert upload(approver, id="others").status_code == 403
    assert approver.get("/policies/-/new").status_code == 403
    assert author.get("/policies/gifts/retire").status_code == 403
    assert author.post("/policies/gifts/retire", data={"on": "2026-01-01"}).status_code == 403
    assert "Retire it" in approver.get("/policies/gifts").text
    assert "Retire it" not in author.get("/policies/gifts").text
    assert "Upload the next version" in author.get("/policies/gifts").text


def test_nobody_gives_a_policy_to_an_audience_that_is_not_theirs(client_as: ClientAs) -> None:
    response = upload(client_as("author", audiences=("desk",)), audience="control-room")

    assert response.status_code == 403
    assert "It was not uploaded" in response.text


def test_a_policy_that_is_not_there_cannot_be_changed(client: TestClient) -> None:
    assert client.get("/policies/none/replace").status_code == 404
    assert upload(client, path="/policies/none/replace").status_code == 404
    assert client.post("/policies/none/retire", data={"on": "2026-01-01"}).status_code == 404
