"""The mask of one answer: what stands for what, and the way back.

``<NAME_1>`` stands for a name. Models keep such marks, and neither quotes nor JSON break them. The same words get
the same mark throughout an answer. What looks like a mark before masking is masked itself, so that going there
and back gives the very text, whatever it is.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence

from copilot.agent.masking.found import Found, disjoint
from copilot.agent.masking.recogniser import Recogniser

_CALLED_BY_PARTS = ("NAME", "CODE")
_UNDECIDED = re.compile(r"(?:[<&\\][^<>]{0,60}|\w+)\Z")


class Mask:
    """Grows while one question is answered."""

    def __init__(self, recogniser: Recogniser) -> None:
        kinds = "|".join(sorted(map(re.escape, recogniser.kinds), key=len, reverse=True))
        self._mark = re.compile(
            rf"(?:<|&lt;|\\u003[cC])\s{{0,3}}(?P<loose>{kinds})[\s_-]{{0,3}}(?P<n>[0-9]{{1,6}})\s{{0,3}}(?:>|&gt;|\\u003[eE])"
            rf"|(?<![\w<])(?-i:(?P<bare>{kinds})_(?P<m>[0-9]{{1,6}}))(?!\w)",
            re.IGNORECASE,
        )
        self._recogniser = recogniser
        self._marks: dict[str, str] = {}
        self._originals: dict[str, str] = {}
        self._count: Counter[str] = Counter()
        self._parts: dict[str, str] = {}
        self._read: dict[str, tuple[Found, ...]] = {}

    def mask(self, text: str) -> str:
        """The text with marks instead of what must not leave."""
        return self.mask_all((text,))[0]

    def mask_all(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Texts that leave together: a name that is whole in one is known by its parts in every other."""
        for text in texts:
            self._learn(text)
        return tuple(self._masked(text) for text in texts)

    def put_back(self, text: str, *, in_json: bool = False) -> str:
        """The text with what the marks stand for; a mark nobody gave out stays."""

        def original(found: re.Match[str]) -> str:
            kind, number = found["loose"] or found["bare"], found["n"] or found["m"]
            held = self._originals.get(f"{kind.upper()}_{int(number)}")
            if held is None:
                return found[0]
            return json.dumps(held, ensure_ascii=False)[1:-1] if in_json else held

        return self._mark.sub(original, text)

    def decided(self, text: str) -> int:
        """Up to where no mark can begin that more text would complete; no whole mark is cut."""
        undecided = _UNDECIDED.search(text)
        end = undecided.start() if undecided else len(text)
        cut = (mark.start() for mark in self._mark.finditer(text) if mark.start() < end < mark.end())
        return next(cut, end)

    def _learn(self, text: str) -> None:
        if text in self._read:
            return
        self._read[text] = self._recogniser.found_in(text)
        for found in self._read[text]:
            if found.kind in _CALLED_BY_PARTS:
                for part in self._recogniser.parts(text[found.start : found.end]):
                    self._parts.setdefault(part.lower(), found.kind)

    def _masked(self, text: str) -> str:
        again = self._recogniser.called_again(text, self._parts)
        written: list[str] = []
        before = 0
        for found in disjoint((*self._read[text], *again)):
            written += [
                self._without_marks(text[before : found.start]),
                self._for(text[found.start : found.end], found.kind),
            ]
            before = found.end
        return "".join((*written, self._without_marks(text[before:])))

    def _without_marks(self, text: str) -> str:
        """What follows a mark is read as if nothing stood before it, as it will be on the way back."""
        written: list[str] = []
        while found := self._mark.search(text):
            written += [text[: found.start()], self._for(found[0], "TEXT")]
            text = text[found.end() :]
        return "".join((*written, text))

    def _for(self, original: str, kind: str) -> str:
        """The mark of some words; a new one if they never stood anywhere before."""
        if original not in self._marks:
            self._count[kind] += 1
            key = f"{kind}_{self._count[kind]}"
            self._marks[original] = f"<{key}>"
            self._originals[key] = original
        return self._marks[original]


class PuttingBack:
    """Puts back in a text that comes in pieces; what may still become a mark is held until that is decided."""

    def __init__(self, mask: Mask) -> None:
        self._mask = mask
        self._held = ""

    def read(self, piece: str) -> str:
        """What is decided by now."""
        self._held += piece
        end = self._mask.decided(self._held)
        decided, self._held = self._held[:end], self._held[end:]
        return self._mask.put_back(decided, in_json=True)

    def end(self) -> str:
        """The rest."""
        rest, self._held = self._held, ""
        return self._mask.put_back(rest, in_json=True)
