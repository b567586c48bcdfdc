"""Which duties of a described system follow from what it was called; others are only not ruled out yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.agent.extractive.result import ReadStep, Result

_ARTICLE = re.compile(r"/art-(\d+)")
_OF_A_TIER = {5: "prohibited", 50: "transparency", **dict.fromkeys(range(51, 57), "general-purpose")}
"""The tiers whose duties stand in articles of their own; what is left is of high-risk systems."""

_LITERACY = 4
_OF_FEW = re.compile(
    r"^(?:As (?:a public authority|an employer)|To search for|Whatever the purpose and whoever uses it)"
)


def duties_that_follow(result: Result) -> Iterator[ReadStep]:
    """The steps on duties of the tiers that the description was called, without those of police and authorities."""
    call = result.clauses[0] if result.clauses else ""
    for step in result.steps:
        if (
            step.question.startswith("What does the")
            and not _OF_FEW.match(step.found)
            and _follows(step, call)
        ):
            yield step


def _follows(step: ReadStep, call: str) -> bool:
    number = _ARTICLE.search(step.provision)
    article = int(number[1]) if number else 0
    if article in _OF_A_TIER:
        name = _OF_A_TIER[article]
        return name in call and f"neither {name}" not in call
    return article == _LITERACY or ("high-risk" in call and "nor high-risk" not in call)
