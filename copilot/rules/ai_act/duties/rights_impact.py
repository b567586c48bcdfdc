"""The fundamental rights impact assessment: who owes it, what it holds, and what follows. Article 27."""

from __future__ import annotations

from copilot.law import Period
from copilot.rules.ai_act.duties.rule import Case, DutyRule, Follows, annex_iii
from copilot.rules.ai_act.formula import one_of
from copilot.rules.ai_act.rule import AMENDED, FIRST_WORDING, IN_FORCE, act

_CREDIT_AND_INSURANCE = ("5/b", "5/c")
_OTHER_POINTS = Follows(
    ("high-risk-annex-iii",),
    but_not=tuple(act(f"anx-3/{point}") for point in ("2", *_CREDIT_AND_INSURANCE)),
)
WHO_MUST = (
    Case(annex_iii(*_CREDIT_AND_INSURANCE)),
    Case(_OTHER_POINTS, one_of("organisation.public_law_body", "organisation.public_services")),
)
"""Any deployer for credit scoring and for life and health insurance; elsewhere public bodies and public services."""


def _owed(
    key: str,
    path: str,
    title: str,
    what: str,
    *evidence: str,
    also: tuple[str, ...] = (),
    in_force: Period = IN_FORCE,
) -> DutyRule:
    return DutyRule(
        key=key,
        role="deployer",
        provision=act(path),
        title=title,
        what=what,
        evidence=evidence,
        cases=WHO_MUST,
        also=tuple(act(other) for other in also),
        in_force=in_force,
    )


ASSESSMENT = _owed(
    "rights-impact-assessment",
    "art-27/1",
    "Fundamental rights impact assessment",
    "Before first use, assess the impact on fundamental rights: the processes of use, its period and "
    "frequency, the categories of persons affected, the specific risks of harm to them, human oversight, "
    "and what is done if risks come true, with governance and complaints.",
    "Assessment with the six elements (a) to (f)",
    "Sign-off dated before first use",
    also=tuple(f"art-27/1/{point}" for point in "abcdef"),
)

UPDATE = _owed(
    "rights-impact-update",
    "art-27/2",
    "Keep the impact assessment current",
    "Update the assessment when an element has changed or is out of date; in similar cases an earlier one, "
    "or the provider's, may be relied on.",
    "Review dates and what changed",
)

NOTIFICATION = _owed(
    "rights-impact-notification",
    "art-27/3",
    "Notify the results",
    "Notify the results to the market surveillance authority with the AI Office's template filled in. In "
    "the cases of Art. 46(1) there may be an exemption.",
    "Notification with the template",
    also=("art-27/5",),
)

COMPLEMENT_UNTIL_2026 = _owed(
    "rights-impact-and-data-protection",
    "art-27/4",
    "Join it with the data protection impact assessment",
    "Where a data protection impact assessment already meets a part of this, the impact assessment "
    "complements it.",
    "Both assessments, with what each covers",
    in_force=FIRST_WORDING,
)
COMPLEMENT = _owed(
    "rights-impact-and-data-protection",
    "art-27/4",
    "Join it with the data protection impact assessment",
    "Where a data protection impact assessment already meets a part of this, you may refer to its sections "
    "or take parts over; nothing has to be written twice.",
    "References between both assessments",
    in_force=AMENDED,
)

DUTIES = (ASSESSMENT, UPDATE, NOTIFICATION, COMPLEMENT_UNTIL_2026, COMPLEMENT)
