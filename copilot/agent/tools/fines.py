"""``fine_limit``: how high a fine for an infringement can be."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from pydantic import Field

from copilot.agent.asking import Asking
from copilot.agent.tools.tool import Arguments, Tool
from copilot.grounding import Source
from copilot.rules.fines import Kind, Supervisor, Topic, fine_for, infringed, offender_from


class FineLimit(Arguments):
    """The infringement and what is known of who is fined; leave out what nobody said."""

    infringement: str = Field(
        description=f'The provision infringed, like "eu-ai-act/art-26/5", or a topic: {", ".join(get_args(Topic))}.'
    )
    kind: Kind | None = Field(default=None, description="Who is fined.")
    turnover: Decimal | None = Field(
        default=None, description="Worldwide turnover of the year before, in EUR."
    )
    supervisor: Supervisor | None = Field(default=None, description="Who supervises the AI system.")
    gain: Decimal | None = Field(
        default=None, description="What the infringement gained, in EUR (market abuse)."
    )


def _gather(told: FineLimit, asking: Asking) -> tuple[Source, ...]:
    asking.provision(infringed(told.infringement))
    offender = offender_from(
        kind=told.kind, turnover=told.turnover, supervisor=told.supervisor, gain=told.gain
    )
    fine = fine_for(told.infringement, offender, law=asking.law)
    return (fine.result, *(part for part in asking.passage(fine.basis) if part.text))


FINE_LIMIT = Tool(
    name="fine_limit",
    about="How high a fine under the AI Act or the market abuse regulation can be, by whom, and what that depends on.",
    progress="Working out the limit of the fine",
    arguments=FineLimit,
    gather=_gather,
)
