"""What a sustainable investment is: Article 2, point (17), with its three elements."""

from __future__ import annotations

from copilot.rules.sfdr.criterion import Criterion
from copilot.rules.sfdr.duty import sfdr
from copilot.rules.sfdr.held import Held, every, some
from copilot.rules.sfdr.told import Told

_DEFINITION = sfdr("art-2/17")


def contributes(told: Told) -> Held:
    """An activity that contributes to an environmental or to a social objective."""
    return some(told.yes("contributes_environmental"), told.yes("contributes_social"))


def harms_nothing(told: Told) -> Held:
    """No significant harm to any of those objectives."""
    return told.no("significant_harm")


def well_governed(told: Told) -> Held:
    """Good governance of the companies invested in; our reading: nothing is asked where there are none."""
    return some(told.no("invests_in_companies"), told.yes("good_governance"))


def sustainable_investments(told: Told) -> Held:
    """All three elements at once."""
    return every(contributes(told), harms_nothing(told), well_governed(told))


def committed(told: Told) -> Held:
    """A commitment to some sustainable investments by a product that does not have them as its objective."""
    return some(told.yes("commits_to_sustainable_investments"), told.above("minimum_sustainable_share", 0))


CRITERIA = (
    Criterion(
        "Do its sustainable investments contribute to an environmental or social objective?",
        "The first of three elements of a sustainable investment.",
        _DEFINITION,
        contributes,
    ),
    Criterion(
        "Do they significantly harm none of those objectives?",
        "The second element; Art. 2a has the RTS say what is disclosed about it.",
        _DEFINITION,
        harms_nothing,
    ),
    Criterion(
        "Do the companies invested in follow good governance practices?",
        "The third element, and the proviso of Art. 8(1). Where no companies are invested in, we read it as met.",
        _DEFINITION,
        well_governed,
    ),
    Criterion(
        "Are they sustainable investments?",
        "Only with all three elements; SFDR sets no minimum score for any of them.",
        _DEFINITION,
        sustainable_investments,
    ),
)
