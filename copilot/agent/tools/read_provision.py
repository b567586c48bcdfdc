"""``read_provision``: the text of a provision that is known by its id, with all its parts."""

from __future__ import annotations

from pydantic import Field

from copilot.agent.asking import Asking
from copilot.agent.tools.tool import Arguments, Tool
from copilot.grounding import Source
from copilot.law import ProvisionId


class ReadProvision(Arguments):
    """What to read."""

    ids: tuple[str, ...] = Field(
        min_length=1,
        max_length=5,
        description='Ids of provisions, like "eu-ai-act/art-26/6" or "sfdr/art-4".',
    )


def _gather(told: ReadProvision, asking: Asking) -> tuple[Source, ...]:
    passages = (asking.passage(ProvisionId.parse(name)) for name in told.ids)
    return tuple(
        {
            part.id: asking.in_official_words(part) for passage in passages for part in passage if part.text
        }.values()
    )


READ_PROVISION = Tool(
    name="read_provision",
    about="Reads provisions by id, each with all its parts, as worded on the day asked about.",
    progress="Reading the provision",
    arguments=ReadProvision,
    gather=_gather,
)
