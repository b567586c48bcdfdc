from copilot.agent.masking.closed_texts import ClosedTexts
from copilot.law import Corpus, ProvisionId
from copilot.rules.wording_changes import wording_changes
from tests.conftest import TODAY

CLOSED, OPEN = ProvisionId.parse("policy/watch-list/1.1"), ProvisionId.parse("policy/lamp-care/1.1")


def found(text: str, corpus: Corpus) -> list[str]:
    return [text[one.start : one.end] for one in ClosedTexts.of(corpus).found_in(text)]


def test_words_of_a_closed_text_are_found_however_they_are_written(small_corpus: Corpus) -> None:
    text = "Is it so that glass thieves are\nAWAITED in Vine Street, and why?"

    assert found(text, small_corpus) == ["glass thieves are\nAWAITED in Vine Street"]
    assert found("The constable is told first!", small_corpus) == ["The constable is told first"]


def test_words_of_open_texts_are_not(small_corpus: Corpus) -> None:
    assert found("This policy says how lamps are cleaned every week.", small_corpus) == []
    assert found("Thieves of glass may be awaited.", small_corpus) == []


def test_a_closed_text_is_held_and_so_is_a_result_that_rests_on_it(small_corpus: Corpus) -> None:
    closed = ClosedTexts.of(small_corpus)
    law = small_corpus.as_of(TODAY)
    early = TODAY.replace(year=2023)

    assert closed.hold(law.provision(CLOSED))
    assert not closed.hold(law.provision(OPEN))
    assert closed.hold(wording_changes(small_corpus, CLOSED, early, TODAY))
    assert not closed.hold(wording_changes(small_corpus, OPEN, early, TODAY))
