"""The whole decision logic as one document, for a lawyer to review: written from the rules as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from copilot.errors import ToolInputError
from copilot.law import LawOnDay
from copilot.rules.table import (
    ai_act,
    ai_act_duties,
    crosswalk,
    deadlines,
    fines,
    jurisdictions,
    measured,
    sfdr,
)
from copilot.rules.table.section import Contribution

Topic: TypeAlias = Literal[
    "ai-act",
    "ai-act-duties",
    "fines",
    "deadlines",
    "sfdr",
    "jurisdictions",
    "crosswalk",
    "fairness-and-drift",
]

SECTIONS: dict[Topic, Contribution] = {
    "ai-act": ai_act.section,
    "ai-act-duties": ai_act_duties.section,
    "fines": fines.section,
    "deadlines": deadlines.section,
    "sfdr": sfdr.section,
    "jurisdictions": jurisdictions.section,
    "crosswalk": crosswalk.section,
    "fairness-and-drift": measured.section,
}
"""Who takes part: another package of rules adds its topic and one line here."""

_HOW_TO_READ = """\
Written by `copilot rules table` from the rules themselves; nothing here is kept by hand but these lines and what is
said to be code. To review it, hold each condition against the provision in its heading.

- **it** is the AI system and **you** who asks, unless the line before names something else: "that law requires an
  assessment; it is not required solely for ..." speaks of the assessment.
- A condition is made of answers to questions. Each is followed by the name of its fact, under which the question and
  the reason for asking stand in the list of facts.
- **until** a day means up to that day and without it."""


def rules_table(law: LawOnDay, topics: Iterable[Topic]) -> str:
    """The rules on some topics as Markdown, as they stand on the day of the law given."""
    return "\n".join(_lines(law, tuple(topics))).rstrip("\n") + "\n"


def topic_named(name: str) -> Topic:
    """A topic from a word somebody typed."""
    topic = next((known for known in SECTIONS if known == name), None)
    if topic is None:
        raise ToolInputError(
            f"there is no topic {name!r} in the table of rules",
            remedy=f"One of: {', '.join(SECTIONS)}.",
        )
    return topic


def _lines(law: LawOnDay, topics: tuple[Topic, ...]) -> Iterator[str]:
    yield f"# The rules as of {law.day}"
    yield ""
    yield _HOW_TO_READ
    yield ""
    for topic in topics:
        yield from SECTIONS[topic](law).markdown()
