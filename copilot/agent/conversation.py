"""A thread of questions: what a follow-up means, and as of which day it is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from copilot.grounding import Answer
from copilot.law import ProvisionId

_MOST_TURNS = 12
_MONTHS = "January February March April May June July August September October November December".split()
_DAY = (
    r"(?P<iso>\d{4}-\d{2}-\d{2})|(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>"
    + "|".join(_MONTHS)
    + r") (?P<year>\d{4})|(?P<only_month>"
    + "|".join(_MONTHS)
    + r") (?P<month_year>\d{4})|(?P<only_year>\d{4})"
)
_AS_OF = re.compile(
    rf"[,;(]?\s*\b(?:as (?:of|at)|as it stood (?:on|in)|as the law stood (?:on|in))\s+(?:{_DAY})\)?",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"^(?:and|but|or|also|what about|how about|and what about|same (?:question )?for|then|so)\b[\s,:]*",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"(?<!is )(?<!would )(?<!was )\b(?:it|they|them|that one|those|the same)\b(?! \w+ (?:to|that|if)\b)"
    r"|\b(?:its|their)\b",
    re.IGNORECASE,
)
_ROLES = (
    "provider",
    "deployer",
    "importer",
    "distributor",
    "authorised representative",
    "product manufacturer",
    "financial market participant",
    "financial adviser",
    "issuer",
    "controller",
    "processor",
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it was understood, its day, and what was cited in the answer."""

    question: str
    as_of: date
    cited: tuple[ProvisionId, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was asked before, the latest last; it remembers no more than a dozen turns."""

    turns: tuple[Turn, ...] = ()

    def then(self, turn: Turn) -> Conversation:
        """The thread with one more turn."""
        return Conversation((*self.turns, turn)[-_MOST_TURNS:])


@dataclass(frozen=True, slots=True)
class Understood:
    """A question that stands by itself, and its day. ``same_question`` is one asked again as of another day."""

    question: str
    as_of: date
    same_question: bool = False


def understood(question: str, conversation: Conversation, as_of: date) -> Understood:
    """What is asked, taken together with what was asked before.

    The day is the one the question names, else that of the question it follows up, else ``as_of``.
    """
    named = _AS_OF.search(question)
    day = _day(named) if named else None
    words = (
        " ".join((question[: named.start()] + question[named.end() :]).split())
        if named and day
        else question
    )
    before = conversation.turns[-1] if conversation.turns else None
    if before is None:
        return Understood(words, day or as_of)
    if not _FOLLOWS.sub("", words).strip(" ?.!") and day:
        return Understood(before.question, day, same_question=True)
    resolved = _resolved(words, before)
    return Understood(resolved, day or (as_of if resolved == words else before.as_of))


def turn_of(asked: str, conversation: Conversation, as_of: date, answer: Answer) -> Turn:
    """What a conversation remembers of a question and its answer."""
    sources = (citation.source for statement in answer.statements for citation in statement.citations)
    cited = dict.fromkeys(source for source in sources if isinstance(source, ProvisionId))
    return Turn(understood(asked, conversation, as_of).question, answer.as_of, tuple(cited))


def _resolved(words: str, before: Turn) -> str:
    follow = _FOLLOWS.match(words)
    rest = words[follow.end() :].strip() if follow else words
    if follow and (swapped := _with_role(before.question, rest)):
        return swapped
    if follow and len(rest.split()) <= 8:
        return f"{before.question.rstrip('?. ')}: {rest}"
    if _POINTS_BACK.search(words) and len(words.split()) <= 10:
        return f"{words.rstrip()} (asked after: {before.question})"
    return words


def _with_role(question: str, rest: str) -> str | None:
    """The question before, about another role: "and for the deployer?"."""
    meant = [role for role in _ROLES if re.search(rf"\b{role}s?\b", rest, re.IGNORECASE)]
    others = [role for role in _ROLES if re.search(rf"\b{role}s?\b", question, re.IGNORECASE)]
    plain = re.sub(r"\b(?:for|the|a|an|of|by|about|to)\b|[?.,!]", " ", rest, flags=re.IGNORECASE).split()
    if len(meant) != 1 or len(others) != 1 or len(plain) > len(meant[0].split()):
        return None
    return re.sub(rf"\b{others[0]}(s?)\b", rf"{meant[0]}\1", question, flags=re.IGNORECASE)


def _day(named: re.Match[str]) -> date | None:
    """The day that is written; the last of a month or a year that is named alone; none if there is no such day."""
    try:
        if named["iso"]:
            return date.fromisoformat(named["iso"])
        if named["day"]:
            return date(int(named["year"]), _month(named["month"]), int(named["day"]))
        if named["only_month"]:
            return _last_of(int(named["month_year"]), _month(named["only_month"]))
        return date(int(named["only_year"]), 12, 31)
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTHS.index(name.capitalize()) + 1


def _last_of(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)
