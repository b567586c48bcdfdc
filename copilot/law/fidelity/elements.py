"""The operative elements of a unit: who, with what force, on which condition, with which exception.

Each element is a way of saying something, and what may stand for it in a restatement. Where the official
text says it more often than the digest says anything of the kind, the element is lost; duties and recitals
are looked for once, since one "shall" may carry three duties and a recital is condensed by design. This is a
measure of words: it finds what was dropped, and a lawyer's eye finds the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from copilot.law.fidelity.fixed_names import without_adopters

ElementKind = Literal["actor", "force", "condition", "exception", "qualifier"]


@dataclass(frozen=True, slots=True)
class _Element:
    kind: ElementKind
    name: str
    said: re.Pattern[str]
    kept: re.Pattern[str]

    def lost(self, official: str, digest: str, *, condensed: bool) -> bool:
        said, kept = len(self.said.findall(official)), len(self.kept.findall(digest))
        return kept < (min(said, 1) if condensed or self.name in _SAID_ONCE else said)


def _element(kind: ElementKind, name: str, said: str, kept: str | None = None) -> _Element:
    def words(alternatives: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{alternatives})", re.IGNORECASE)

    return _Element(kind, name, words(said), words(f"{said}|{kept}" if kept else said))


_BINDS = re.compile(r"\b(?:shall|must)\b", re.IGNORECASE)
_BINDING = re.compile(
    r"\b(?:shall|must|should|(?:is|are|has|have) to|ought|requir\w*|oblig\w*|dut(?:y|ies)|needs?|necessary)\b"
    r"|\bto be \w+",
    re.IGNORECASE,
)
_SAID_ONCE = ("duty", "recommendation")

_ACTORS = (
    "advisory forum",
    "authorised representative",
    "competent authorit",
    "controller",
    "data protection officer",
    "data subject",
    "deployer",
    "distributor",
    "emission allowance market participant",
    "financial adviser",
    "financial market participant",
    "importer",
    "issuer",
    "law enforcement authorit",
    "Member State",
    "market operator",
    "market surveillance authorit",
    "national public authorit",
    "notified bod",
    "notifying authorit",
    "person discharging managerial responsibilities",
    "persons discharging managerial responsibilities",
    "processor",
    "product manufacturer",
    "provider",
    "scientific panel",
    "supervisory authorit",
)
_NAMED = ("AI Office", "Board", "Commission", "Council", "EBA", "EIOPA", "ESMA", "European Parliament")

_ELEMENTS = (
    _element(
        "force",
        "prohibition",
        r"(?:shall|may|must) not\b",
        r"prohibit|never\b|nor\b|neither\b|none\b|cannot\b|nothing\b"
        r"|(?:shall|may|must|can|do|does|is|are)(?: \w+){1,3} not\b"
        r"|no(?: [\w-]+){1,8} (?:shall|may|must|is|are)\b",
    ),
    _element(
        "force",
        "duty",
        r"shall\b(?! not\b)",
        r"must\b|is to\b|are to\b|has to\b|have to\b|owes?\b|duty\b|obliged",
    ),
    _element(
        "force",
        "permission",
        r"may\b(?! not\b)",
        r"can\b|could\b|free to\b|allowed|permit|possib|empower|potential",
    ),
    _element("force", "recommendation", r"should\b", r"ought\b"),
    _element(
        "condition",
        "condition",
        r"where\b(?! (?:appropriate|applicable|relevant|necessary|possible))|if\b|provided that|in the event"
        r"|in so far as|insofar as|to the extent|subject to",
        r"when|once\b|as long as|as far as|on condition|in (?:such |the |that )?cases?\b|on request|upon\b|unless\b"
        r"|as soon as|so far as|wherever|until\b|provided\b|only after|depend",
    ),
    _element(
        "exception",
        "exception",
        r"unless\b|except|with the exception|save (?:where|for|in)\b|other than\b|derogat|notwithstanding",
        r"exempt|does not apply|do not apply|not (?:apply|cover|count)|apart from|but not|outside|exclud|leav\w+ out"
        r"|despite|even (?:if|where|though)|instead|only if|only where|regardless|whatever|different from|besides"
        r"|not one",
    ),
    _element(
        "exception",
        "without prejudice",
        r"without prejudice",
        r"unaffected|not affect|do(?:es)? not touch|stays? in place|leav\w+ .{0,60}(?:untouched|in place|as)|remain"
        r"|still appl|does not limit|subject to|untouched|intact|preserv|regardless|keep",
    ),
    _element(
        "qualifier",
        "at least",
        r"at least|a minimum|no less than|not less than",
        r"minimum|or more|no fewer|not fewer",
    ),
    _element(
        "qualifier",
        "only",
        r"solely\b|exclusively\b|(?<!not )only\b(?! (?:where|if|when|after|to the extent|in|for|until)\b)",
        r"only\b|alone\b|purely|sole\b|nothing (?:but|else)|merely|just\b|limited to|no other|no more than",
    ),
    _element(
        "qualifier",
        "only if",
        r"only (?:where|if|when|after|to the extent|in|for|until)\b",
        r"only\b|alone\b|unless|except|not .{0,80}until|provided that|limited to|solely|as long as",
    ),
    _element("qualifier", "undue delay", r"without undue (?:further )?delay", r"undue (?:further )?delay"),
    _element(
        "qualifier",
        "immediately",
        r"immediate(?:ly)?\b",
        r"at once|straight ?away|without delay|as soon as|right away",
    ),
    _element(
        "qualifier",
        "where appropriate",
        r"(?:where|if|as) (?:appropriate|applicable|relevant|necessary|possible)|where available|if any\b"
        r"|as far as possible",
        r"(?:where|when|if|as|as far as|to the extent|wherever)(?: \w+){0,4} (?:appropriate|applicable|relevant"
        r"|necessary|needed|possible|suitable|available|called for|applies|apply|exists?)|appropriate\b|applicable\b"
        r"|if there (?:is|are)"
        r"|as far as",
    ),
    _element(
        "qualifier",
        "annually",
        r"annual|every year|each year|yearly",
        r"a year|per year|once a year|by year",
    ),
)


def lost_elements(
    official: str, digest: str, *, context: str = "", condensed: bool = False
) -> tuple[tuple[ElementKind, str], ...]:
    """What the official text of a unit says and its digest does not; ``context`` is what headings above say.

    In a ``condensed`` unit an element that is said at all counts as kept.
    """
    said, kept = without_adopters(official), without_adopters(f"{context}\n{digest}")
    lost: list[tuple[ElementKind, str]] = [
        ("actor", actor) for actor in (*_ACTORS, *_NAMED) if _names(actor, said) and not _names(actor, kept)
    ]
    lost += [
        (element.kind, element.name)
        for element in _ELEMENTS
        if element.lost(official, digest, condensed=condensed)
    ]
    return tuple(lost)


def adds_a_duty(official: str, digest: str) -> bool:
    """Whether the digest says "shall" where the official text, in whatever words, binds nobody."""
    return bool(_BINDS.search(digest)) and not _BINDING.search(official)


def _names(actor: str, text: str) -> bool:
    """Whether an actor is named; institutions are told apart from common nouns by their capital."""
    return re.search(rf"\b{actor}", text, 0 if actor in _NAMED else re.IGNORECASE) is not None
