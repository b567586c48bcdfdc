from uuid import uuid4

from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs

BROKEN = "How soon must a keeper report a broken lantern?"
PERSON = {"Accept": "text/html"}


def test_before_anything_is_asked_it_says_what_it_holds_and_how_to_begin(client: TestClient) -> None:
    page = client.get("/").text

    assert "No sign-in is needed on this machine." in page
    assert "in force, as amended in 2025" in page
    assert "Is a system that ranks job applicants high-risk, and from when?" in page


def test_a_question_in_the_address_stands_ready(client: TestClient) -> None:
    page = client.get("/", params={"q": "Who lights <i>lamps</i>?", "as_of": "2025-01-01"}).text

    assert "Who lights &lt;i&gt;lamps&lt;/i&gt;?" in page
    assert 'value="2025-01-01"' in page


def test_a_form_is_answered_on_the_page_of_its_conversation(client: TestClient) -> None:
    answer = client.post("/", data={"question": BROKEN, "as_of": "2025-01-01"})

    assert answer.history[0].status_code == 303
    assert answer.url.path.startswith("/conversation/")
    assert "A keeper shall report a broken lantern within 14 days." in answer.text
    assert (
        "/provision/lantern-act/art-1/2?as_of=2025-01-01&amp;layer=digest&amp;quote=A+keeper" in answer.text
    )
    assert "our restatement" in answer.text


def test_a_follow_up_goes_on_in_the_same_conversation(client: TestClient) -> None:
    first = client.post("/", data={"question": BROKEN, "as_of": "2025-01-01"}).url.path
    thread = first.removeprefix("/conversation/")

    page = client.post(
        "/", data={"question": "And as of 1 August 2025?", "as_of": "2025-08-01", "conversation": thread}
    )

    assert page.url.path == first
    assert "within 14 days" in page.text
    assert "within 3 days" in page.text
    assert page.text.count("data-turn>") == 3, "two turns and the empty form of one"


def test_a_refusal_is_explained_with_what_is_nearest(client: TestClient) -> None:
    page = client.post("/", data={"question": "What is the weather in Paris?", "as_of": "2026-11-20"}).text

    assert "No answer from what is held" in page
    assert "What would settle it:" in page
    assert "Art. 2 Lantern Act</a>" in page


def test_earlier_conversations_are_ones_own(client_as: ClientAs) -> None:
    mine, others = (client_as("officer", holder=name) for name in ("Ms. Flint", "Mr. Wick"))
    asked = mine.post("/", data={"question": BROKEN, "as_of": "2025-01-01"}).url.path

    assert BROKEN in mine.get("/").text
    assert BROKEN not in others.get("/").text
    assert others.get(asked).status_code == 404


def test_a_conversation_that_is_not_there_says_what_to_do(client: TestClient) -> None:
    answer = client.get(f"/conversation/{uuid4()}", headers=PERSON)

    assert answer.status_code == 404
    assert "Not found" in answer.text


def test_without_an_index_the_page_says_what_to_do(unready: TestClient) -> None:
    page = unready.get("/").text

    assert "there is no index yet" in page
    assert "copilot index build" in page


def test_a_question_without_words_is_refused_on_a_page(client: TestClient) -> None:
    answer = client.post("/", data={"question": "??", "as_of": "2025-01-01"}, headers=PERSON)

    assert answer.status_code == 422
    assert "the question has no words" in answer.text


def test_who_may_not_ask_is_led_to_what_they_may(client_as: ClientAs) -> None:
    answer = client_as("auditor").get("/", headers=PERSON)

    assert answer.status_code == 403
    assert '<a href="/search">Search</a>' in answer.text
