"""Answering: a question goes to a model with tools, and comes back as statements that hold, or a refusal.

One loop for every model. Whatever a model says is read, held against the evidence and shown sentence by
sentence; what did not hold goes back to it once, and is then left out and counted. No record, no answer: the
question is in the ledger before anything is shown, and the answer is one when the ledger has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, lru_cache
from typing import TypeAlias

from copilot.actor import Actor
from copilot.agent.asking import Asking
from copilot.agent.conversation import Conversation, understood
from copilot.agent.events import Done, Dropped, Event, Noticed, Refused
from copilot.agent.instructions import instructions
from copilot.agent.intake import Nearest
from copilot.agent.language import other_language
from copilot.agent.listening import Listening
from copilot.agent.masking import OwnPattern, Recogniser
from copilot.agent.scope import out_of_scope
from copilot.agent.speaker import Speaker
from copilot.errors import ModelUnavailable, UnusableQuestion
from copilot.grounding import Answer, Refusal
from copilot.law import Corpus, LawOnDay, Layer
from copilot.records import Instruction, Question, Record
from copilot.retrieval import Searcher

LONGEST_QUESTION = 8_000
Keep: TypeAlias = Callable[[Question | Record], int]
"""Puts a question or an answer into the ledger and says where it stands there."""


class Answering:
    """Answers questions from one set of texts and one index. Threads may share it."""

    def __init__(
        self,
        corpus: Corpus,
        searcher: Searcher,
        speaker: Speaker,
        keep: Keep,
        fallback: Speaker | None = None,
        nearest: Nearest | None = None,
    ) -> None:
        self._searcher = searcher
        self._speakers = (speaker, *([fallback] if fallback else []))
        self._keep = keep
        self._nearest = nearest
        self._law: Callable[[date, Layer], LawOnDay] = lru_cache(maxsize=16)(
            lambda day, layer: corpus.as_of(day, layer=layer)
        )
        self._recogniser: Callable[[tuple[OwnPattern, ...]], Recogniser] = cache(
            lambda own: Recogniser.of(corpus, own)
        )

    def ask(
        self, asked: str, *, as_of: date, actor: Actor, conversation: Conversation, thread_id: str | None
    ) -> Iterator[Event]:
        """What happens until the question is answered; the last event is the answer, recorded.

        Raises ``UnusableQuestion``, and ``ModelUnavailable`` where no other model may answer instead.
        """
        meant = understood(_usable(asked), conversation, as_of)
        question = Question(asked, meant.question, meant.as_of, actor, thread_id)
        sequence = self._keep(question)
        asking = Asking(
            actor,
            self._law(meant.as_of, "digest"),
            self._law(meant.as_of, "official"),
            self._searcher,
            self._nearest,
        )
        refusal = other_language(asked) or out_of_scope(meant.question)
        if refusal is not None:
            listening = Listening(asking, self._speakers[0], self._recogniser)
            yield from self._close(question, sequence, listening, refusal, ())
            return
        yield from self._answer(question, sequence, asking)

    def _answer(self, question: Question, sequence: int, asking: Asking) -> Iterator[Event]:
        notices: list[str] = []
        sent: list[str] = []
        for place, speaker in enumerate(self._speakers):
            listening = Listening(asking, speaker, self._recogniser)
            try:
                yield from listening.events(question.understood)
            except ModelUnavailable as error:
                sent += listening.sent
                last = place == len(self._speakers) - 1
                if last and not listening.gate.supported:
                    raise
                notices.append(_notice(error, listening.gate.supported, self._speakers[place + 1 :]))
                yield Noticed(notices[-1])
                if not listening.gate.supported:
                    continue
            else:
                sent += listening.sent
            if withheld := listening.gathering.withheld:
                notices.append(_withheld(withheld, speaker))
                yield Noticed(notices[-1])
            yield from self._close(
                question, sequence, listening, listening.refusal(), tuple(notices), tuple(sent)
            )
            return

    def _close(
        self,
        question: Question,
        sequence: int,
        listening: Listening,
        refusal: Refusal | None,
        notices: tuple[str, ...],
        sent: tuple[str, ...] = (),
    ) -> Iterator[Event]:
        """Record the answer, and only then give it."""
        gate, gathering = listening.gate, listening.gathering
        record = Record(
            question=question,
            sequence=sequence,
            model=listening.speaker.name,
            settings=listening.speaker.settings,
            instructions=tuple(
                Instruction(told.name, told.sha256)
                for told in (instructions("answer"), instructions("repair"))
            ),
            calls=tuple(gathering.calls),
            evidence=gathering.evidence,
            statements=tuple(gate.shown),
            left_out=tuple(gate.held_back),
            notices=notices,
            refusal=refusal,
            fingerprint=self._searcher.fingerprint,
            sent=sent,
            dropped=listening.dropped,
        )
        place = self._keep(record)
        if listening.dropped:
            yield Dropped(listening.dropped, tuple(why for one in gate.held_back for why in one.reasons))
        if refusal is not None:
            yield Refused(refusal)
        yield Done(
            Answer(
                as_of=question.as_of,
                statements=record.statements,
                evidence=record.evidence,
                fingerprint=record.fingerprint,
                sequence=place,
                dropped=record.dropped,
                refusal=refusal,
                notices=notices,
            ),
            sent,
        )


def _usable(asked: str) -> str:
    if not any(letter.isalnum() for letter in asked):
        raise UnusableQuestion("the question has no words", remedy="Ask something.")
    if len(asked) > LONGEST_QUESTION:
        raise UnusableQuestion(
            f"the question has {len(asked)} characters, more than {LONGEST_QUESTION}",
            remedy="Ask it in fewer words; a long text is best described, and kept as a policy if it is one.",
        )
    return asked


def _withheld(count: int, speaker: Speaker) -> str:
    sources = "source was" if count == 1 else "sources were"
    return (
        f"{count} {sources} withheld from {speaker.name}, which is not on this machine, since not everybody may read "
        "them. The extractive model reads them: set COPILOT_MODEL=extractive."
    )


def _notice(error: ModelUnavailable, supported: bool, others: tuple[Speaker, ...]) -> str:
    if supported:
        return f"The answer is not complete: {error}. What is shown was whole and held."
    return f"The {others[0].name} model answers, since {error}."
