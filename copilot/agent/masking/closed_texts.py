"""What is written for an audience: the watch list, deal data. None of it leaves the machine, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copilot.agent.masking.found import Found
from copilot.grounding import Source
from copilot.law import Corpus, Provision, ProvisionId

_WORD = re.compile(r"[^\W_]+")
_RUN = 7
_FEWEST_LETTERS = 8


@dataclass(frozen=True, slots=True)
class ClosedTexts:
    """The units that are closed, and the runs of words that stand in them and in no open text."""

    ids: frozenset[ProvisionId]
    runs: frozenset[tuple[str, ...]]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, corpus: Corpus) -> ClosedTexts:
        """Those of a corpus, of all days: what was closed stays so."""
        closed = [wording for wording in corpus.wordings() if wording.audience]
        runs = {run for wording in closed for run in _runs_of(wording)}
        if closed:
            runs.difference_update(
                run for wording in corpus.wordings() if not wording.audience for run in _runs_of(wording)
            )
        return cls(
            frozenset(wording.id for wording in closed),
            frozenset(runs),
            tuple(sorted({len(run) for run in runs})),
        )

    def hold(self, source: Source) -> bool:
        """Whether a source is closed, or is a result that rests on one that is."""
        if isinstance(source, Provision):
            return bool(source.audience)
        named = (*source.citations, *(step.provision for step in source.steps))
        return any(unit in self.ids for unit in named)

    def found_in(self, text: str) -> Iterator[Found]:
        """Words of a closed text, as many in a row as make them recognisable."""
        words = list(_WORD.finditer(text))
        small = [word[0].casefold() for word in words]
        for length in self.lengths:
            for start in range(len(words) - length + 1):
                if tuple(small[start : start + length]) in self.runs:
                    yield Found(words[start].start(), words[start + length - 1].end(), "CLOSED")


def _runs_of(wording: Provision) -> Iterator[tuple[str, ...]]:
    """Every seven words in a row of a text; a shorter one as a whole if it says anything."""
    words = [word.casefold() for word in _WORD.findall(wording.text)]
    if len(words) >= _RUN:
        yield from (tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))
    elif len(words) > 1 and sum(map(len, words)) >= _FEWEST_LETTERS:
        yield tuple(words)
