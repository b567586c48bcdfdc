from collections.abc import Callable
from dataclasses import replace

import pytest

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.errors import NotPermitted
from copilot.grounding import Evidence, Refusal
from copilot.law import Corpus, ProvisionId
from copilot.law.policy_upload import read_upload
from copilot.records import Question, Record, ToolCall
from copilot.records.ledger import Ledger, Sight, closed_to
from copilot.records.policies import PolicyShelf
from tests.conftest import TODAY

OWNER = Actor("officer", frozenset({EVERY_AUDIENCE}))
GUARD = Actor("Mr. Ash", frozenset({"control-room"}))
STRANGER = Actor("Mr. Wick", frozenset({"sales"}))
Sees = Callable[[int, Actor], bool]


@pytest.fixture
def sees(ledger: Ledger, small_corpus: Corpus) -> Sees:
    def sees(number: int, actor: Actor) -> bool:
        with ledger.reading() as connection:
            return Sight(connection, actor, closed_to(actor, small_corpus)).sees(ledger.entry(number))

    return sees


@pytest.fixture
def answered(ledger: Ledger, small_corpus: Corpus, question: Question) -> Callable[..., int]:
    """Keeps an answer that leans on these provisions; its number."""

    def answered(*provisions: str, **otherwise: object) -> int:
        law = small_corpus.as_of(TODAY)
        held = [law.provision(ProvisionId.parse(name)) for name in provisions]
        evidence = Evidence.gathered(small_corpus, held, as_of=TODAY)
        sequence = ledger.append(question)
        record = Record(question, sequence, "extractive", {}, (), (), evidence, (), (), (), None, "f" * 64)
        return ledger.append(replace(record, **otherwise))  # type: ignore[arg-type]  # the test says which

    return answered


def test_an_answer_that_leans_on_open_texts_is_seen_by_all(
    answered: Callable[..., int], sees: Sees
) -> None:
    number = answered("lantern-act/art-2", "policy/lamp-care/1.1")

    assert all(sees(number, actor) for actor in (OWNER, GUARD, STRANGER))


@pytest.mark.parametrize("closed", ["policy/watch-list/1.1", "policy/watch-list/1.1/a"])
def test_an_answer_that_leans_on_a_closed_text_is_seen_by_its_audience(
    closed: str, answered: Callable[..., int], sees: Sees
) -> None:
    number = answered("lantern-act/art-2", closed)

    assert [sees(number, actor) for actor in (OWNER, GUARD, STRANGER)] == [True, True, False]
    assert sees(number - 1, STRANGER), "the question is the asker's own words"


def test_an_answer_that_only_names_a_closed_policy_is_withheld_as_well(
    answered: Callable[..., int], sees: Sees
) -> None:
    named = ProvisionId.parse("policy/watch-list/1.1")
    refused = answered(refusal=Refusal("no_source", "Nothing says so.", "Ask.", (named,)))
    called = answered(calls=(ToolCall("read_provision", {"id": "policy/watch-list"}, error="unknown"),))

    assert [sees(number, STRANGER) for number in (refused, called)] == [False, False]
    assert [sees(number, GUARD) for number in (refused, called)] == [True, True]


def test_a_change_of_a_closed_policy_is_seen_by_its_audience(ledger: Ledger, sees: Sees) -> None:
    told: dict[str, str | list[str]] = {
        "id": "gifts",
        "title": "Gifts",
        "version": "1",
        "effective": "2024-01-01",
        "owner": "Compliance",
        "audience": ["control-room"],
    }
    PolicyShelf(ledger).upload(read_upload("gifts.md", b"1 Limits\n", told), GUARD, taken=())

    assert [sees(1, actor) for actor in (OWNER, GUARD, STRANGER)] == [True, True, False]


def test_what_is_withheld_is_named_by_its_number_alone(
    ledger: Ledger, answered: Callable[..., int], small_corpus: Corpus
) -> None:
    number = answered("policy/watch-list/1.1")

    with ledger.reading() as connection, pytest.raises(NotPermitted, match=f"entry {number} is withheld"):
        Sight(connection, STRANGER, closed_to(STRANGER, small_corpus)).require(ledger.entry(number))
