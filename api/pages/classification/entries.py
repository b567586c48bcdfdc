"""The entries under which facts are told: what they ask, what they are called, and how an answer is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Literal, TypeAlias, get_args

from copilot.agent.intake import Value, said
from copilot.rules.ai_act import AISystem
from copilot.rules.ai_act.facts import Topic
from copilot.rules.ai_act.facts.products import ProductLaw
from copilot.rules.ai_act.facts.topic import Asked as Fact

Kind: TypeAlias = Literal["answer", "day", "number", "laws"]
"""What an entry is told as: yes or no, a day, a number, or laws of Annex I."""

UNKNOWN, YES, NO, NONE = "unknown", "yes", "no", "none"
_KINDS: Mapping[str, Kind] = {
    "market.placed_on": "day",
    "general_purpose.training_flop": "number",
    "product.laws": "laws",
}
_AS_A_LIST = " (none: an empty list)"
_NUMBER = re.compile(r"(.+?)(?:-(\d{2,4})-(\d{2,4}))?")


@dataclass(frozen=True, slots=True)
class Asked:
    """One entry as a person is asked for it."""

    entry: str
    question: str
    matters: str
    kind: Kind

    @property
    def field(self) -> str:
        """What its field is called on the page; an address within it can name this."""
        return f"fact-{self.entry.replace('.', '-').replace('_', '-')}"

    @property
    def name(self) -> str:
        """A short name."""
        return name_of(self.entry)


def _entries() -> Iterator[Asked]:
    for topic in fields(AISystem):
        if not isinstance(topic.default, Topic):
            continue
        for told in fields(topic.default):  # type: ignore[arg-type]  # each topic is a dataclass
            fact: Fact = told.metadata[Fact]
            entry = f"{topic.name}.{told.name}"
            yield Asked(
                entry, fact.question.removesuffix(_AS_A_LIST), fact.matters, _KINDS.get(entry, "answer")
            )


ENTRIES: Mapping[str, Asked] = {asked.entry: asked for asked in _entries()}
"""Every entry, in the order in which the Act is walked through."""

_NAMED = re.compile("|".join(sorted((re.escape(entry) for entry in ENTRIES), key=len, reverse=True)))


def name_of(entry: str) -> str:
    """An entry as it is named within a sentence: ``essential services: creditworthiness``."""
    topic, _, fact = entry.partition(".")
    return f"{topic}: {fact}".replace("_", " ")


def with_names(sentence: str) -> str:
    """A sentence of a rule, with entries named for people."""
    return _NAMED.sub(lambda found: f"“{name_of(found[0])}”", sentence)


def questions_in(found: str) -> tuple[str, ...]:
    """The questions of the entries that a step names as open: ``open: scope.open_source``; none where it names none."""
    named = found.removeprefix("open: ").split(", ")
    known = all(one in ENTRIES for one in named)
    return tuple(ENTRIES[one].question for one in named) if known and found.startswith("open: ") else ()


def written(answer: Value) -> str:
    """An answer as the form writes it."""
    return said(answer).replace(", ", ",") or NONE


def in_words(entry: str, answer: str) -> str:
    """A written answer as people read it."""
    if ENTRIES[entry].kind != "laws" or answer in (UNKNOWN, NONE):
        return answer
    return ", ".join(law_in_words(law) for law in answer.split(","))


def law_in_words(law: str) -> str:
    """A law of Annex I: ``Medical devices (2017/745)``."""
    found = _NUMBER.fullmatch(law)
    assert found is not None  # noqa: S101  # it matches every text
    words = found[1].replace("-", " ")
    number = f" ({found[2]}/{found[3]})" if found[2] else ""
    return f"{words[:1].upper()}{words[1:]}{number}"


LAWS: Mapping[str, str] = {law: law_in_words(law) for law in get_args(ProductLaw)}
"""The laws of Annex I, as they are told and as people read them."""
