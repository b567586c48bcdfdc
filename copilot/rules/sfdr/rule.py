"""The tools: what an entity owes under SFDR, and what is disclosed for a product, as of a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from copilot.errors import NotInForce
from copilot.law import LawOnDay, Period, ProvisionId
from copilot.rules.binding import Binding
from copilot.rules.result import Inputs, OpenQuestion, Step, ToolResult
from copilot.rules.sfdr import entity as entities
from copilot.rules.sfdr import product as products
from copilot.rules.sfdr.criterion import step_of
from copilot.rules.sfdr.duty import (
    APPLIES,
    Capacity,
    Certainty,
    Obligation,
    clocks_of,
    obligations_under,
)
from copilot.rules.sfdr.facts import Entity, Product, questions_of
from copilot.rules.sfdr.product import Regime
from copilot.rules.sfdr.proposal import Proposal, proposal_on, proposal_step
from copilot.rules.sfdr.told import Told

VERSION = "1"
VALID = APPLIES
ENTITY_TOOL = "sfdr-entity"
PRODUCT_TOOL = "sfdr-product"
_EXEMPT = "exempt: it advises with fewer than three persons (Art. 17(1))"


@dataclass(frozen=True, slots=True)
class CapacityFinding:
    """A point of Article 2 that an entity meets or may meet."""

    capacity: Capacity
    provision: ProvisionId
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class RegimeFinding:
    """A set of disclosures that a product comes under or may come under."""

    regime: Regime
    provision: ProvisionId
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class EntityDuties:
    """What an entity owes: the result with its steps, and what a program asks of it.

    ``proposal`` is what might change it and is not law; none on days before it was made.
    """

    result: ToolResult
    capacities: tuple[CapacityFinding, ...]
    obligations: tuple[Obligation, ...]
    proposal: Proposal | None
    valid: Period = VALID


@dataclass(frozen=True, slots=True)
class ProductDuties:
    """What is disclosed for a product: the result with its steps, and what a program asks of it."""

    result: ToolResult
    regimes: tuple[RegimeFinding, ...]
    obligations: tuple[Obligation, ...]
    proposal: Proposal | None
    valid: Period = VALID


def sfdr_entity(entity: Entity, law: LawOnDay) -> EntityDuties:
    """What an entity owes under SFDR, by the law as of a day; ``NotInForce`` before SFDR applied."""
    told = _told(entity, law)
    capacities = tuple(
        CapacityFinding(limb.capacity, limb.provision, "certain" if held.value else "possible")
        for limb in entities.LIMBS
        if (held := limb.holds(told)).value is not False
    )
    certain = [each.capacity for each in capacities if each.certainty == "certain"]
    possible = [each.capacity for each in capacities if each.capacity not in certain]
    obligations = tuple(obligations_under(entities.DUTIES, told))
    exempt = entities.exempt(told).value is True
    nothing = _EXEMPT if exempt else "neither financial market participant nor financial adviser"
    verdict = _verdict(certain, possible, nothing, obligations, entities.choice_between(told))
    steps = (step_of(criterion, told) for criterion in entities.CRITERIA)
    result = _result(ENTITY_TOOL, entity, told, verdict, steps, obligations)
    return EntityDuties(result, capacities, obligations, proposal_on(law.day))


def sfdr_product(product: Product, law: LawOnDay) -> ProductDuties:
    """What is disclosed for a product under SFDR, by the law as of a day; ``NotInForce`` before SFDR applied."""
    told = _told(product, law)
    regimes = tuple(
        RegimeFinding(rule.regime, rule.provision, "certain" if held.value else "possible")
        for rule in products.REGIMES
        if (held := rule.holds(told)).value is not False
    )
    certain = [_article(each.regime) for each in regimes if each.certainty == "certain"]
    possible = [_article(each.regime) for each in regimes if each.certainty == "possible"]
    obligations = tuple(obligations_under(products.DUTIES, told))
    steps = (
        products.NO_LABEL,
        *(step_of(criterion, told) for criterion in products.CRITERIA),
        *products.document_steps(told),
    )
    nothing = "no financial product of a financial market participant, so no disclosure"
    verdict = _verdict(certain, possible, nothing, obligations, products.remark(told))
    result = _result(PRODUCT_TOOL, product, told, verdict, steps, obligations)
    return ProductDuties(result, regimes, obligations, proposal_on(law.day))


def _told(described: Entity | Product, law: LawOnDay) -> Told:
    if law.day not in VALID:
        raise NotInForce(
            f"SFDR applies {VALID}, so nothing was owed under it on {law.day}",
            remedy="Ask as of a day from then on; what was law before: copilot law timeline sfdr/art-20/2",
        )
    return Told.of(described, law)


def _article(regime: Regime) -> str:
    number, _, paragraph = regime.removeprefix("article-").partition("-")
    return f"Art. {number}({paragraph})" if paragraph else f"Art. {number}"


def _result(
    tool: str,
    described: Entity | Product,
    told: Told,
    verdict: str,
    steps: Iterable[Step],
    obligations: tuple[Obligation, ...],
) -> ToolResult:
    clocks = clocks_of(obligations, told.law)
    proposal = proposal_on(told.law.day)
    taken = (*steps, *(clock.step for clock in clocks), *([proposal_step(proposal)] if proposal else []))
    cited = [step.provision for step in taken]
    cited += [at for each in obligations for at in (each.provision, *each.also)]
    return ToolResult(
        tool=tool,
        version=VERSION,
        as_of=told.law.day,
        inputs=_inputs(described),
        verdict=verdict,
        steps=tuple(dict.fromkeys(taken)),
        citations=tuple(dict.fromkeys(cited)),
        open_questions=_asked(described, obligations, clocks),
    )


def _asked(
    described: Entity | Product, obligations: tuple[Obligation, ...], clocks: tuple[Binding, ...]
) -> tuple[OpenQuestion, ...]:
    """Each fact that an obligation depends on, the one that most depend on first, then the dates in doubt."""
    bears_on = Counter(fact for each in obligations for fact in each.depends_on)
    questions = questions_of(described)
    order = list(questions)
    facts = sorted(bears_on, key=lambda fact: (-bears_on[fact], order.index(fact)))
    asked = [OpenQuestion(fact, questions[fact].question, questions[fact].matters) for fact in facts]
    dates = [clock.open_question for clock in clocks if clock.open_question]
    return (*asked, *dict.fromkeys(dates))


def _inputs(described: Entity | Product) -> Inputs:
    """What was told, as plain values; what nobody told is left out."""
    values = {fact.name: getattr(described, fact.name) for fact in fields(described)}
    return {
        name: str(value) if isinstance(value, Decimal) else value
        for name, value in values.items()
        if value not in (None, "")
    }


def _verdict(
    certain: Sequence[str],
    possible: Sequence[str],
    nothing: str,
    obligations: tuple[Obligation, ...],
    remark: str,
) -> str:
    if not certain and not possible:
        return nothing
    said = [" and ".join(dict.fromkeys(certain))] if certain else []
    if possible:
        said.append(f"possibly {' or '.join(dict.fromkeys(possible))}")
    owed = sum(each.owed for each in obligations)
    later = sum(each.certainty == "certain" and not each.owed for each in obligations)
    open_still = sum(each.certainty == "possible" for each in obligations)
    counted = f"{owed} obligations owed, {later} certain that do not bind all yet, {open_still} possible"
    return "; ".join(part for part in (f"{', '.join(said)}: {counted}", remark) if part)
