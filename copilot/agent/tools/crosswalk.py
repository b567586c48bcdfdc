"""``counterparts`` and ``framework_gap``: what belongs together in the frameworks, and what is left between them."""

from __future__ import annotations

from pydantic import Field

from copilot.agent.asking import Asking
from copilot.agent.tools.tool import Arguments, Tool
from copilot.grounding import Source
from copilot.law import ProvisionId
from copilot.rules.crosswalk import (
    InPlace,
    ReportType,
    categories_from,
    crosswalk,
    gap,
    shipped_crosswalk,
)

_FRAMEWORKS = "eu-ai-act, nist-ai-rmf, iso-42001, soc-2"


class Counterparts(Arguments):
    """Of which provision, in which frameworks."""

    id: str = Field(description='A provision or a framework, like "eu-ai-act/art-9" or "soc-2".')
    to: tuple[str, ...] = Field(
        default=(), description=f"Frameworks to look in, all if empty: {_FRAMEWORKS}."
    )


class FrameworkGap(Arguments):
    """What is in place, and what is wanted; leave out what nobody said."""

    have: tuple[str, ...] = Field(min_length=1, description=f"Frameworks in place: {_FRAMEWORKS}.")
    want: tuple[str, ...] = Field(min_length=1, description=f"Frameworks wanted: {_FRAMEWORKS}.")
    ai_in_scope: bool | None = Field(
        default=None, description="Whether what is in place covers the AI system."
    )
    soc2_categories: tuple[str, ...] | None = Field(
        default=None, description="Categories of the SOC 2 report besides security."
    )
    soc2_type: ReportType | None = Field(default=None, description="Type of the SOC 2 report.")


def _counterparts(told: Counterparts, asking: Asking) -> tuple[Source, ...]:
    provision_id = ProvisionId.parse(told.id)
    found = crosswalk(shipped_crosswalk(asking.law.corpus), provision_id, told.to, asking.law)
    return (found.result,)


def _gap(told: FrameworkGap, asking: Asking) -> tuple[Source, ...]:
    categories = None if told.soc2_categories is None else categories_from(told.soc2_categories)
    in_place = InPlace(told.have, told.ai_in_scope, categories, told.soc2_type)
    return (gap(shipped_crosswalk(asking.law.corpus), in_place, told.want, asking.law).result,)


COUNTERPARTS = Tool(
    name="counterparts",
    about="What belongs to a provision of the AI Act, NIST AI RMF, ISO/IEC 42001 or SOC 2 in the others.",
    progress="Comparing the frameworks",
    arguments=Counterparts,
    gather=_counterparts,
)
FRAMEWORK_GAP = Tool(
    name="framework_gap",
    about="What of one framework is covered by others in place, partly, or not at all.",
    progress="Looking for gaps between the frameworks",
    arguments=FrameworkGap,
    gather=_gap,
)
