"""``compare_wordings``: how a provision read on one day and reads on another."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from copilot.agent.asking import Asking
from copilot.agent.tools.tool import Arguments, Tool
from copilot.grounding import Source
from copilot.law import ProvisionId
from copilot.rules.wording_changes import wording_changes


class CompareWordings(Arguments):
    """Which provision, on which two days."""

    id: str = Field(description='A provision, like "eu-ai-act/art-4".')
    first: date = Field(description="The earlier day.")
    second: date = Field(description="The later day.")


def _gather(told: CompareWordings, asking: Asking) -> tuple[Source, ...]:
    provision_id = ProvisionId.parse(told.id)
    asking.timeline(provision_id)
    return (wording_changes(asking.law.corpus, provision_id, told.first, told.second),)


COMPARE_WORDINGS = Tool(
    name="compare_wordings",
    about="How a provision read on each of two days, where it differs, and whether its dates of application moved.",
    progress="Comparing the wordings",
    arguments=CompareWordings,
    gather=_gather,
)
