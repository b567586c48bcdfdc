"""The text that the pinpoints of a case lead to on a day, and what its tools say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, TypeAlias, cast

from pydantic import JsonValue

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.grounding import citable_text
from copilot.grounding.figures import figures_in
from copilot.law import Corpus, LawOnDay, Provision, ProvisionId
from copilot.rules import ToolResult

if TYPE_CHECKING:
    from copilot.agent.tools import AnyTool
    from copilot.retrieval import Searcher

_Unit: TypeAlias = tuple[str, tuple[str, ...]]

_EVERYBODY = Actor("evals", frozenset({EVERY_AUDIENCE}))


class Law:
    """The corpus as the checks of cases ask it: everything is seen, every day can be asked about."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._days: dict[date, LawOnDay] = {}
        self._units: dict[date, defaultdict[_Unit, list[Provision]]] = {}

    def on(self, day: date) -> LawOnDay:
        """The law of a day, kept so that many cases of one day read it once."""
        return self._days.setdefault(day, self.corpus.as_of(day))

    def wording(self, provision: ProvisionId, day: date) -> Provision | None:
        """The wording in force on a day, if there is one."""
        law = self.on(day)
        return law.provision(provision) if provision in law else None

    def passage(self, provision: ProvisionId, day: date) -> tuple[Provision, ...]:
        """A provision and all its parts, in the order of the text."""
        if day not in self._units:
            self._units[day] = _by_unit(self.on(day))
        return tuple(part for part in self._units[day][_unit(provision)] if part.id.within(provision))

    def text_of(self, provision: ProvisionId, day: date) -> str:
        """What a reader of the pinpoint has before them: what introduces it, its words, its points, its dates."""
        return whole(
            f"{part.title}\n{citable_text(part, as_of=day)}" for part in self._read(provision, day)
        )

    def words_of(self, provision: ProvisionId, day: date) -> str:
        """The same without the dates of application, which stand in other provisions."""
        return whole(part.text for part in self._read(provision, day))

    def result_of(self, tool: str, arguments: Mapping[str, JsonValue], day: date) -> str:
        """What a tool says that is called with these arguments on a day."""
        from copilot.agent.asking import Asking

        law = self.on(day)
        # No tool that decides looks for anything, so none of them needs an index.
        asking = Asking(_EVERYBODY, law, law, cast("Searcher", None))
        chosen = _tools()[tool]
        gathered = chosen.gather(chosen.arguments.model_validate(dict(arguments)), asking)
        return whole(
            citable_text(source, as_of=day) for source in gathered if isinstance(source, ToolResult)
        )

    def _read(self, provision: ProvisionId, day: date) -> tuple[Provision, ...]:
        around = (self.wording(above, day) for above in _above(provision))
        return (*(wording for wording in around if wording), *self.passage(provision, day))


def _by_unit(law: LawOnDay) -> defaultdict[_Unit, list[Provision]]:
    units: defaultdict[_Unit, list[Provision]] = defaultdict(list)
    for provision in law:
        units[_unit(provision.id)].append(provision)
    return units


def _unit(provision: ProvisionId) -> _Unit:
    """The article or annex a provision belongs to: it and its parts are looked for there alone."""
    return provision.instrument, provision.segments[:1]


@cache
def _tools() -> Mapping[str, AnyTool]:
    """The tools by their names; only who checks cases waits for them to be imported."""
    from copilot.agent.tools import TOOLS

    return {tool.name: tool for tool in TOOLS}


def is_tool(name: str) -> bool:
    """Whether the agent has a tool of this name."""
    return name in _tools()


def has_figure(text: str, figure: str) -> bool:
    """Whether every number, sum, period and date of a figure stands in a text, however it is written there."""
    held = {found.canonical for found in figures_in(text)}
    return all(wanted.canonical in held for wanted in figures_in(figure))


def whole(texts: Iterable[str]) -> str:
    """Several texts as one."""
    return "\n".join(texts)


def _above(provision: ProvisionId) -> Iterator[ProvisionId]:
    above = provision.parent
    if above is not None and above.segments:
        yield from _above(above)
        yield above
