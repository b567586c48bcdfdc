"""``duties_of``: what each role owes for a system under the AI Act, and from when."""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from copilot.agent.asking import Asking
from copilot.agent.tools.described import DescribedSystem, brief, classified, read_at_its_gravest, worded
from copilot.agent.tools.tool import Tool
from copilot.grounding import Source
from copilot.rules import Step
from copilot.rules.ai_act.duties import Bearer, Duty, duties
from copilot.rules.application import written


class DutiesOf(DescribedSystem):
    """The system, and whose duties are asked for."""

    role: Bearer | None = Field(default=None, description="Only the duties of this role.")


def _gather(told: DutiesOf, asking: Asking) -> tuple[Source, ...]:
    found = classified(told, asking)
    owed = duties(found.merged.system, asking.as_of)
    wanted = [duty for duty in owed.duties if told.role in (None, duty.role)]
    result = replace(
        owed.as_tool_result(),
        verdict=f"{read_at_its_gravest(found)}; {owed.verdict}",
        steps=tuple(_step(duty) for duty in wanted),
    )
    provisions = (duty.provision for duty in sorted(wanted, key=lambda duty: duty.certainty != "certain"))
    return (brief(result, found), *worded(provisions, asking.law))


def _step(duty: Duty) -> Step:
    since = f"from {written(duty.first_day)}" if duty.first_day else "not, as things stand"
    return Step(
        question=f"What does the {duty.role.replace('-', ' ')} owe ({duty.title})?",
        found=duty.what,
        matters=f"{duty.certainty.capitalize()}; it binds {since}; fined by {duty.fined}.",
        provision=duty.provision,
    )


DUTIES_OF = Tool(
    name="duties_of",
    about="What a provider, a deployer or another role owes for a system that is described in words, and from when.",
    progress="Listing what is owed",
    arguments=DutiesOf,
    gather=_gather,
)
