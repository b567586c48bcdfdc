"""What changed in an act between two days, and what leans on it: policies, other texts, rules, prompts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from copilot.law.corpus import Corpus
from copilot.law.provision import Layer, Provision
from copilot.law.provision_id import ProvisionId
from copilot.law.references import InstrumentNames, parse

ChangeKind = Literal["added", "changed", "removed"]

_WORD = re.compile(r"\s*\S+")
_WRITTEN_BY_US = (("copilot.rules", ".py"), ("prompts", ".md"))


@dataclass(frozen=True, slots=True)
class Change:
    """One provision whose wording on one day is not that on another."""

    kind: ChangeKind
    id: ProvisionId
    before: Provision | None
    after: Provision | None


@dataclass(frozen=True, slots=True)
class Leaning:
    """A text that refers to a provision, itself or a part of it or what it is a part of."""

    source: str
    words: str
    refers_to: ProvisionId


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words of a comparison: in both texts, or in one of them."""

    kind: Literal["kept", "removed", "added"]
    text: str


def changes_between(
    corpus: Corpus, instrument: str, first: date, second: date, *, layer: Layer
) -> tuple[Change, ...]:
    """Every provision added, changed or removed between two days, in the order of the text."""
    before, after = (
        {
            wording.id: wording
            for wording in corpus.as_of(day, layer=layer)
            if wording.instrument == instrument
        }
        for day in (first, second)
    )
    found = []
    for provision_id in dict.fromkeys((*before, *after)):
        old, new = before.get(provision_id), after.get(provision_id)
        if old is None:
            found.append(Change("added", provision_id, None, new))
        elif new is None:
            found.append(Change("removed", provision_id, old, None))
        elif (old.title, old.text) != (new.title, new.text):
            found.append(Change("changed", provision_id, old, new))
    return tuple(found)


def leaning_on(
    corpus: Corpus, changed: Iterable[ProvisionId], day: date
) -> dict[ProvisionId, tuple[Leaning, ...]]:
    """What refers to each of the provisions: texts in force on the day, rules and prompts.

    A text of the same act is left out: the act's own amendment has seen to it. So is one that names the
    act as a whole: it leans on everything, which tells nobody anything.
    """
    wanted = set(changed)
    acts = {provision_id.instrument for provision_id in wanted}
    found: defaultdict[ProvisionId, list[Leaning]] = defaultdict(list)
    leanings = dict.fromkeys((*_texts(corpus, day, acts), *_our_own(corpus, acts)))
    for leaning in (leaning for leaning in leanings if leaning.refers_to.segments):
        for provision_id in wanted:
            if provision_id.within(leaning.refers_to) or leaning.refers_to.within(provision_id):
                found[provision_id].append(leaning)
    return {provision_id: tuple(leanings) for provision_id, leanings in found.items()}


def compared(before: str, after: str) -> tuple[Span, ...]:
    """Two wordings as one run of words: kept, removed, added."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    spans: list[Span] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            spans.append(Span("kept", "".join(old[start:end])))
            continue
        if start < end:
            spans.append(Span("removed", "".join(old[start:end])))
        if new_start < new_end:
            spans.append(Span("added", "".join(new[new_start:new_end])))
    return tuple(spans)


def _texts(corpus: Corpus, day: date, acts: set[str]) -> Iterator[Leaning]:
    names = InstrumentNames.of(corpus.instruments.values())
    for wording in corpus.as_of(day):
        if wording.instrument not in acts:
            for reference in parse(wording.text, names, within=wording.id):
                if reference.id.instrument in acts:
                    yield Leaning(str(wording.id), reference.text, reference.id)


def _our_own(corpus: Corpus, acts: set[str]) -> Iterator[Leaning]:
    """Rules name the provision they apply in their docstrings, prompts in their text."""
    names = InstrumentNames.of(corpus.instruments.values())
    for package, ending in _WRITTEN_BY_US:
        for place, text in _files(files(package), ending, package):
            for reference in parse(text, names):
                if reference.id.instrument in acts:
                    yield Leaning(place, reference.text, reference.id)


def _files(folder: Traversable, ending: str, place: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, ending, f"{place}/{entry.name}")
        elif entry.name.endswith(ending):
            yield f"{place}/{entry.name}", entry.read_text(encoding="utf-8")
