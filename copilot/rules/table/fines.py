"""The section on fines: the lists of the AI Act, which limit counts for whom, and what MAR asks of national law."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from copilot.errors import CopilotError
from copilot.law import LawOnDay, ProvisionId
from copilot.rules.binding import cited
from copilot.rules.fines import Kind, Offender, fine_for, listing, market_abuse, union_bodies, what_counts
from copilot.rules.fines.listing import LIMITS, LISTINGS, TIER_OF, UNLISTED_DUTIES, Listing, Tier, listed
from copilot.rules.fines.topics import TOPICS
from copilot.rules.table.notes import notes_of, plain
from copilot.rules.table.section import Entry, Part, Section, grid

_UNION_BODIES: tuple[tuple[str, str], ...] = (
    ("a prohibition of Art. 5", "eu-ai-act/art-5"),
    ("Art. 50", "eu-ai-act/art-50"),
    ("Art. 26", "eu-ai-act/art-26"),
)
"""Article 100 has one sum for everything outside Article 5: two examples, since their dates differ."""
_EXAMPLES = (
    "Whether the sum for other obligations applies yet depends on the date of each; two examples follow."
)
_MAR_KINDS: tuple[Kind, ...] = ("natural-person", "undertaking", "sme")


def section(law: LawOnDay) -> Section:
    """How high a fine can be, by the wording of the day."""
    return Section(
        "Fines",
        (
            Part(
                "AI Act: limits",
                (Entry("Each tier, for whom", _limits(law)),),
                (plain(what_counts.__doc__),),
            ),
            Part("AI Act: what is fined in which tier", tuple(_listings(law)), notes_of(listing)),
            Part(
                "Union institutions, bodies, offices and agencies",
                (Entry("What they can be fined", _union_bodies(law)),),
                (plain(union_bodies.__doc__), _EXAMPLES),
            ),
            Part("Market abuse", (Entry("The least a maximum must be", _market_abuse(law)),), _mar_notes()),
        ),
        (
            "Whether a duty and its fine apply on the day is read from the dates of application; the sums of "
            "the listings are those of the law, the choice between them is code (`copilot/rules/fines`), which "
            "is asked here for every kind of offender.",
        ),
    )


def _limits(law: LawOnDay) -> tuple[str, ...]:
    kinds = tuple(kind for kind in get_args(Kind) if kind != "union-body")
    rows = tuple(
        (
            tier,
            _name(TIER_OF[tier], law),
            str(limits),
            kind,
            what_counts.what_counts(tier, Offender(kind=kind), law).step.found,
        )
        for tier, limits in LIMITS.items()
        for kind in kinds
    )
    return grid(("tier", "provision", "limits", "offender", "what counts"), rows)


def _listings(law: LawOnDay) -> Iterator[Entry]:
    for tier in get_args(Tier):
        of_tier = [each for each in LISTINGS if each.tier == tier]
        rows = tuple(_listing(each, law) for each in of_tier)
        columns = ("duty", "not for", "named in", "reached through")
        yield Entry(f"{tier}: {LIMITS[tier]}", grid(columns, rows))
    unlisted = tuple(_unlisted(duty, law) for duty in UNLISTED_DUTIES)
    said = "No list names these duties, so national rules on penalties remain (our reading):"
    yield Entry("In no list", (said, "", *unlisted))


def _unlisted(duty: ProvisionId, law: LawOnDay) -> str:
    """A duty that was in no list to begin with; an amendment can have put it into one since."""
    now = listed(duty, law)
    since = f", but on {law.day} named in {_name(now.basis, law)}" if now else ""
    return f"- {_name(duty, law)}{since}"


def _listing(each: Listing, law: LawOnDay) -> tuple[str, ...]:
    return (
        _name(each.duty, law),
        "; ".join(_name(part, law) for part in each.but_not),
        _name(each.basis, law),
        _name(each.through, law) if each.through else "",
    )


def _union_bodies(law: LawOnDay) -> tuple[str, ...]:
    return tuple(
        f"- For {what}: {fine_for(ProvisionId.parse(duty), Offender(kind='union-body'), law=law).result.verdict}"
        for what, duty in _UNION_BODIES
        if ProvisionId.parse(duty) in law
    )


def _market_abuse(law: LawOnDay) -> tuple[str, ...]:
    rows = tuple(
        (topic, cited(law, unit), kind, _verdict(unit, kind, law))
        for topic, unit in _mar_topics(law)
        for kind in _MAR_KINDS
    )
    return grid(("infringement", "provision", "offender", "least maximum"), rows)


def _mar_topics(law: LawOnDay) -> Iterator[tuple[str, ProvisionId]]:
    for topic, provision in TOPICS.items():
        unit = ProvisionId.parse(provision)
        if unit.instrument == "mar" and unit in law:
            yield topic, unit


def _verdict(unit: ProvisionId, kind: Kind, law: LawOnDay) -> str:
    try:
        return fine_for(unit, Offender(kind=kind), law=law).result.verdict
    except CopilotError as error:
        return str(error)


def _mar_notes() -> tuple[str, ...]:
    return (
        plain(market_abuse.__doc__),
        "The rule is code (`copilot/rules/fines/market_abuse.py`); what it says for each article and offender "
        "follows. The maximum must, besides, be at least three times the profit gained or loss avoided.",
    )


def _name(unit: ProvisionId, law: LawOnDay) -> str:
    """A provision as people write it; one that is not law on the day by its id."""
    return cited(law, unit) if unit in law else f"{unit} (not law on {law.day})"
