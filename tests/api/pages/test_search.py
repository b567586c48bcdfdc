from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs


def test_the_page_says_what_is_held_and_asks_for_a_day(client: TestClient) -> None:
    page = client.get("/search").text

    assert "Lantern Act" in page
    assert "in force, as amended in 2025" in page
    assert 'type="date"' in page


def test_what_was_found_has_its_dates_and_whose_words_it_is(client: TestClient) -> None:
    page = client.get("/search", params={"q": "report <b>broken</b> lantern", "as_of": "2025-01-01"}).text

    assert "within 14 days" in page
    assert "/provision/lantern-act/art-1/2?as_of=2025-01-01" in page
    assert "1 January 2020 to 30 June 2025" in page
    assert "since 1 January 2021: everyone" in page
    assert "our restatement" in page
    assert "<b>broken</b>" not in page


def test_a_policy_is_not_said_to_be_restated_law(client: TestClient) -> None:
    page = client.get("/search", params={"q": "how often are lamps cleaned?", "as_of": "2025-01-01"}).text

    assert "the firm’s policy" in page


def test_one_act_alone_is_searched(client: TestClient) -> None:
    page = client.get("/search", params={"q": "lamp", "act": "policy/lamp-care"}).text

    assert "Lamp care policy</a>" in page
    assert "Lantern Act</a>" not in page


def test_a_closed_policy_is_neither_found_nor_offered(client_as: ClientAs) -> None:
    page = client_as("officer", audiences=()).get("/search", params={"q": "glass thieves"}).text

    assert "Watch list" not in page
    assert "Lamp care policy" in page


def test_the_page_says_why_it_is_not_ready(unready: TestClient) -> None:
    page = unready.get("/search", params={"q": "oil"}).text

    assert "there is no index yet" in page
    assert "copilot index build" in page
