"""Looking back at answers: rebuilt from the ledger, and shown to those alone who may see all they lean on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copilot.actor import Actor
from copilot.errors import EntryUnavailable, NotPermitted, UnknownProvision
from copilot.grounding import Answer
from copilot.law import Corpus, ProvisionId

if TYPE_CHECKING:
    from copilot.records import Record
    from copilot.records.ledger import Ledger


def own_answer(ledger: Ledger, corpus: Corpus, actor: Actor, number: int) -> Answer:
    """An answer that this actor was given, as it was then.

    Raises ``EntryUnavailable`` where it is gone, or another's, and ``NotPermitted`` where it leans on a text that they
    may not see, or may no longer.
    """
    record = ledger.answer(number)
    if record.question.actor.name != actor.name:
        raise EntryUnavailable(f"you have no answer {number}", remedy="Look at your conversations.")
    if not may_be_shown(record, actor, corpus):
        raise NotPermitted(
            f"answer {number} leans on a text that you may not see",
            remedy="Ask again: the answer will lean on what you may see.",
        )
    return Answer(
        as_of=record.question.as_of,
        statements=record.statements,
        evidence=record.evidence,
        fingerprint=record.fingerprint,
        sequence=number,
        dropped=record.dropped,
        refusal=record.refusal,
        notices=record.notices,
    )


def may_be_shown(record: Record, actor: Actor, corpus: Corpus) -> bool:
    """Whether an actor may see every text an answer leans on: as it was when it was given, and as it is now."""
    leant_on = (*record.evidence.provisions, *record.evidence.context)
    mentioned = (cited for result in record.evidence.results for cited in result.citations)
    return all(actor.may_see(text.audience) for text in leant_on) and all(
        _is_open(provision, actor, corpus) for provision in {*mentioned, *(text.id for text in leant_on)}
    )


def _is_open(provision: ProvisionId, actor: Actor, corpus: Corpus) -> bool:
    """Whether no wording of it is closed to the actor; what is held no longer was judged by what it was."""
    try:
        return all(actor.may_see(wording.audience) for wording in corpus.timeline(provision))
    except UnknownProvision:
        return True
