"""What was gathered for one answer, under the names by which a statement cites it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from copilot.law import Corpus, Instrument, LawOnDay, Layer, Provision
from copilot.law.references import InstrumentNames
from copilot.rules import ToolResult

Source: TypeAlias = Provision | ToolResult

_TOOL = "tool:"
_NO_NAMES = InstrumentNames.of(())


@dataclass(frozen=True)
class Evidence:
    """Everything an answer may lean on: provisions by their id, results by their place in the answer.

    The n-th result is ``tool:NAME/n``. ``context`` are the units that the provisions stand in: a point is read
    with the words that introduce its list, which are no evidence of their own. By ``names`` acts are known.
    """

    provisions: tuple[Provision, ...] = ()
    results: tuple[ToolResult, ...] = ()
    context: tuple[Provision, ...] = ()
    names: InstrumentNames = field(default=_NO_NAMES, compare=False)

    @classmethod
    def gathered(
        cls,
        corpus: Corpus,
        provisions: Iterable[Provision] = (),
        results: Iterable[ToolResult] = (),
        *,
        as_of: date,
    ) -> Evidence:
        """Evidence with its context, and the names of acts, taken from a corpus."""
        names = _names_of(tuple(corpus.instruments.values()))
        return cls(names=names).joined(corpus, provisions, results, as_of=as_of)

    def joined(
        self,
        corpus: Corpus,
        provisions: Iterable[Provision] = (),
        results: Iterable[ToolResult] = (),
        *,
        as_of: date,
    ) -> Evidence:
        """This evidence with more of it behind; a provision that is there already is not added again."""
        more = tuple(dict.fromkeys((*self.provisions, *provisions)))
        layers: dict[Layer, LawOnDay] = {unit.layer: corpus.as_of(as_of, layer=unit.layer) for unit in more}
        context = dict.fromkeys(above for unit in more for above in _above(unit, layers[unit.layer]))
        return replace(
            self,
            provisions=more,
            results=(*self.results, *results),
            context=tuple(above for above in context if above not in more),
        )

    def __iter__(self) -> Iterator[tuple[str, Source]]:
        """Each source with the name it is cited by."""
        yield from ((str(provision.id), provision) for provision in self.provisions)
        yield from ((f"{_TOOL}{result.tool}/{n}", result) for n, result in enumerate(self.results, start=1))

    def called(self, source: str) -> tuple[Source, ...]:
        """What a citation means: every wording held of a provision, the official ones first, or one result."""
        found = [held for name, held in self if name == source.strip()]
        return tuple(sorted(found, key=lambda held: getattr(held, "layer", "") != "official"))

    def chapeau_of(self, unit: Provision, as_of: date) -> tuple[Provision, ...]:
        """The units above a provision, in its layer where they are held so, the outermost first."""
        above: list[Provision] = []
        parent = unit.id.parent
        while parent is not None and parent.segments:
            wordings = [
                held
                for held in (*self.context, *self.provisions)
                if held.id == parent and as_of in held.in_force
            ]
            above += sorted(wordings, key=lambda held: held.layer != unit.layer)[:1]
            parent = parent.parent
        return tuple(reversed(above))


def is_tool(source: str) -> bool:
    """Whether a citation means the result of a tool."""
    return source.strip().startswith(_TOOL)


@lru_cache(maxsize=8)
def _names_of(instruments: tuple[Instrument, ...]) -> InstrumentNames:
    """The names of the same acts are the same ones: what was read with them is not read again in the next answer."""
    return InstrumentNames.of(instruments)


def _above(unit: Provision, law: LawOnDay) -> Iterator[Provision]:
    parent = unit.id.parent
    while parent is not None and parent.segments:
        if parent in law:
            yield law.provision(parent)
        parent = parent.parent
