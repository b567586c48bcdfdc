"""The gate: no sentence passes that does not hold against what it cites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from copilot.agent.addresses import without_foreign_addresses
from copilot.agent.asking import Asking
from copilot.agent.instructions import instructions
from copilot.grounding import Draft, Evidence, Statement, citable_text, verify
from copilot.records import LeftOut
from copilot.tracing import span


class Gate:
    """Holds back each sentence of one answer until it is checked; ``held_back`` are those that did not hold."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self.shown: list[Statement] = []
        self.held_back: list[LeftOut] = []
        self._leading: Statement | None = None
        self._said: frozenset[str] = frozenset()

    def let_through(self, draft: Draft, evidence: Evidence) -> tuple[Statement, ...]:
        """The statement if it holds, after the phrase that leads to it; nothing if it is held back.

        A phrase that leads to nothing is not shown.
        """
        as_of, actor = self._asking.as_of, self._asking.actor
        texts = (citable_text(source, as_of=as_of) for _, source in evidence)
        draft = replace(draft, text=without_foreign_addresses(draft.text, texts))
        if not draft.text or draft.text in self._said:
            return ()
        with span("verify"):
            statement = verify(draft, evidence, as_of=as_of, actor=actor)
        if statement.check.grade == "failed":
            self.held_back.append(LeftOut(draft, statement.check.reasons))
            return ()
        if statement.check.grade == "connecting":
            self._leading = statement
            return ()
        through = (statement,) if self._leading is None else (self._leading, statement)
        self._leading = None
        self.shown += through
        return through

    def begin_repair(self) -> None:
        """From now on nothing that was shown already is shown again: a model that tries again repeats itself."""
        self._said = frozenset(statement.text for statement in self.shown)

    @property
    def supported(self) -> bool:
        """Whether anything was shown that claims something."""
        return any(statement.check.grade != "connecting" for statement in self.shown)


def to_repair(held_back: Iterable[LeftOut]) -> str:
    """What a model is told of the sentences that did not hold: each with the reasons."""
    told = "\n".join(f"- {left_out.draft.text}\n  {' '.join(left_out.reasons)}" for left_out in held_back)
    return f"{instructions('repair').text}\n\n{told}"
