from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs

DUTY = "/provision/lantern-act/art-1/2"
PERSON = {"Accept": "text/html"}


def test_the_wording_of_the_day_stands_with_its_history(client: TestClient) -> None:
    page = client.get(DUTY, params={"as_of": "2025-01-01"}).text

    assert "within 14 days" in page
    assert "within 3 days" not in page
    assert "1 January 2020 to 30 June 2025" in page
    assert "since 1 July 2025" in page
    assert "Today it reads otherwise." in page


def test_the_words_leaned_on_are_marked(client: TestClient) -> None:
    page = client.get(DUTY, params={"quote": "report a broken lantern", "as_of": "2026-11-20"}).text

    assert "A keeper shall <mark>report a broken lantern</mark> within 3 days." in page


def test_words_that_do_not_stand_there_are_said_to_be_missing(client: TestClient) -> None:
    page = client.get(DUTY, params={"quote": "within 3 days", "as_of": "2025-01-01"}).text

    assert "<mark>" not in page
    assert "The words leaned on do not stand in this wording." in page


def test_a_quote_is_shown_as_text(client: TestClient) -> None:
    page = client.get(DUTY, params={"quote": "<script>alert(1)</script>"}).text

    assert "<script>alert" not in page


def test_a_point_is_read_under_the_words_that_lead_to_it(client: TestClient) -> None:
    page = client.get("/provision/lantern-act/art-1/1/a").text

    assert "where both of these hold:" in page
    assert "the street is open to the public;" in page
    assert "in working order" not in page


def test_what_changed_against_another_day_is_shown_word_by_word(client: TestClient) -> None:
    page = client.get(DUTY, params={"as_of": "2026-11-20", "compare": "2025-01-01"}).text

    assert "<del> 14</del><ins> 3</ins> days." in page


def test_a_panel_gets_the_provision_alone(client: TestClient) -> None:
    panel = client.get(DUTY, params={"fragment": "1"}).text

    assert panel.lstrip().startswith("<header>")
    assert "<html" not in panel


def test_a_day_without_a_wording_leads_to_those_that_have_one(client: TestClient) -> None:
    answer = client.get("/provision/lantern-act/art-3", params={"as_of": "2025-01-01"})

    assert answer.status_code == 404
    assert "It had no wording on 1 January 2025." in answer.text
    assert "/provision/lantern-act/art-3?as_of=2025-07-01" in answer.text


def test_a_closed_policy_is_as_unknown_as_one_that_does_not_exist(client_as: ClientAs) -> None:
    reader = client_as("officer", audiences=())

    closed = reader.get("/provision/policy/watch-list/1.1", headers=PERSON)
    missing = reader.get("/provision/policy/no-such/1.1", headers=PERSON)

    assert closed.status_code == missing.status_code == 404
    assert closed.text.replace("watch-list", "no-such") == missing.text
