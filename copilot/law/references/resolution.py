"""From what is said to what is meant: the id of each unit, where it can be known."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copilot.law.instrument import Kind
from copilot.law.provision_id import ProvisionId
from copilot.law.references.anchors import FOREIGN, Anchor
from copilot.law.references.chains import DIVISIONS, OUTERMOST, Chain, Mention, read
from copilot.law.references.lists import Segments, beside
from copilot.law.references.names import InstrumentNames
from copilot.law.references.steps import Path, Step, StepKind

_ACTS: tuple[Kind, ...] = ("regulation", "statute")
_CONTROLS: tuple[Kind, ...] = ("framework", "standard")
_NO_ACT: tuple[Kind, ...] = ("standard", "framework", "guidance", "statute", "policy")
_FOUND_IN: dict[StepKind, tuple[Kind, ...]] = {
    "article": _ACTS,
    "recital": _ACTS,
    "annex": _ACTS,
    "code": _CONTROLS,
    "risk": _CONTROLS,
    "characteristic": _CONTROLS,
    "sign": _NO_ACT,
    "section": _NO_ACT,
    "paragraph": ("policy", "standard"),
    "note": ("statute", "guidance"),
    **dict.fromkeys(DIVISIONS - {"section"}, ("framework", "standard", "guidance", "statute")),
}
"""Where a unit of a kind may be meant though no text is named; "Section 2" of a regulation is no unit."""

_WITHOUT_WORD: tuple[Kind | None, ...] = ("policy", "standard")
"""Texts whose sections are numbers only: ``3.2``, not ``sec-3.2``."""

_HOMES: dict[str, tuple[str, ...]] = {
    "function": ("nist-ai-rmf", "nist-ai-600-1"),
    "action": ("nist-ai-600-1",),
    "pai": ("sfdr-rts",),
    "cc": ("soc-2",),
}
"""Units called by words that no other text uses name their text; the first is meant if none is near."""

_FIRST_BLOCK = Step("sub", ("sub-1",))
"""The first subparagraph is the paragraph's own text."""

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*[a-z]{0,2}")
_CRITERION = re.compile(r"cc[0-9.]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """One unit that a text refers to, and the words that do; the units of a range share its words."""

    id: ProvisionId
    start: int
    end: int
    text: str


def parse(
    text: str,
    names: InstrumentNames,
    *,
    within: ProvisionId | None = None,
    default: str | None = None,
) -> tuple[Reference, ...]:
    """The references in a text, in its order.

    ``within`` is the provision in whose text they stand: "paragraph 2" and "this Article" are read
    from there, and an article without an act is one of the same act. Otherwise the act is the one named
    beside it, the only one named in the line, or ``default``. Where none of these tells, and where an
    act is named that is not held, the reference is left out: it is never guessed.

    Their words do not overlap, save that all units of a range ("Articles 9 to 15") have the words of
    the range.
    """
    marks = tuple(read(text, names))
    return tuple(_Resolver(text, names, within, default).references(marks))


class _Resolver:
    """Knows what is near: the provision a text stands in, the acts a line names, the act to assume."""

    def __init__(
        self, text: str, names: InstrumentNames, within: ProvisionId | None, default: str | None
    ) -> None:
        self._text = text
        self._names = names
        self._within = within
        self._default = default
        self._line_ends = [match.start() for match in re.finditer("\n", text)]
        self._named_in_line: defaultdict[int, set[Anchor]] = defaultdict(set)

    def references(self, marks: Sequence[Mention | Chain]) -> Iterator[Reference]:
        """What the marks mean, in their order; those whose text cannot be known are left out."""
        for mark in marks:
            if mark.anchor and mark.anchor.kind != "this":
                self._named_in_line[bisect(self._line_ends, mark.start)].add(mark.anchor)
        for mark in marks:
            if isinstance(mark, Mention):
                if mark.stands_alone and mark.anchor != FOREIGN:
                    yield self._reference(ProvisionId(mark.anchor.value), mark.start, mark.end)
            elif not mark.paths and mark.anchor:
                if unit := self._this(mark.anchor.value):
                    yield self._reference(unit, mark.start, mark.end)
            else:
                for path in mark.paths:
                    if unit := self._unit(path, mark.anchor):
                        yield self._reference(unit, path.start, path.end)

    def _reference(self, unit: ProvisionId, start: int, end: int) -> Reference:
        return Reference(unit, start, end, self._text[start:end])

    def _unit(self, path: Path, anchor: Anchor | None) -> ProvisionId | None:
        steps = [step for step in path.steps if step.kind != "sentence"]
        if not steps or steps[0].kind == "chapter" or anchor == FOREIGN:
            return None
        first, rest = steps[0], steps[1:]
        if anchor and anchor.kind == "this":
            base = self._this(anchor.value)
            if base is None or (base.segments and first.kind in OUTERMOST):
                return None
            if base.segments:
                return ProvisionId(base.instrument, _lengthened(base.segments, steps))
            return self._in_instrument(base.instrument, first, rest)
        if anchor:
            return self._in_instrument(anchor.value, first, rest)
        if self._within and (near := _near(self._within.segments, first)):
            return ProvisionId(self._within.instrument, _lengthened(near, rest))
        assumed = self._assumed(first, path.start)
        return self._in_instrument(assumed, first, rest) if assumed else None

    def _in_instrument(self, instrument: str, first: Step, rest: Sequence[Step]) -> ProvisionId | None:
        """The unit on the way that begins with its outermost step."""
        segments = first.segments
        if first.kind in ("sub", "indent", "point", "numbered point", "its point"):
            return None
        if first.kind == "paragraph" and self._names.kinds.get(instrument) not in _WITHOUT_WORD:
            return None
        if first.kind == "section" and self._names.kinds.get(instrument) in _WITHOUT_WORD:
            number = segments[0].removeprefix("sec-")
            segments = (number if number[0].isdigit() else segments[0], *segments[1:])
        if first.kind == "pai":
            segments = ("anx-1", *segments)
        return ProvisionId(instrument, _lengthened(segments, rest))

    def _assumed(self, step: Step, start: int) -> str | None:
        """The text that is meant though none is named beside the step."""
        if step.kind == "unit":
            return None
        named = self._named_in_line[bisect(self._line_ends, start)]
        near = [
            self._within.instrument if self._within else None,
            next(iter(named)).value if len(named) == 1 else None,
            self._default,
        ]
        homes = _HOMES.get("cc" if _CRITERION.fullmatch(step.segments[-1]) else step.kind)
        if homes:
            held = [home for home in homes if home in self._names.kinds]
            return next((text for text in (*near, *held) if text in held), None)
        return next((text for text in near if text and self._may_hold(text, step)), None)

    def _may_hold(self, instrument: str, step: Step) -> bool:
        kind = self._names.kinds.get(instrument)
        return kind is None or kind in _FOUND_IN.get(step.kind, ())

    def _this(self, noun: str) -> ProvisionId | None:
        """What "this Article" or "this Regulation" means where the text stands."""
        if self._within is None:
            return None
        whole, segments = self._within.instrument, self._within.segments
        match noun:
            case "article" | "annex":
                prefix = "art-" if noun == "article" else "anx-"
                own = segments[:1] if segments and segments[0].startswith(prefix) else ()
            case "paragraph":
                own = _paragraph(segments)
            case "subparagraph":
                blocks = [depth for depth, segment in enumerate(segments, 1) if segment.startswith("sub-")]
                own = segments[: blocks[-1]] if blocks else _paragraph(segments)
            case "point":
                own = segments
            case "section":
                sections = [
                    depth for depth, segment in enumerate(segments, 1) if segment.startswith("sec-")
                ]
                own = segments[: sections[-1] if sections else 1]
            case _:
                is_policy = self._names.kinds.get(whole) == "policy"
                return ProvisionId(whole) if is_policy == (noun == "policy") else None
        return ProvisionId(whole, own) if own else None


def _near(within: Segments, step: Step) -> Segments | None:
    """The unit that a step means from where it is said: "paragraph 2" is one of the same article."""
    if not within or within[0].startswith("rec-"):
        return None
    top, below = within[:1], within[1:]
    in_act = top[0].startswith(("art-", "anx-"))
    if step.kind == "paragraph" and in_act:
        return top + step.segments
    if step.kind == "point" or (step.kind == "numbered point" and top[0].startswith("anx-")):
        marker, *deeper = step.segments
        found = beside(below, marker)
        return (*top, *found, *deeper) if found else _without_blocks(within) + step.segments
    if step.kind in ("sub", "indent"):
        return _lengthened(_paragraph(within), [step])
    if step.kind in DIVISIONS and top[0].startswith("anx-"):
        return top + step.segments
    return None


def _paragraph(within: Segments) -> Segments:
    """The paragraph a unit belongs to; of an annex, its innermost numbered point."""
    if within and within[0].startswith("art-"):
        return within[: 2 if len(within) > 1 and _NUMBER.fullmatch(within[1]) else 1]
    numbered = [depth for depth, segment in enumerate(within, start=1) if _NUMBER.fullmatch(segment)]
    return within[: numbered[-1]] if numbered else _without_blocks(within)


def _lengthened(segments: Segments, steps: Sequence[Step]) -> Segments:
    """The way with the steps that follow; points belong to the paragraph, not to its subparagraphs."""
    for step in steps:
        if step.kind in ("point", "numbered point"):
            segments = _without_blocks(segments)
        if step != _FIRST_BLOCK:
            segments = segments + step.segments
    return segments


def _without_blocks(segments: Segments) -> Segments:
    while len(segments) > 1 and segments[-1].startswith("sub-"):
        segments = segments[:-1]
    return segments
