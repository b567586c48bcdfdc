"""Reads the steps of a reference: "Articles 9(2) and 10", "points (a) to (d)", "first subparagraph".

A step says one level of the way to a provision, and may name several units of that level. How steps
join to a reference, and to which instrument it belongs, is read in ``chains``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from copilot.law.labels import ACTIONS, action_of, ordinal, ordinal_number
from copilot.law.references.lists import Segments, beside, between
from copilot.law.references.markers import Joint, MarkerReader
from copilot.law.references.names import InstrumentNames
from copilot.law.references.tokens import Token

StepKind = Literal[
    "action", "annex", "appendix", "article", "chapter", "characteristic", "code", "function", "indent",
    "its point", "note", "numbered point", "pai", "paragraph", "part", "point", "recital", "risk", "section",
    "sentence", "sign", "sub", "table", "unit",
]  # fmt: skip


class Step(NamedTuple):
    """One level of the way to a unit: ``("article", ("art-26", "6"))``."""

    kind: StepKind
    segments: Segments


@dataclass(frozen=True, slots=True)
class Path:
    """The way to one unit as far as it is written out, the outermost step first, and its words' place.

    The units of a range share the place of the range.
    """

    steps: tuple[Step, ...]
    start: int
    end: int


class _Head(NamedTuple):
    """The word a step begins with: how the segments of its units begin, and what may follow it."""

    kind: StepKind
    prefix: str = ""
    plural: bool = False
    bare_letters: bool = False


_SINGULAR: dict[str, _Head] = {
    **dict.fromkeys(("article", "art", "artikel"), _Head("article", "art")),
    **dict.fromkeys(("annex", "anhang"), _Head("annex", "anx")),
    **dict.fromkeys(("section", "sec"), _Head("section", "sec")),
    **dict.fromkeys(("paragraph", "para", "par", "abs"), _Head("paragraph")),
    **dict.fromkeys(("point", "pt", "subpoint", "subsection"), _Head("point")),
    **dict.fromkeys(("lit", "letter"), _Head("point", bare_letters=True)),
    **dict.fromkeys(("§", "clause"), _Head("sign")),
    "chapter": _Head("chapter"),
    "recital": _Head("recital", "rec"),
    "table": _Head("table", "table"),
    "part": _Head("part", "part"),
    "appendix": _Head("appendix", "appendix"),
    "pai": _Head("pai", "pai"),
    "note": _Head("note", "note"),
    "risk": _Head("risk", "risk"),
    "characteristic": _Head("characteristic", "characteristic"),
}
_HEADS: dict[str, _Head] = {
    **_SINGULAR,
    **{f"{word}s": head._replace(plural=True) for word, head in _SINGULAR.items()},
    "annexes": _Head("annex", "anx", plural=True),
    "appendices": _Head("appendix", "appendix", plural=True),
    "title": _Head("chapter"),
    "unit": _Head("unit"),
    **{function: _Head("function", function, plural=True) for function in ACTIONS.values()},
}
_ABBREVIATIONS = {"art", "arts", "sec", "para", "paras", "par", "pt", "pts", "lit", "abs"}
_NUMBERS_WITH_DOTS: set[StepKind] = {"function", "paragraph", "numbered point", "its point"}
_BY_ORDINAL: dict[str, StepKind] = {
    "subparagraph": "sub",
    "paragraph": "sub",
    "indent": "indent",
    "sentence": "sentence",
}
_ORDINALS = {ordinal(number) for number in range(1, 21)}
_MOST_ORDINALS = 20
_MOST_FROM_RANGES = 10_000
"""How many units the ranges of one text may give: no text of law comes near, only one made to harm."""
_COUNTED_THINGS = {
    *("%", "percent", "million", "billion", "thousand", "times", "EUR", "euro", "euros", "USD", "more"),
    *("minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"),
    *("working", "business", "calendar"),
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
}
"""What makes a number no item of a list: "Article 73 and 15 days", but "Articles 9 and 10 may"."""


class StepReader(MarkerReader):
    """Reads one step with all its units."""

    def __init__(self, text: str, names: InstrumentNames) -> None:
        super().__init__(text, names)
        self._left_for_ranges = _MOST_FROM_RANGES

    def steps(self) -> list[Path]:
        """The units named by the step that begins here; none where no step does."""
        start = self._at
        found = [] if self._at_name() else self._by_ordinal() or self._by_head(start)
        if not found:
            self._at = start
        return found

    def _by_ordinal(self) -> list[Path]:
        """Reads "first and second subparagraphs": what is counted is said after the numbers."""
        numbers: list[tuple[Token, Joint]] = []
        joint: Joint = ""
        mark = self._at
        while len(numbers) < _MOST_ORDINALS and self._at_ordinal():
            numbers.append((self._token, joint))
            self._at += 1
            mark, joint = self._at, self._joint()
        self._at = mark
        self._at += 2 * (self._token.key == "sub" and self._next.key == "-")
        kind = _BY_ORDINAL.get(self._token.key.removesuffix("s"))
        if not kind or not numbers:
            return []
        self._at += 1
        found: list[Path] = []
        for token, joint in numbers:
            segment = f"{'i' if kind == 'indent' else 'sub-'}{ordinal_number(token.key)}"
            self._add(found, Path((Step(kind, (segment,)),), token.start, token.end), joint)
        found[-1] = replace(found[-1], end=self._end)
        return found

    def _at_ordinal(self) -> bool:
        return self._token.kind == "ordinal" or self._token.key in _ORDINALS

    def _by_head(self, start: int) -> list[Path]:
        """Reads "points (a), (b) and (d)": what is counted is said before the numbers."""
        head = self._head()
        first = self._item(head) if head else None
        if not head or not first:
            return []
        found = [Path((Step(head.kind, first),), self._tokens[start].start, self._end)]
        while not self._at_name():
            mark, joint, begin = self._at, self._joint(), self._token.start
            item = self._another(head, joint, found[-1].steps[0].segments) if joint else None
            if not item:
                self._at = mark
                break
            self._add(found, Path((Step(head.kind, item),), begin, self._end), joint)
        return found

    def _head(self) -> _Head | None:
        token = self._token
        if token.kind == "code":
            return _Head("code", plural=True)
        if token.kind == "action":
            return _Head("action", plural=True) if action_of(token.key) else None
        is_its = token.key == "its" and self._next.key in ("point", "points")
        self._at += is_its
        head = _HEADS.get(self._token.key)
        if head is None:
            return None
        self._at += 1
        if is_its:
            return head._replace(kind="its point")
        if head.kind == "function":
            return head if token.text.isupper() or "." in self._token.key else None
        if token.key in _ABBREVIATIONS:
            self._skip(".")
        return self._as_followed(head)

    def _as_followed(self, head: _Head) -> _Head:
        """The head as what follows it makes it."""
        if head.kind == "sign" and self._skip("§"):
            return head._replace(plural=True)
        if head.kind == "pai" and self._skip("indicator", "indicators"):
            return head._replace(plural=True)
        if head.kind == "paragraph" and self._token.kind == "bracket":
            return head._replace(kind="point")
        if head.kind == "point" and self._token.kind == "number":
            return head._replace(kind="numbered point")
        return head

    def _another(self, head: _Head, joint: Joint, before: Segments) -> Segments | None:
        """The next item of a list; one in brackets stands beside the item before it."""
        if self._token.kind == "bracket" and head.kind != "recital":
            marker = self._bracket()
            found = beside(before, marker) if marker else None
            return (*found, *self._brackets()) if found else None
        in_list = head.plural or joint != "," or self._list_goes_on_behind_next()
        if not in_list or head.kind == "unit":
            return None
        item = self._item(head)
        return None if self._token.text in _COUNTED_THINGS else item

    def _item(self, head: _Head) -> Segments | None:
        """One unit of the step, with the points in brackets that follow its number."""
        own: Segments | None
        if head.kind == "annex":
            own = self._annex()
        elif head.kind == "chapter":
            own = ("chapter",) if self._annex() else None
        else:
            number = self._number_of(head)
            own = _segments(head, number) if number else None
        return None if own is None else (*own, *self._brackets())

    def _number_of(self, head: _Head) -> str | None:
        token = self._token
        match head.kind:
            case "point" | "numbered point" | "its point" | "recital" if token.kind == "bracket":
                return self._bracket(said=True)
            case "section" | "table" | "part" | "appendix":
                return self._division()
            case "sign":
                return self._section_number()
            case "unit":
                return self._segment()
            case "action" | "code":
                is_number = token.kind == head.kind
            case _:
                is_number = token.kind == "number" and (
                    "." not in token.key or head.kind == "article" or head.kind in _NUMBERS_WITH_DOTS
                )
        is_letter = head.bare_letters and re.fullmatch("[a-z]", token.key)
        if not is_number and not is_letter:
            return None
        self._at += 1
        return token.key

    def _add(self, found: list[Path], more: Path, joint: Joint) -> None:
        """Lengthen a list of units by one more, or by all of a range up to it."""
        first = found[-1] if found else None
        follows_range = first is not None and len(found) > 1 and found[-2].start == first.start
        if first is None or joint != "to" or follows_range:
            found.append(more)
            return
        (kind, low), (_, high) = first.steps[-1], more.steps[-1]
        inner = between(low, high)[: self._left_for_ranges] if self._left_for_ranges else []
        self._left_for_ranges -= len(inner)
        found[-1:] = (
            Path((*first.steps[:-1], Step(kind, segments)), first.start, more.end)
            for segments in (low, *inner, high)
        )


def _segments(head: _Head, number: str) -> Segments:
    if head.kind == "action":
        return action_of(number), number
    if head.kind == "article":
        article, *rest = number.split(".")
        return (f"{head.prefix}-{article}", *rest)
    return (f"{head.prefix}-{number}" if head.prefix else number,)
