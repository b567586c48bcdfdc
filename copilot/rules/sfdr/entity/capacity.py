"""In which capacity SFDR reaches an entity: Article 2, points (1), (7) and (11), Articles 16 and 17."""

from __future__ import annotations

from dataclasses import dataclass

from copilot.law import ProvisionId
from copilot.rules.sfdr.criterion import Criterion
from copilot.rules.sfdr.duty import Capacity, Condition, sfdr
from copilot.rules.sfdr.held import Held, every, opposite, some
from copilot.rules.sfdr.told import Told

_EXEMPT_BELOW = 3
_LEAST_MEMBERS = 15


@dataclass(frozen=True, slots=True)
class Limb:
    """One point of a definition, and the capacity it gives."""

    capacity: Capacity
    provision: ProvisionId
    about: str
    holds: Condition


def _small(told: Told) -> Held:
    """Fewer than three persons, where the Member State has not decided otherwise: Art. 17(1) and (2)."""
    return every(told.below("persons_employed", _EXEMPT_BELOW), told.no("member_state_includes_small"))


def exempt_intermediary(told: Told) -> Held:
    """A small insurance intermediary that advises on IBIPs: Art. 17(1)."""
    return every(told.yes("insurance_intermediary"), told.yes("insurance_advice"), _small(told))


def exempt_firm(told: Told) -> Held:
    """A small investment firm that provides investment advice: Art. 17(1)."""
    return every(told.yes("investment_firm"), told.yes("investment_advice"), _small(told))


def exempt(told: Told) -> Held:
    """Either of the two."""
    return some(exempt_intermediary(told), exempt_firm(told))


def _managing_firm(told: Told) -> Held:
    """Art. 2, point (1)(b); whether Art. 17(1) takes out the manager, too, is a matter of reading."""
    exempt = every(exempt_firm(told), told.yes("exemption_covers_management"))
    return every(told.yes("investment_firm"), told.yes("portfolio_management"), opposite(exempt))


def iorp(told: Told) -> Held:
    """An IORP that is not left out of the definition: Art. 2, points (1)(c) and (7)."""
    enough = opposite(told.below("iorp_members", _LEAST_MEMBERS))
    return every(told.yes("iorp"), told.no("iorp_article_5"), enough)


def _pension_manufacturer(told: Told) -> Held:
    """Art. 2, point (1)(d), and the choice of a Member State under Art. 16(1)."""
    included = every(told.yes("social_security_schemes"), told.yes("member_state_includes_schemes"))
    return some(told.yes("pension_manufacturer"), included)


def _with(licence: str, service: str) -> Condition:
    return lambda told: every(told.yes(licence), told.yes(service))


def _is(licence: str) -> Condition:
    return lambda told: told.yes(licence)


def _participant(point: str, about: str, holds: Condition) -> Limb:
    return Limb("financial market participant", sfdr(f"art-2/1/{point}"), about, holds)


def _adviser(point: str, about: str, holds: Condition) -> Limb:
    return Limb("financial adviser", sfdr(f"art-2/11/{point}"), about, holds)


PARTICIPANTS = (
    _participant(
        "a",
        "an insurance undertaking that makes IBIPs available",
        _with("insurance_undertaking", "makes_ibips_available"),
    ),
    _participant("b", "an investment firm that manages portfolios", _managing_firm),
    _participant("c", "an IORP", iorp),
    _participant("d", "a manufacturer of pension products", _pension_manufacturer),
    _participant("e", "an AIFM", _is("aifm")),
    _participant("f", "a PEPP provider", _is("pepp_provider")),
    _participant("g", "a registered manager of a qualifying venture capital fund", _is("euveca_manager")),
    _participant(
        "h", "a registered manager of a qualifying social entrepreneurship fund", _is("eusef_manager")
    ),
    _participant("i", "a UCITS management company", _is("ucits_manager")),
    _participant(
        "j",
        "a credit institution that manages portfolios",
        _with("credit_institution", "portfolio_management"),
    ),
)

ADVISERS = (
    _adviser(
        "a",
        "an insurance intermediary that advises on IBIPs",
        lambda told: every(
            told.yes("insurance_intermediary"),
            told.yes("insurance_advice"),
            opposite(exempt_intermediary(told)),
        ),
    ),
    _adviser(
        "b",
        "an insurance undertaking that advises on IBIPs",
        _with("insurance_undertaking", "insurance_advice"),
    ),
    _adviser(
        "c",
        "a credit institution that provides investment advice",
        _with("credit_institution", "investment_advice"),
    ),
    _adviser(
        "d",
        "an investment firm that provides investment advice",
        lambda told: every(
            told.yes("investment_firm"), told.yes("investment_advice"), opposite(exempt_firm(told))
        ),
    ),
    _adviser("e", "an AIFM that provides investment advice", _with("aifm", "investment_advice")),
    _adviser(
        "f",
        "a UCITS management company that provides investment advice",
        _with("ucits_manager", "investment_advice"),
    ),
)


def participant(told: Told) -> Held:
    """A financial market participant: Art. 2, point (1)."""
    return some(*(limb.holds(told) for limb in PARTICIPANTS))


def adviser(told: Told) -> Held:
    """A financial adviser that Art. 17 does not exempt: Art. 2, point (11)."""
    return some(*(limb.holds(told) for limb in ADVISERS))


def insurance_adviser(told: Told) -> Held:
    """An adviser of Art. 2, point (11)(a) or (b)."""
    return some(*(limb.holds(told) for limb in ADVISERS[:2]))


def investment_adviser(told: Told) -> Held:
    """An adviser of Art. 2, point (11)(c) to (f)."""
    return some(*(limb.holds(told) for limb in ADVISERS[2:]))


CRITERIA = (
    *(
        Criterion(f"Is it {limb.about}?", f"That makes it a {limb.capacity}.", limb.provision, limb.holds)
        for limb in (*PARTICIPANTS, *ADVISERS)
    ),
    Criterion(
        "Is it exempt as a small insurance intermediary that advises?",
        "SFDR does not apply to one with fewer than three persons; three are enough for it to apply.",
        sfdr("art-17/1"),
        exempt_intermediary,
    ),
    Criterion(
        "Is it exempt as a small investment firm that advises?",
        "SFDR does not apply to one with fewer than three persons; three are enough for it to apply.",
        sfdr("art-17/1"),
        exempt_firm,
    ),
)
