"""General-purpose AI models with systemic risk: Articles 52(1) and 55(1), point (c), of the AI Act."""

from __future__ import annotations

from datetime import date

from copilot.law import Period, ProvisionId
from copilot.rules.deadlines.counting import days_after
from copilot.rules.deadlines.deadline import Deadline, Findings

VERSION = "1"
VALID = Period(date(2024, 8, 1))

_NOTIFY = ProvisionId.parse("eu-ai-act/art-52/1")
_ARGUE = ProvisionId.parse("eu-ai-act/art-52/2")
_INCIDENT = ProvisionId.parse("eu-ai-act/art-55/1/c")
_TWO_WEEKS = 14


def threshold_met(found: Findings) -> None:
    """The Commission is notified within two weeks of the condition being met, or of knowing that it will be."""
    counted = days_after(found.situation.known_at, _TWO_WEEKS, found.situation.zone)
    provider = "the provider of the model"
    found.add(
        Deadline(
            duty="notify that the model meets the condition of Art. 51(1)(a) (two weeks)",
            who=provider,
            addressee="the Commission",
            basis=_NOTIFY,
            pace="without delay",
            due=counted.due,
            contents=("the information necessary to demonstrate that the requirement is met",),
            contents_basis=_NOTIFY,
            note="The two weeks begin with the earlier: the condition is met, or it is known that it will be.",
        ),
        counted,
    )
    found.add(
        Deadline(
            duty="present arguments that the model exceptionally poses no systemic risk, if there are any",
            who=provider,
            addressee="the Commission",
            basis=_ARGUE,
            pace=None,
            due=counted.due,
            note="It may do so with its notification; it need not.",
        )
    )


def incident_with_model(found: Findings) -> None:
    """Serious incidents are tracked, documented and reported without undue delay."""
    found.add(
        Deadline(
            duty="report the serious incident",
            who="the provider of the model with systemic risk",
            addressee="the AI Office and, as appropriate, national competent authorities",
            basis=_INCIDENT,
            pace="without undue delay",
            due=None,
            contents=("relevant information on the incident", "possible corrective measures"),
            contents_basis=_INCIDENT,
        )
    )
