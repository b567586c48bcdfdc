"""What the form of the page says. All that is known of a case stands in it: nothing is kept between requests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property

from api.pages.classification.entries import ENTRIES, LAWS, NO, NONE, UNKNOWN, YES
from api.pages.classification.words import CHANGES
from copilot.rules.ai_act import AISystem, Alteration, system_from
from copilot.rules.ai_act.duties import BEARERS, Bearer

ASKED_AT_ONCE = 8
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the form that cannot be used: the field, what is wrong with it, and what to do."""

    field: str
    said: str
    remedy: str = ""


@dataclass(frozen=True)
class Sheet:
    """The form, read.

    ``answers`` are the officer's words by entry, as they are written. ``proposed`` is what the page proposed when it
    was shown: an answer equal to it counts as theirs only once it is in ``confirmed``. ``asked`` are the entries
    that stood on the page as questions, in their order; ``room`` is for how many without an answer there is place.
    """

    as_of: date
    description: str = ""
    name: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    proposed: Mapping[str, str] = field(default_factory=dict)
    confirmed: frozenset[str] = frozenset()
    asked: tuple[str, ...] = ()
    room: int = ASKED_AT_ONCE
    role: Bearer | None = None
    change: Alteration | None = None
    faults: tuple[Fault, ...] = ()

    @cached_property
    def told(self) -> Mapping[str, str]:
        """What the officer said: every answer that is no proposal left as it was."""
        return {
            entry: answer
            for entry, answer in self.answers.items()
            if answer != UNKNOWN and (answer != self.proposed.get(entry) or entry in self.confirmed)
        }

    def answer(self, entry: str) -> str:
        """What the officer said of an entry; empty where they said nothing."""
        return self.told.get(entry, UNKNOWN if self.answers.get(entry) == UNKNOWN else "")

    @cached_property
    def set_aside(self) -> frozenset[str]:
        """Proposals that the officer turned back into what nobody knows."""
        return frozenset(entry for entry in self.proposed if self.answers.get(entry) == UNKNOWN)

    def system(self) -> AISystem:
        """The system as the officer told it, without what is only proposed."""
        topics: dict[str, dict[str, object]] = {}
        for entry, answer in self.told.items():
            topic, _, fact = entry.partition(".")
            topics.setdefault(topic, {})[fact] = _for_rules(entry, answer)
        return system_from({"name": self.name, **topics}, "facts")


def read_sheet(fields: Iterable[tuple[str, str]], today: date) -> Sheet:
    """The form as it was sent; what cannot be used is left out and named as a fault."""
    sent: dict[str, list[str]] = {}
    for name, value in fields:
        sent.setdefault(name, []).append(value.strip())
    day, *faults = _day(_one(sent, "as_of"), today)
    answers = {entry: answer for entry in ENTRIES if (answer := _answer(entry, sent.get(entry, [])))}
    wrong = {entry: fault for entry, answer in answers.items() if (fault := _fault(entry, answer))}
    return Sheet(
        as_of=day,
        description=_one(sent, "description").replace("\r\n", "\n"),
        name=_one(sent, "name")[:_LONGEST_NAME],
        answers={entry: answer for entry, answer in answers.items() if entry not in wrong},
        proposed=dict(_pairs(sent.get("proposed", []))),
        confirmed=frozenset(sent.get("confirmed", [])),
        asked=tuple(entry for entry in dict.fromkeys(sent.get("asked", [])) if entry in ENTRIES),
        room=_room(_one(sent, "room")),
        role=next((role for role in BEARERS if role == _one(sent, "role")), None),
        change=next((change for change in CHANGES if change == _one(sent, "change")), None),
        faults=(*faults, *wrong.values()),
    )


def _one(sent: Mapping[str, Sequence[str]], name: str) -> str:
    return sent.get(name, [""])[-1]


def _day(text: str, today: date) -> tuple[date, *tuple[Fault, ...]]:
    try:
        return (date.fromisoformat(text) if text else today,)
    except ValueError:
        return today, Fault("as_of", f"“{text}” is not a day", "Write it like 2026-07-27.")


def _answer(entry: str, values: Sequence[str]) -> str:
    """What was answered to an entry; laws are ticked one by one beside the choice whether there are any."""
    if ENTRIES[entry].kind != "laws":
        return values[-1] if values else ""
    laws = [value for value in values if value in LAWS]
    others = [value for value in values if value not in LAWS]
    return ",".join(laws) if laws and "these" in others else _choice(others)


def _choice(others: Sequence[str]) -> str:
    return "" if not others or others[-1] == "these" else others[-1]


def _fault(entry: str, answer: str) -> Fault | None:
    """Why an answer cannot be used."""
    asked = ENTRIES[entry]
    if answer == UNKNOWN:
        return None
    if asked.kind == "answer" and answer not in (YES, NO):
        return Fault(
            asked.field, f"“{answer}” is no answer to: {asked.question}", "Choose yes, no or not known."
        )
    if asked.kind == "day" and _no_day(answer):
        return Fault(asked.field, f"“{answer}” is not a day", "Write it like 2026-07-27.")
    if asked.kind == "number" and _no_number(answer):
        return Fault(asked.field, f"“{answer}” is not a number above zero", "Write it like 1e25.")
    if asked.kind == "laws" and answer != NONE and not all(law in LAWS for law in answer.split(",")):
        return Fault(
            asked.field, f"“{answer}” is no law of Annex I", "Tick the laws that cover the product."
        )
    return None


def _no_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return True
    return False


def _no_number(text: str) -> bool:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return True
    return not number.is_finite() or number <= 0


def _for_rules(entry: str, answer: str) -> object:
    if ENTRIES[entry].kind != "laws":
        return answer
    return [] if answer == NONE else answer.split(",")


def _pairs(written: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Proposals as they stand in the form: ``entry=answer``."""
    parts = (one.partition("=") for one in written)
    return ((entry, answer) for entry, _, answer in parts if entry in ENTRIES and answer)


def _room(text: str) -> int:
    return min(int(text), len(ENTRIES)) if text.isdecimal() and text.isascii() else ASKED_AT_ONCE
