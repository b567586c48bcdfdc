"""Policies an entity publishes: on sustainability risks (Article 3) and on remuneration (Article 5)."""

from __future__ import annotations

from copilot.rules.sfdr.duty import Duty, sfdr
from copilot.rules.sfdr.entity.capacity import adviser, participant

_REMUNERATION = (
    "State in the remuneration policy how it is consistent with integrating sustainability risks, and publish that "
    "on the website. The policy is the one that sectoral law requires."
)

DUTIES = (
    Duty(
        "risk-policy",
        "financial market participant",
        sfdr("art-3/1"),
        "Publish on the website how sustainability risks are integrated in deciding on investments.",
        participant,
        ("the policy", "the page of the website"),
    ),
    Duty(
        "advice-risk-policy",
        "financial adviser",
        sfdr("art-3/2"),
        "Publish on the website how sustainability risks are integrated in the advice.",
        adviser,
        ("the policy", "the page of the website"),
    ),
    Duty(
        "remuneration",
        "financial market participant",
        sfdr("art-5/1"),
        _REMUNERATION,
        participant,
        ("the remuneration policy", "the page of the website"),
        also=(sfdr("art-5/2"),),
    ),
    Duty(
        "adviser-remuneration",
        "financial adviser",
        sfdr("art-5/1"),
        _REMUNERATION,
        adviser,
        ("the remuneration policy", "the page of the website"),
        also=(sfdr("art-5/2"),),
    ),
)
