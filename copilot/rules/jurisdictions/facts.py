"""What is told of a launch: the AI system, and what only law outside the AI Act asks."""

# ruff: noqa: RUF009  # asked() makes fields

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from copilot.rules.ai_act import AISystem
from copilot.rules.ai_act.facts.topic import Asked, Topic, asked
from copilot.rules.telling import UNLESS_UNKNOWN, Said

_Sum = Annotated[Decimal, Field(ge=0, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class LaunchFacts(Topic):
    """Facts on the launch that the AI Act does not ask: the decision, the firm, and the people."""

    personal_data: Said = asked(
        "Does it process personal data?", "The GDPR and the UK GDPR are about nothing else."
    )
    solely_automated: Said = asked(
        "Are those decisions taken without meaningful human involvement?",
        "An element of Art. 22 GDPR, of UK GDPR Arts 22A to 22D and of California's ADMT duties.",
    )
    influences_decision: Said = asked(
        "Does its output materially influence, or substantially assist, the human decision?",
        "Enough for Colorado SB 26-189 and for NYC Local Law 144.",
    )
    credit_decisions: Said = asked(
        "Does it bear on decisions about credit or lending, to persons or to firms?",
        "US credit law protects applicants for credit, also where nobody's personal credit is scored.",
    )
    consumer_credit: Said = asked(
        "Is that consumer credit?", "The Consumer Credit Directive and CONC 5.2A are about consumers."
    )
    housing: Said = asked("Does it bear on housing, or on lending for housing?", "The Fair Housing Act.")
    health_care: Said = asked(
        "Does it bear on decisions about a person's health care?",
        "Such decisions are consequential in Colorado and significant in California.",
    )
    uses_consumer_reports: Said = asked(
        "Does it use consumer reports, such as data of a credit bureau?", "FCRA section 615."
    )
    denies_service: Said = asked(
        "Can its output lead to an account or a financial service being refused, blocked or closed?",
        "Then state laws on automated decisions can reach a tool that does not score credit.",
    )
    consumers: Said = asked(
        "Do consumers or retail customers deal with it, or bear its results?",
        "The UK Consumer Duty, and unfair or deceptive practices.",
    )
    companion: Said = asked("Is it meant as a companion to people?", "California SB 243.")
    promotion: Said = asked("Does it serve decisions on promotion?", "NYC Local Law 144, beside hiring.")
    video_interviews: Said = asked(
        "Does it analyse video interviews of applicants?", "The Illinois AI Video Interview Act."
    )
    face_recognition: Said = asked(
        "Is face recognition used in interviews or recruitment?", "Maryland section 3-717."
    )
    trained_model: Said = asked(
        "Did you train the model yourselves, rather than use somebody else's?",
        "California SB 53 and New York's RAISE Act address those who train frontier models.",
    )
    generative_ai: Said = asked(
        "Is the model generative or agentic AI?", "SR 26-2 leaves both out (footnote 3)."
    )
    us_bank: Said = asked(
        "Is the firm a bank supervised by the Federal Reserve, the OCC or the FDIC?",
        "Only such banks are addressed by the guidance on model risk.",
    )
    total_assets_usd: Annotated[_Sum | None, UNLESS_UNKNOWN] = asked(
        "How large are the firm's total assets, in US dollars?",
        "SR 26-2 is most relevant above USD 30 billion.",
    )
    uk_bank_with_models: Said = asked(
        "Is the firm a bank supervised by the PRA that uses internal models?", "PRA SS1/23."
    )
    fca_regulated: Said = asked("Does the FCA regulate the firm?", "The FCA's rules bind such firms only.")
    payments_or_aml: Said = asked(
        "Is the firm a payment service provider, or bound by anti-money-laundering law?",
        "PSD2 and anti-money-laundering law.",
    )
    market_surveillance: Said = asked(
        "Does it look for market abuse in orders and transactions?",
        "Art. 16 of MAR and of UK MAR, and US rules against manipulation.",
    )
    arranges_trades: Said = asked(
        "Does the firm operate a trading venue, or professionally arrange or execute transactions?",
        "Art. 16 of MAR and of UK MAR address these persons.",
    )
    algorithmic_trading: Said = asked("Does the firm trade by algorithm?", "MiFID II Art. 17 and RTS 6.")


@dataclass(frozen=True, slots=True)
class Launch:
    """A system and the facts on its launch, as they were told."""

    system: AISystem = AISystem()
    facts: LaunchFacts = LaunchFacts()


LAUNCH_FACTS: dict[str, Asked] = {
    f"launch.{entry.name}": entry.metadata[Asked] for entry in fields(LaunchFacts)
}
"""Every fact on a launch by key, with its question."""
