"""Reads ``corpus/jurisdictions.yaml``, and holds each fact, source, place and provision in it against what there is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import TypeAlias

from copilot.errors import CorpusError, UnknownProvision
from copilot.law import Corpus, ProvisionId
from copilot.law.front_matter import read_yaml
from copilot.rules.ai_act.duties.registry import RULES
from copilot.rules.jurisdictions.condition import Condition, keys
from copilot.rules.jurisdictions.known import is_key
from copilot.rules.jurisdictions.register import Regime, Register

_Fault: TypeAlias = tuple[str, str, str]
"""The id of the entry it stands in, what it is, and what to do."""

_FILE = "jurisdictions.yaml"
_ACT_DUTIES = {rule.key for rule in RULES}


def shipped_register(corpus: Corpus) -> Register:
    """The register that ships with the texts."""
    return read_register(files("corpus").joinpath(_FILE).read_text(encoding="utf-8"), _FILE, corpus)


def read_register(text: str, file: str, corpus: Corpus) -> Register:
    """Read a register; ``CorpusError`` names file and line of what is wrong in it."""
    register = read_yaml(Register, text, file)
    for entry, message, remedy in _faults(register, corpus):
        raise CorpusError(message, remedy=remedy, file=file, line=_line_of(entry, text))
    return register


def _faults(register: Register, corpus: Corpus) -> Iterator[_Fault]:
    for entries in (register.sources, register.places, register.themes, register.regimes):
        for name, times in Counter(entry.id for entry in entries).items():
            if times > 1:
                yield name, f"{name!r} stands here {times} times", "Keep one of them."
    for place in register.places:
        outer = () if place.within is None else (place.within,)
        yield from _unlisted(place.id, "place", outer, register.place_names)
        yield from _unheld(place.id, (remark.provision for remark in place.remarks), corpus)
    for name, case in register.cases.items():
        yield from _unasked(name, (case,))
    for regime in register.regimes:
        yield from _in_regime(regime, register)
        yield from _unasked(regime.id, regime.conditions())
        yield from _unheld(regime.id, regime.provisions(), corpus)


def _in_regime(regime: Regime, register: Register) -> Iterator[_Fault]:
    """The names a regime uses, and the order of its days."""
    themes = [*(duty.theme for duty in regime.duties), *(one.theme for one in regime.ai_act_duties)]
    of_the_act = (key for one in regime.ai_act_duties for key in one.keys)
    sources = (standing.source for standing in regime.standing)
    yield from _unlisted(regime.id, "place", regime.places, register.place_names)
    yield from _unlisted(regime.id, "source", sources, {source.id for source in register.sources})
    yield from _unlisted(regime.id, "theme", themes, {theme.id for theme in register.themes})
    yield from _unlisted(regime.id, "duty of the AI Act", of_the_act, _ACT_DUTIES)
    first, *later = (standing.from_ for standing in regime.standing)
    days = [day for day in (first, *later) if day is not None]
    if None in later or days != sorted(set(days)):
        yield (
            regime.id,
            f"the days of {regime.id} are not in order",
            "Begin with the earliest; only the first entry may lack a day.",
        )


def _unlisted(entry: str, what: str, used: Iterable[str], listed: Iterable[str]) -> Iterator[_Fault]:
    known = set(listed)
    for name in used:
        if name not in known:
            yield entry, f"there is no {what} {name!r}", f"There are {', '.join(sorted(known))}."


def _unasked(entry: str, conditions: Iterable[Condition]) -> Iterator[_Fault]:
    for condition in conditions:
        for key in keys(condition):
            if not is_key(key):
                yield entry, f"there is no fact {key!r}", "See every fact: copilot jurisdictions --form"


def _unheld(entry: str, provisions: Iterable[ProvisionId], corpus: Corpus) -> Iterator[_Fault]:
    for provision in provisions:
        try:
            corpus.timeline(provision)
        except UnknownProvision as error:
            yield entry, str(error), error.remedy


def _line_of(entry: str, text: str) -> int:
    """The line on which an entry begins: by its id, or for a case by its name."""
    begins = re.compile(rf"[ -{{]*(id: )?{re.escape(entry)}(?![\w-])")
    lines = enumerate(text.splitlines(), start=1)
    return next((number for number, line in lines if begins.match(line)), 1)
