"""``classify_ai_system``: the tiers of a system under the AI Act, on facts read off its description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copilot.agent.asking import Asking
from copilot.agent.intake import ClassifiedDescription
from copilot.agent.tools.described import DescribedSystem, brief, classified, read_at_its_gravest, worded
from copilot.agent.tools.tool import Tool
from copilot.grounding import Source
from copilot.law import label_of
from copilot.rules import Step
from copilot.rules.ai_act import Finding
from copilot.rules.application import written


def _gather(told: DescribedSystem, asking: Asking) -> tuple[Source, ...]:
    found = classified(told, asking)
    classification = found.result.classification
    result = replace(
        classification.as_tool_result(),
        verdict=f"{read_at_its_gravest(found)}; {classification.verdict}",
        steps=tuple(_step(finding) for finding in _telling(found)),
    )
    provisions = (finding.provision for finding in _telling(found))
    return (brief(result, found), *worded((*provisions, *classification.basis), asking.law))


def _telling(found: ClassifiedDescription) -> Iterator[Finding]:
    """What the call rests on, what stands beside it, then every other tier that is settled."""
    settled = (one for one in found.result.classification.findings if one.certainty != "possible")
    called = found.result.called
    yield from dict.fromkeys((*called.findings, *called.beside, *settled))


def _step(finding: Finding) -> Step:
    dates = dict.fromkeys(
        f"{label_of(one.provision.segments)} from {written(one.application.binds.start)}"
        for one in finding.binds
    )
    return Step(
        question=f"Is it {finding.tier} by {label_of(finding.provision.segments)} AI Act?",
        found="yes"
        if finding.certainty == "certain"
        else "yes, if the Act reaches it and what was supposed holds",
        matters=f"What follows applies: {'; '.join(dates)}."
        if dates
        else "No date of application is held.",
        provision=finding.provision,
    )


CLASSIFY_AI_SYSTEM = Tool(
    name="classify_ai_system",
    about="Classifies an AI system that is described in words: prohibited, high-risk, transparency, general-purpose, "
    "minimal or out of scope; with what is still open.",
    progress="Classifying the system",
    arguments=DescribedSystem,
    gather=_gather,
)
