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

from copilot.law.references.anchors import FOREIGN, SAID_ALONE, Anchor, AnchorReader
from copilot.law.references.names import InstrumentNames
from copilot.law.references.steps import Path, Step, StepKind

OUTERMOST = frozenset[StepKind]((
    "article", "annex", "recital", "chapter", "sign", "code", "function", "action", "risk", "characteristic",
))  # fmt: skip
"""Steps with nothing above them but the text itself."""

DIVISIONS: frozenset[StepKind] = frozenset({"section", "table", "part", "appendix"})

_STEPS_OF_A_POLICY: frozenset[StepKind] = frozenset({"sign", "section", "paragraph"})
_BEFORE_A_SECTION = {"cfr", "code", "c", "stat", "law"}
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


def read(text: str, names: InstrumentNames, *, loosely: bool) -> Iterator[Mention | Chain]:
    """Everything in a text that may be a reference, in its order.

    ``loosely`` also lets "GDPR, Article 9" name the article's act, which in the text of an act is as
    likely the end of one thought and the start of another.
    """
    return _ChainReader(text, names, loosely=loosely).read()


class _ChainReader(AnchorReader):
    def __init__(self, text: str, names: InstrumentNames, *, loosely: bool) -> None:
        super().__init__(text, names)
        self._loosely = loosely
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
        start, token = self._at, self._token
        name = self._names.find(self._tokens, self._at)
        anchor = self._act() if name or token.kind == "act" or token.text.isupper() else None
        if anchor is None:
            return None
        if start and self._tokens[start - 1].key == "uk":
            anchor = FOREIGN
        self._last_act = anchor
        written = self._text[token.start : self._end]
        return Mention(anchor, token.start, self._end, name is None or name.stands_alone_as(written))

    def _led(self, mention: Mention) -> Iterator[Mention | Chain]:
        """A mention, or the chain it leads; the name leads what is joined to that chain, too."""
        mark = self._at
        tight = not self._skip(",", ":", "(", "-")
        if self._token.key == "'" and self._next.key == "s":
            self._at += 2
        chain = self._chain(led=tight) if tight or self._loosely else None
        self._leading = None
        if chain is None:
            self._at = mark
            yield mention
        elif chain.anchor:
            yield mention
            yield chain
        else:
            self._leading = mention.anchor
            yield chain.led_by(mention)

    def _chain(self, *, led: bool) -> Chain | None:
        start, first = self._at, self._token.start
        if this := self._this(SAID_ALONE):
            return Chain((), this, first, self._end)
        paths = self._run()
        if not paths:
            return None
        paths = self._in_context(paths)
        outermost = paths[0].steps[0].kind
        anchor = self._anchor(led=led, in_policy=outermost in _STEPS_OF_A_POLICY)
        if anchor is None and outermost == "sign" and self._stands_behind_a_code(start):
            anchor = FOREIGN
        return Chain(_stretched(paths, first, self._end), anchor, first, self._end)

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
        return found

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
            if len(paths) * len(outer) > _MOST_AT_ONCE:
                outer = outer[-1:]
            paths = [Path(o.steps + path.steps, path.start, path.end) for path in paths for o in outer]
        return paths

    def _stands_behind_a_code(self, at: int) -> bool:
        """Whether the section is one of a code of law not held: "12 CFR § 1002.9"."""
        before = [token.key for token in self._tokens[max(at - 2, 0) : at] if token.key != "."]
        return bool(before) and before[-1] in _BEFORE_A_SECTION


def _goes_below(step: Step, above: Step) -> bool:
    if step.kind in DIVISIONS:
        return above.kind in DIVISIONS or above.kind in ("annex", "chapter")
    if step.kind == "pai":
        return above.kind in DIVISIONS or above.kind == "annex"
    if step.kind == "paragraph":
        return above.kind == "article" and len(above.segments) == 1
    return step.kind not in OUTERMOST


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
