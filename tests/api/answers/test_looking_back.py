"""Answers of the past, and who may still see them."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest
from sqlalchemy.engine import URL

from api.answers import own_answer
from copilot.actor import Actor
from copilot.errors import EntryUnavailable, NotPermitted
from copilot.grounding import Draft, DraftCitation, Evidence, Refusal, verify
from copilot.law import Corpus, ProvisionId, load_corpus
from copilot.records import Question, Record
from copilot.records.ledger import Ledger
from tests.conftest import TODAY

LAMP_CARE, WATCH_LIST = "policy/lamp-care/1.1", "policy/watch-list/1.1"
KEEPER = Actor("keeper", frozenset({"control-room"}))
AS_HE_IS_NOW = Actor("keeper", frozenset())


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(
        URL.create("sqlite", database=str(tmp_path / "ledger.db")),
        tmp_path / "ledger.key",
        clock=lambda: datetime.now(UTC),
        random_bytes=secrets.token_bytes,
    ) as ledger:
        yield ledger


def answered(ledger: Ledger, corpus: Corpus, provision: str, *, shown: bool = True) -> int:
    """An answer to the keeper from one provision; the entry that holds it."""
    question = Question("Why?", "Why?", TODAY, KEEPER, None)
    text = corpus.as_of(TODAY).provision(ProvisionId.parse(provision))
    evidence = Evidence.gathered(corpus, (text,), as_of=TODAY)
    draft = Draft(text.text, (DraftCitation(provision, text.text),))
    statements = (verify(draft, evidence, as_of=TODAY, actor=KEEPER),) if shown else ()
    number = ledger.append(question)
    refusal = None if shown else Refusal("no_source", "Nothing answers this.", "Ask on.")
    return ledger.append(
        Record(question, number, "extractive", {}, (), (), evidence, statements, (), (), refusal, "f" * 64)
    )


def with_policy(texts: Path, folder: Path, name: str, was: str, becomes: str) -> Corpus:
    """The corpus, after a policy was changed."""
    copytree(texts, folder)
    file = folder / "policies" / name
    file.write_text(file.read_text().replace(was, becomes))
    return load_corpus(policies=None, texts=folder)


def test_an_answer_is_what_it_was(ledger: Ledger, small_corpus: Corpus) -> None:
    number = answered(ledger, small_corpus, LAMP_CARE)

    answer = own_answer(ledger, small_corpus, KEEPER, number)

    record = ledger.answer(number)
    assert (answer.sequence, answer.as_of, answer.statements) == (number, TODAY, record.statements)


def test_the_answer_of_another_is_as_unknown_as_one_that_is_not_there(
    ledger: Ledger, small_corpus: Corpus
) -> None:
    number = answered(ledger, small_corpus, LAMP_CARE)

    with pytest.raises(EntryUnavailable):
        own_answer(ledger, small_corpus, replace(KEEPER, name="another"), number)
    with pytest.raises(EntryUnavailable):
        own_answer(ledger, small_corpus, KEEPER, number + 1)


@pytest.mark.parametrize("shown", [True, False], ids=["cited", "only looked at"])
def test_what_leans_on_a_text_that_is_closed_to_the_reader_is_not_shown(
    ledger: Ledger, small_corpus: Corpus, shown: bool
) -> None:
    number = answered(ledger, small_corpus, WATCH_LIST, shown=shown)

    assert own_answer(ledger, small_corpus, KEEPER, number).sequence == number
    with pytest.raises(NotPermitted):
        own_answer(ledger, small_corpus, AS_HE_IS_NOW, number)


def test_a_text_that_was_open_and_is_closed_now_is_not_shown(
    ledger: Ledger, small_corpus: Corpus, texts: Path, tmp_path: Path
) -> None:
    number = answered(ledger, small_corpus, LAMP_CARE)
    closed = with_policy(
        texts, tmp_path / "texts", "lamp-care.md", "owner:", "audience: [oil-room]\nowner:"
    )

    with pytest.raises(NotPermitted):
        own_answer(ledger, closed, KEEPER, number)


def test_a_text_that_was_closed_stays_so_when_it_is_opened_or_gone(
    ledger: Ledger, small_corpus: Corpus, texts: Path, tmp_path: Path
) -> None:
    number = answered(ledger, small_corpus, WATCH_LIST)
    opened = with_policy(texts, tmp_path / "texts", "watch-list.md", "audience: [control-room]\n", "")
    nothing = Corpus((), ())

    for corpus in (opened, nothing):
        with pytest.raises(NotPermitted):
            own_answer(ledger, corpus, AS_HE_IS_NOW, number)


def test_a_text_that_is_gone_is_still_shown_where_it_was_open(ledger: Ledger, small_corpus: Corpus) -> None:
    number = answered(ledger, small_corpus, LAMP_CARE)

    assert own_answer(ledger, Corpus((), ()), AS_HE_IS_NOW, number).sequence == number
