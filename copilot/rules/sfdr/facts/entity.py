"""An entity, so far as what it owes under SFDR depends on it."""

# ruff: noqa: RUF009  # asked() makes fields

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ConfigDict

from copilot.rules.sfdr.facts.asked import Number, asked, require_consistent, require_number
from copilot.rules.telling import Name, Said

_PARTICIPANT = "It makes a financial market participant: Art. 2, point (1)({})."
_ADVISER = "It can make a financial adviser: Art. 2, point (11)({})."


@dataclass(frozen=True, slots=True)
class Entity:
    """What is known of an entity; whatever nobody told is open."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: Name = ""
    insurance_undertaking: Said = asked(
        "Is it an insurance undertaking authorised under Art. 18 of Directive 2009/138/EC?",
        "An element of Art. 2, points (1)(a) and (11)(b).",
    )
    makes_ibips_available: Said = asked(
        "Does it make insurance-based investment products (IBIPs) available?",
        "An insurance undertaking that does is a participant: Art. 2, point (1)(a).",
    )
    investment_firm: Said = asked(
        "Is it an investment firm (Art. 4(1), point (1), of Directive 2014/65/EU)?",
        "An element of Art. 2, points (1)(b) and (11)(d).",
    )
    credit_institution: Said = asked(
        "Is it a credit institution?", "An element of Art. 2, points (1)(j) and (11)(c)."
    )
    portfolio_management: Said = asked(
        "Does it provide portfolio management (Art. 4(1), point (8), of Directive 2014/65/EU)?",
        "An investment firm or credit institution that does is a participant: Art. 2, points (1)(b), (j).",
    )
    investment_advice: Said = asked(
        "Does it provide investment advice (Art. 4(1), point (4), of Directive 2014/65/EU)?",
        _ADVISER.format("c) to (f"),
    )
    insurance_intermediary: Said = asked(
        "Is it an insurance intermediary (Art. 2(1), point (3), of Directive (EU) 2016/97)?",
        _ADVISER.format("a"),
    )
    insurance_advice: Said = asked(
        "Does it provide insurance advice with regard to IBIPs?",
        _ADVISER.format("a) and (b"),
    )
    iorp: Said = asked(
        "Is it an institution for occupational retirement provision, authorised or registered under Art. 9 of "
        "Directive (EU) 2016/2341?",
        _PARTICIPANT.format("c"),
    )
    iorp_article_5: Said = asked(
        "Does a Member State, by its choice, apply Art. 5 of Directive (EU) 2016/2341 to it?",
        "Then it is no IORP here: Art. 2, point (7).",
        within="iorp",
    )
    iorp_members: Number = asked(
        "How many members do the pension schemes it operates have together?",
        "With fewer than 15 it is no IORP here: Art. 2, point (7).",
    )
    pension_manufacturer: Said = asked(
        "Does it manufacture pension products (Art. 2, point (8))?", _PARTICIPANT.format("d")
    )
    social_security_schemes: Said = asked(
        "Does it manufacture pension products that operate national schemes of social security (those of "
        "Regulations (EC) No 883/2004 and No 987/2009)?",
        "It is a participant only where its Member State decided so: Art. 16(1).",
    )
    member_state_includes_schemes: Said = asked(
        "Has its Member State decided that SFDR applies to manufacturers for such schemes?",
        "The choice of Art. 16(1).",
    )
    aifm: Said = asked(
        "Is it an alternative investment fund manager (Art. 4(1), point (b), of Directive 2011/61/EU)?",
        _PARTICIPANT.format("e") + " SFDR itself names no size here.",
    )
    pepp_provider: Said = asked(
        "Does it provide a pan-European personal pension product (PEPP)?", _PARTICIPANT.format("f")
    )
    euveca_manager: Said = asked(
        "Does it manage a qualifying venture capital fund, registered under Art. 14 of Regulation (EU) No 345/2013?",
        _PARTICIPANT.format("g"),
    )
    eusef_manager: Said = asked(
        "Does it manage a qualifying social entrepreneurship fund, registered under Art. 15 of Regulation (EU) "
        "No 346/2013?",
        _PARTICIPANT.format("h"),
    )
    ucits_manager: Said = asked(
        "Is it a UCITS management company, or an authorised investment company without one?",
        _PARTICIPANT.format("i"),
    )
    persons_employed: Number = asked(
        "How many persons does it employ?",
        "Intermediaries and firms that advise are exempt with fewer than three: Art. 17(1).",
    )
    member_state_includes_small: Said = asked(
        "Has its Member State decided that SFDR applies to such small advisers, too?",
        "Then Art. 17(1) exempts nobody there: Art. 17(2).",
    )
    exemption_covers_management: Said = asked(
        "Is Art. 17(1) read as taking a small firm out as a portfolio manager, too, and not only as an adviser?",
        "The article takes out the firm, recital 6 speaks of advisers; the texts held do not settle it.",
    )
    average_employees: Number = asked(
        "How many employees did it have on average during the financial year, on its balance sheet date?",
        "Above 500, and not at 500, a participant may not explain instead: Art. 4(3).",
    )
    parent_of_large_group: Said = asked(
        "Is it the parent undertaking of a large group (Art. 3(7) of Directive 2013/34/EU)?",
        "Only of such a group are the employees counted together: Art. 4(4).",
    )
    group_average_employees: Number = asked(
        "How many employees did the group have on average during the financial year, consolidated?",
        "Above 500, and not at 500, its parent may not explain instead: Art. 4(4).",
    )
    considers_adverse_impacts: Said = asked(
        "Does it consider what its investment decisions do to sustainability factors, as principal adverse impacts?",
        "It publishes a statement then, and otherwise the reasons why not: Art. 4(1).",
    )
    considers_impacts_in_advice: Said = asked(
        "Does it consider principal adverse impacts on sustainability factors in its advice?",
        "It says so then, and otherwise why not: Art. 4(5).",
    )
    esg_ratings_in_marketing: Said = asked(
        "Does it issue ESG ratings in its marketing and disclose them to third parties?",
        "Its website has to say more about them then: Art. 13(3).",
    )
    legal_person: Said = asked(
        "Is it a legal person?", "It needs a legal entity identifier then: Art. 18a(2)."
    )

    def __post_init__(self) -> None:
        for name in ("iorp_members", "persons_employed", "average_employees", "group_average_employees"):
            require_number(name, getattr(self, name))
        require_consistent(self)
