"""``dates_of_application``: from when a provision binds whom."""

from __future__ import annotations

from pydantic import Field

from copilot.agent.asking import Asking
from copilot.agent.tools.tool import Arguments, Tool
from copilot.grounding import Source
from copilot.law import ProvisionId
from copilot.rules.application import application_of


class DatesOfApplication(Arguments):
    """Of which provision."""

    id: str = Field(description='The provision whose dates are asked for, like "eu-ai-act/art-26".')


def _gather(told: DatesOfApplication, asking: Asking) -> tuple[Source, ...]:
    """The result, and the provisions that give its dates."""
    provision_id = ProvisionId.parse(told.id)
    asking.provision(provision_id)
    result = application_of(asking.law, provision_id)
    bases = dict.fromkeys(step.provision for step in result.steps)
    return (result, *(wording for basis in bases if (wording := asking.provision(basis)).text))


DATES_OF_APPLICATION = Tool(
    name="dates_of_application",
    about="From when a provision binds whom, as the law stood on the day asked about, with the provision that says so.",
    progress="Looking up from when it applies",
    arguments=DatesOfApplication,
    gather=_gather,
)
