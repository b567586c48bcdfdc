from fastapi.testclient import TestClient


def test_the_page_says_what_is_held_and_asks_for_a_day(client: TestClient) -> None:
    page = client.get("/search").text

    assert "Lantern Act" in page
    assert 'type="date"' in page
    assert client.get("/static/page.css").status_code == 200


def test_the_page_shows_what_was_found_with_its_id_and_dates(client: TestClient) -> None:
    page = client.get("/search", params={"q": "report <b>broken</b> lantern", "as_of": "2025-01-01"}).text

    assert "within 14 days" in page
    assert "lantern-act/art-1/2" in page
    assert "worded from 2020-01-01 until 2025-07-01" in page
    assert "applies from 2021-01-01" in page
    assert "<b>broken</b>" not in page


def test_a_policy_is_not_said_to_be_restated_law(client: TestClient) -> None:
    page = client.get("/search", params={"q": "how often are lamps cleaned?", "as_of": "2025-01-01"}).text

    assert "the firm&#39;s policy" in page


def test_the_page_says_why_it_is_not_ready(unready: TestClient) -> None:
    assert "there is no index yet" in unready.get("/search", params={"q": "oil"}).text
