"""Reads to which act a reference is said to belong: "of the GDPR", "of this Article", "thereof".

What belongs to an act that is not held must be known as such, or Article 5 of some directive would be
taken for Article 5 of the text at hand.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from copilot.law.references.names import InstrumentNames
from copilot.law.references.steps import StepReader
from copilot.law.references.tokens import Token

SAID_ALONE = {"article", "annex", "paragraph", "subparagraph", "regulation", "directive", "policy"}
"""What "this" may stand before without anything "of" it; "this point" is more often one in time."""

PREPOSITIONS = {"of", "to", "in", "under", "from"}
THAT = {"that", "those", "said", "same"}
ANY_ACT = ""
"""Under what the last act of whichever sort is remembered."""

_UNITS = {"article", "annex", "paragraph", "subparagraph", "point", "section"}
_TEXTS = {
    *("regulation", "directive", "act", "decision", "law", "statute"),
    *("policy", "framework", "standard", "profile"),
}
_MAKERS_AND_SORTS = {"commission", "council", "delegated", "implementing", "framework"}
_ACTS = {
    *("regulation", "directive", "decision", "recommendation", "act", "law", "statute", "ordinance"),
    *("agreement", "rule", "treaty", "charter", "convention", "constitution", "protocol", "code"),
    "guideline",
}
_ACTS_KNOWN_BY_ONE_WORD = {"treaty", "treaties", "charter", "convention", "protocol", "code", "guidelines"}
_ACRONYMS = {
    *("tfeu", "teu", "echr", "dsa", "dma", "dga", "crr", "crd", "dora", "mifid", "mifir", "emir", "csrd"),
    *("csddd", "led", "eudpr", "pld", "mdr", "ivdr", "ucpd", "ucits", "aifmd", "fcra", "ecoa", "hipaa"),
    "ccpa",
}
_NO_ACRONYM = {"a", "ai", "eu"}
_RULES_OF_A_FIRM = {"policy", "procedure", "manual", "standard", "handbook"}
_LINKS = {"of", "on", "and", "the", "for", "in", "to", "-", "(", ")", "&"}
_LONGEST_NAME = 12


class Anchor(NamedTuple):
    """What is said of the act: one that is held, one that is not, or "this Article" and the like."""

    kind: Literal["named", "foreign", "this"]
    value: str = ""


FOREIGN = Anchor("foreign")


class AnchorReader(StepReader):
    """Reads what stands behind the steps of a reference."""

    def __init__(self, text: str, names: InstrumentNames) -> None:
        super().__init__(text, names)
        self._last_acts: dict[str, Anchor] = {}

    def _anchor(self, *, led: bool, in_policy: bool) -> Anchor | None:
        """What is said behind the steps.

        ``led``: the name of the act stands before them. ``in_policy``: they may be those of a policy,
        whose name need not be capitalised.
        """
        mark = self._at
        anchor = self._last_acts.get(ANY_ACT, FOREIGN) if self._skip("thereof") else None
        if anchor is None and not led:
            anchor = self._act() or self._act_in_brackets()
        if anchor is None:
            comma = self._skip(",")
            of = self._token.key == "of"
            if self._skip(*PREPOSITIONS):
                anchor = self._behind_preposition(of=of, in_policy=in_policy)
            elif comma:
                anchor = self._act()
                anchor = anchor if self._token.key in ("", ".", ";", ")", "]") else None
        if anchor is None:
            self._at = mark
        return anchor

    def _act(self) -> Anchor | None:
        """An act by its name or its number; one by number that has no name is not held."""
        start = self._at
        if not self._at_name():
            self._skip("eu")
            while self._skip(*_MAKERS_AND_SORTS):
                pass
        first = self._token
        if name := self._names.find(self._tokens, self._at):
            self._at += len(name.keys)
            is_british = self._tokens[start - 1].text == "UK"
            return self._remember(FOREIGN if is_british else Anchor("named", name.instrument), first)
        if first.kind == "act" or (first.key in _ACRONYMS and first.text.isupper()):
            self._at += 1
            return self._remember(FOREIGN, first)
        self._at = start
        return None

    def _remember(self, act: Anchor, first: Token) -> Anchor:
        """From here on, "that Regulation" or "that Directive" means this act, whichever its name says."""
        noun = first.text.lower().split()[0].removesuffix("s")
        nouns = [noun] if noun in _ACTS else ["regulation", "act", "law"]
        self._last_acts.update(dict.fromkeys((*nouns, ANY_ACT), act))
        return act

    def _act_said_before(self) -> Anchor | None:
        """The act that "that Regulation" means."""
        if self._token.key not in THAT or not self._next.text[:1].isupper():
            return None
        noun = self._next.key.removesuffix("s")
        if noun not in _ACTS:
            return None
        self._at += 2
        return self._last_acts.get(noun, FOREIGN)

    def _act_in_brackets(self) -> Anchor | None:
        start = self._at
        if self._token.kind == "bracket":
            name = self._names.called(self._token.in_brackets)
            is_act = name or self._token.in_brackets.lower() in _ACRONYMS
            self._at += bool(is_act)
            return Anchor("named", name.instrument) if name else FOREIGN if is_act else None
        anchor = self._act() if self._skip("(") else None
        if anchor is None or not self._skip(")"):
            self._at = start
            return None
        return anchor

    def _this(self, nouns: set[str]) -> Anchor | None:
        if self._token.key != "this" or self._next.key not in nouns:
            return None
        anchor = Anchor("this", self._next.key)
        if anchor.value in _TEXTS:
            self._last_acts[ANY_ACT] = anchor
        self._at += 2
        return anchor

    def _behind_preposition(self, *, of: bool, in_policy: bool) -> Anchor | None:
        the = self._skip("the")
        if self._skip("annex") and self._skip(*PREPOSITIONS):
            the = self._skip("the")
        if anchor := self._this(_UNITS | _TEXTS) or self._act():
            return anchor
        if act := self._act_said_before():
            return act
        if self._token.key in THAT and self._next.key in _UNITS:
            self._at += 2
            return FOREIGN
        word = self._token
        is_acronym = word.kind == "word" and word.text.isupper() and word.key not in _NO_ACRONYM
        if (of and is_acronym) or word.key in _ACTS_KNOWN_BY_ONE_WORD or (the and word.key == "directive"):
            self._at += 1
            return FOREIGN
        length = self._length_of_act() or (self._length_of_policy() if the and in_policy else 0)
        self._at += length
        return FOREIGN if length else None

    def _length_of_act(self) -> int:
        """Of how many pieces the name of an act not held consists: "Consumer Credit Act"."""
        for length, token in enumerate(self._tokens[self._at : self._at + _LONGEST_NAME]):
            if not token.text[:1].isupper() and token.key not in _LINKS:
                return 0
            if length and token.text[0].isupper() and token.key.removesuffix("s") in _ACTS:
                return length + 1
        return 0

    def _length_of_policy(self) -> int:
        """Of how many pieces the name of a policy not held consists: "gifts and hospitality policy"."""
        for length, token in enumerate(self._tokens[self._at : self._at + _LONGEST_NAME]):
            if token.key == "this" or (token.kind != "word" and token.key not in _LINKS):
                return 0
            if token.key in _RULES_OF_A_FIRM:
                return length + 1 if length else 0
        return 0
