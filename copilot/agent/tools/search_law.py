"""``search_law``: the wordings in force on the day that match a question, each with its whole paragraph."""

from __future__ import annotations

from pydantic import Field

from copilot.agent.asking import Asking
from copilot.agent.tools.tool import Arguments, Tool
from copilot.grounding import Source


class SearchLaw(Arguments):
    """What to look for."""

    query: str = Field(
        min_length=1,
        max_length=2_000,
        description="The question, or what to look for, in words. Name the act where one is meant.",
    )
    top: int = Field(default=5, ge=1, le=10, description="How many paragraphs to find.")


def _gather(told: SearchLaw, asking: Asking) -> tuple[Source, ...]:
    found = asking.searcher.search(told.query, as_of=asking.as_of, actor=asking.actor, top=told.top)
    wordings = (part for hit in found for part in (hit.provision, *hit.paragraph) if part.text)
    return tuple({wording.id: asking.in_official_words(wording) for wording in wordings}.values())


SEARCH_LAW = Tool(
    name="search_law",
    about="Finds provisions of law, frameworks and the firm's policies by meaning, as worded on the day asked about.",
    progress="Looking through the law",
    arguments=SearchLaw,
    gather=_gather,
)
