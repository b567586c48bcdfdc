"""``jurisdictions_of``: the regimes that a system meets where it is launched."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, JsonValue, TypeAdapter

from copilot.agent.asking import Asking
from copilot.agent.tools.described import DescribedSystem, brief, classified
from copilot.agent.tools.tool import Tool
from copilot.grounding import Source
from copilot.rules.jurisdictions import Launch, LaunchFacts, jurisdictions, shipped_register

_launch_facts = TypeAdapter(LaunchFacts)


class JurisdictionsOf(DescribedSystem):
    """The system, and where it is launched."""

    places: tuple[str, ...] = Field(
        min_length=1, description='Places like "eu", "us-federal", "us-co", "us-ny-nyc", "uk".'
    )
    launch: Mapping[str, JsonValue] = Field(
        default={}, description='Facts on the launch, like {"us_bank": true}.'
    )


def _gather(told: JurisdictionsOf, asking: Asking) -> tuple[Source, ...]:
    found = classified(told, asking)
    launch = Launch(found.merged.system, _launch_facts.validate_python(dict(told.launch)))
    report = jurisdictions(shipped_register(asking.law.corpus), launch, told.places, asking.law)
    return (brief(report.result, found),)


JURISDICTIONS_OF = Tool(
    name="jurisdictions_of",
    about="Which regimes of the EU, the US (federal and states) and the UK a system that is described meets, with "
    "their status on the day, and what they share.",
    progress="Looking at the jurisdictions",
    arguments=JurisdictionsOf,
    gather=_gather,
)
