import re

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs

PERSON = {"Accept": "text/html"}
WHOLE = "What does Art. 1(2) Lantern Act say?"


def answered(client: TestClient, question: str = WHOLE) -> int:
    return int(client.post("/v1/ask", json={"question": question, "as_of": "2026-11-20"}).json()["record"])


def test_an_answer_has_an_address(client: TestClient) -> None:
    number = answered(client)

    page = client.get(f"/answer/{number}").text

    assert WHOLE in page
    assert "A keeper shall report a broken lantern within 3 days." in page
    assert f"number {number}</a>" in page


def test_below_the_statements_stand_sources_and_record(client: TestClient) -> None:
    part = client.get(f"/answer/{answered(client)}", params={"fragment": "1"}).text

    assert "<html" not in part
    assert "Dates of application</a>" in part
    assert "worked out by rule, from the provisions it names" in part
    assert re.search(r'class="number">2–3<', part)


def test_what_a_rule_worked_out_is_shown_step_by_step(client: TestClient) -> None:
    page = client.get(
        f"/answer/{answered(client)}/result/1", params={"quote": "20 November 2026 it applies"}
    )

    assert "How it was worked out" in page.text
    assert "<mark>20 November 2026 it applies</mark>" in page.text
    assert (
        '<a data-beside href="/provision/lantern-act/art-2?as_of=2026-11-20">Art. 2 Lantern Act</a>'
        in page.text
    )


@pytest.mark.parametrize("place", [0, 2])
def test_a_result_that_is_not_there_is_not_found(place: int, client: TestClient) -> None:
    assert client.get(f"/answer/{answered(client)}/result/{place}", headers=PERSON).status_code == 404


def test_another_persons_answer_is_not_found(client_as: ClientAs) -> None:
    mine, others = (client_as("officer", holder=name) for name in ("Ms. Flint", "Mr. Wick"))
    number = answered(mine)

    assert mine.get(f"/answer/{number}").status_code == 200
    assert others.get(f"/answer/{number}").status_code == 404
    assert others.get(f"/answer/{number}/result/1").status_code == 404
    assert others.post(f"/answer/{number}/feedback", data={"helpful": "yes"}).status_code == 404


def test_a_form_keeps_what_a_reader_thinks(client: TestClient) -> None:
    number = answered(client)

    page = client.post(f"/answer/{number}/feedback", data={"helpful": "no", "words": "Too short."})

    assert "Thank you: it is kept with this answer." in page.text
    (kept,) = client.get("/v1/feedback").json()["feedback"]
    assert (kept["record"], kept["helpful"], kept["words"]) == (number, False, "Too short.")
