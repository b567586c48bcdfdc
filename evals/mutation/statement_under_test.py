"""A faithful statement before anything is changed in it, and one of its altered copies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from copilot.grounding import Draft
from copilot.law import Provision
from copilot.rules import ToolResult

Kind = Literal["sentence", "answer", "tool", "paraphrase"]
"""``sentence``: one of the corpus, word for word; ``answer``: recorded from the agent; ``tool``: worded from a
tool's result; ``paraphrase``: worded by hand."""

Part = Literal["quoted", "paraphrases"]

Where = Literal["text", "quote", "text and quote", "source", "source and quote", "both cited"]
"""What of a statement was changed."""

HELD_OUT_INSTRUMENTS = frozenset({"sfdr", "sfdr-rts"})
"""Nobody looks at how statements on these fare while the checks are being tuned."""


@dataclass(frozen=True, slots=True)
class StatementUnderTest:
    """One faithful statement with what was gathered for its answer: what it cites, and what else was found.

    ``provisions`` begin with those cited. The others are neighbours, so that a wrong source is one that a
    model could have had at hand.
    """

    id: str
    kind: Kind
    draft: Draft
    as_of: date
    provisions: tuple[Provision, ...] = ()
    results: tuple[ToolResult, ...] = ()

    @property
    def part(self) -> Part:
        """Which half of the suite it is counted in."""
        return "paraphrases" if self.kind == "paraphrase" else "quoted"

    @property
    def held_out(self) -> bool:
        """Whether it is about the instrument that is kept out while tuning."""
        sources = (citation.source.partition("/")[0] for citation in self.draft.citations)
        return any(source in HELD_OUT_INSTRUMENTS for source in sources)


@dataclass(frozen=True, slots=True)
class Altered:
    """A copy with one thing changed, and what that is in words."""

    where: Where
    draft: Draft
    change: str


Alter: TypeAlias = Callable[[StatementUnderTest], Iterator[Altered]]
"""Every copy that one operator, or one invariance, makes of a statement; the same ones in the same order."""
