"""Reads references as people write them: how steps join, and to which act they belong.

The grammar; what stands in brackets may be left out::

    chain = run {of group} [anchor]       point (a) of Article 6(1) of that Regulation
    run   = group {joint group}           Article 6(1), point (a), and Article 8
    group = step {[,] step}               Article 6(3), third subparagraph
    led   = act chain                     AI Act Art. 26

What is said is kept apart from what it means: "paragraph 2" is a chain of one step here, and becomes
an id in ``resolution``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from copilot.law.references.anchors import (
    ANY_ACT,
    FOREIGN,
    PREPOSITIONS,
    SAID_ALONE,
    THAT,
    Anchor,
    AnchorReader,
)
from copilot.law.references.names import InstrumentNames
from copilot.law.references.steps import Path, Step, StepKind

OUTERMOST = frozenset[StepKind]((
    "article", "annex", "recital", "chapter", "sign", "code", "function", "action", "risk", "characteristic",
))  # fmt: skip
"""Steps with nothing above them but the text itself."""

DIVISIONS: frozenset[StepKind] = frozenset({"section", "table", "part", "appendix"})

_STEPS_OF_A_POLICY: frozenset[StepKind] = frozenset({"sign", "section", "paragraph"})
_RELATIVE: frozenset[StepKind] = frozenset(
    {"paragraph", "sub", "indent", "sentence", "point", "numbered point", "its point"}
)
_AFTERTHOUGHTS: frozenset[StepKind] = frozenset({"sub", "indent", "sentence", "point"})
_CODES_OF_LAW = {"cfr", "code", "c", "stat", "law"}
_POSSESSIVES = {"its", "their", "whose"}
_BETWEEN_REFERENCES = {",", ";", "and", "or", "&", "/", "with", "in", "conjunction", "read", "together"}
_DEEPEST = 12
_MOST_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Mention:
    """An act called by its name, with no provision of it said beside."""

    anchor: Anchor
    start: int
    end: int
    stands_alone: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """Units said in one breath; no path where only "this Article" is said."""

    paths: tuple[Path, ...]
    anchor: Anchor | None
    start: int
    end: int

    def led_by(self, mention: Mention) -> Chain:
        """This chain with the name that stands before it."""
        paths = _stretched(self.paths, mention.start, self.end)
        return Chain(paths, mention.anchor, mention.start, self.end)


def read(text: str, names: InstrumentNames) -> Iterator[Mention | Chain]:
    """Everything in a text that may be a reference, in its order."""
    return _ChainReader(text, names).read()


class _ChainReader(AnchorReader):
    def __init__(self, text: str, names: InstrumentNames) -> None:
        super().__init__(text, names)
        self._leading: Anchor | None = None

    def read(self) -> Iterator[Mention | Chain]:
        while self._token.kind != "end":
            if mention := self._mention():
                yield from self._led(mention)
            elif chain := self._chain(led=False):
                if chain.anchor is None and self._leading:
                    chain = replace(chain, anchor=self._leading)
                else:
                    self._leading = None
                yield chain
            else:
                if self._token.key not in _BETWEEN_REFERENCES:
                    self._leading = None
                self._at += 1

    def _mention(self) -> Mention | None:
        start = self._token.start
        if act := self._act_said_before():
            return Mention(act, start, self._end, stands_alone=False)
        name = self._names.find(self._tokens, self._at)
        begins = name or self._token.kind == "act" or self._token.text.isupper()
        if not begins or not (act := self._act()):
            return None
        written = self._text[start : self._end]
        return Mention(act, start, self._end, name is None or name.stands_alone_as(written))

    def _led(self, mention: Mention) -> Iterator[Mention | Chain]:
        """A mention, or the chain it leads; the name leads what is joined to that chain, too."""
        mark = self._at
        tight = not self._skip(",", ":", "(", "-")
        self._skip_possessive()
        self._skip("in")
        chain = self._chain(led=tight)
        self._leading = None
        if chain is None:
            self._at = mark
            yield mention
        elif chain.anchor or chain.paths[0].steps[0].kind in _RELATIVE:
            yield mention
            yield chain
        else:
            self._leading = mention.anchor
            yield chain.led_by(mention)

    def _chain(self, *, led: bool) -> Chain | None:
        start, first = self._at, self._token.start
        if anchor := self._this(SAID_ALONE):
            paths = self._group() if self._skip_possessive() else []
            return Chain(_stretched(paths, first, self._end), anchor, first, self._end)
        paths = self._run()
        if not paths:
            return None
        paths = self._in_context(paths)
        outermost = paths[0].steps[0].kind
        anchor = self._anchor(led=led, in_policy=outermost in _STEPS_OF_A_POLICY)
        if anchor is None:
            anchor = self._said_before(start, outermost)
        paths = self._with_afterthought(paths, anchor)
        return Chain(_stretched(paths, first, self._end), anchor, first, self._end)

    def _with_afterthought(self, paths: list[Path], anchor: Anchor | None) -> list[Path]:
        """Reads on where the act stands inside: "Art. 6(3) AI Act, third subparagraph"."""
        mark = self._at
        if anchor and anchor.kind == "this" and self._skip_possessive():
            if outer := self._group():
                return _put_below(outer, paths)
        elif anchor and anchor.kind == "named":
            self._skip(",")
            below = self._group()
            if below and below[0].steps[0].kind in _AFTERTHOUGHTS:
                *before, last = paths
                return [*before, *(replace(path, steps=last.steps + path.steps) for path in below)]
        self._at = mark
        return paths

    def _said_before(self, start: int, outermost: StepKind) -> Anchor | None:
        """What the words before say of the act: "12 CFR § 1002.9", "its Annex I", "of that point"."""
        keys = [token.key for token in self._tokens[max(start - 3, 0) : start] if token.key != "."]
        before, last = ["", "", *keys][-2:]
        if outermost in OUTERMOST:
            if outermost == "sign" and last in _CODES_OF_LAW:
                return FOREIGN
            return self._last_acts.get(ANY_ACT) if last in _POSSESSIVES else None
        is_said = last in _POSSESSIVES or (last in THAT and before in PREPOSITIONS)
        return FOREIGN if is_said else None

    def _skip_possessive(self) -> bool:
        found = self._token.key == "'" and self._next.key == "s"
        self._at += 2 * found
        return found

    def _run(self) -> list[Path]:
        """Groups of one kind, joined: what is said behind the last holds for all."""
        found = self._group()
        while found and not self._at_name():
            mark, joint = self._at, self._joint()
            more = self._group() if joint else []
            if not more or more[0].steps[0].kind != found[0].steps[0].kind:
                self._at = mark
                break
            if len(found) == len(more) == len(found[0].steps) == len(more[0].steps) == 1:
                self._add(found, more[0], joint)
            else:
                found.extend(more)
        return found

    def _group(self) -> list[Path]:
        """A step and those below it; what is said below belongs to the last unit said above."""
        found = self.steps()
        while found and len(found[-1].steps) < _DEEPEST:
            mark = self._at
            self._skip(",")
            below = self.steps()
            if not below or not _goes_below(below[0].steps[0], found[-1].steps[-1]):
                self._at = mark
                break
            above = found.pop()
            shared = found and found[-1].end > above.start
            for path in below:
                start = above.start if path is below[0] and not shared else path.start
                found.append(Path(above.steps + path.steps, start, path.end))
            self._add_beside(found)
        return found

    def _add_beside(self, found: list[Path]) -> None:
        """Reads "and point (b)" behind "paragraph 1, point (a)", unless what it is a point of is said."""
        above, last = found[-1].steps[:-1], found[-1].steps[-1]
        mark, joint = self._at, self._joint()
        more = self.steps() if joint == "and" else []
        if more and more[0].steps[0].kind == last.kind and self._token.key not in ("of", "in"):
            found.extend(replace(path, steps=above + path.steps) for path in more)
        else:
            self._at = mark

    def _in_context(self, paths: list[Path]) -> list[Path]:
        """The same units with what "of paragraph 1 of Article 5" adds above them."""
        for _ in range(_DEEPEST):
            if paths[0].steps[0].kind in OUTERMOST:
                break
            mark = self._at
            self._skip(",")
            of = self._skip("of", "in")
            self._skip("the")
            outer = self._group() if of else []
            if not outer:
                self._at = mark
                break
            paths = _put_below(outer, paths)
        return paths


def _goes_below(step: Step, above: Step) -> bool:
    if step.kind in DIVISIONS:
        return above.kind in (DIVISIONS | {"annex", "chapter"}) - {step.kind}
    if step.kind == "pai":
        return above.kind in DIVISIONS or above.kind == "annex"
    if step.kind == "paragraph":
        return above.kind == "article" and len(above.segments) == 1
    return step.kind not in OUTERMOST


def _put_below(outer: list[Path], paths: list[Path]) -> list[Path]:
    """Each unit as one of each of those above, where that does not come to be too many."""
    if len(paths) * len(outer) > _MOST_AT_ONCE:
        outer = outer[-1:]
    return [replace(path, steps=above.steps + path.steps) for path in paths for above in outer]


def _stretched(paths: Sequence[Path], start: int, end: int) -> tuple[Path, ...]:
    """The units with the words around them given to the first and the last."""
    if not paths:
        return ()
    first, last = paths[0].start, paths[-1].end
    return tuple(
        replace(
            path,
            start=start if path.start == first else path.start,
            end=end if path.end == last else path.end,
        )
        for path in paths
    )
