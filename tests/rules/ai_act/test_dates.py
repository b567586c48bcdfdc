from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from copilot.rules.ai_act import AISystem, Binds, classify
from tests.rules.ai_act.builders import TODAY, plain, yes
from tests.rules.ai_act.cases import PRACTICES

_DAY = timedelta(days=1)
_LAST_DAY_OF_THE_FIRST_WORDING = date(2026, 7, 26)

_RECRUITS = plain(employment=yes("recruitment"))
_DEROGATED = plain(employment=yes("recruitment"), task=yes("preparatory"))
_PRODUCT = {**yes("is_product", "third_party_assessment")}
_LIFT = plain(product={**_PRODUCT, "laws": ("lifts-2014-33",)})
_CAR = plain(product={**_PRODUCT, "laws": ("motor-vehicles-2018-858",)})
_TALKS = plain(conversation=yes("direct"))
_WRITES = plain(content=yes("synthetic"))
_READS = plain(biometrics=yes("categorises"))
_FAKES = plain(content=yes("deep_fake", "assistive_editing"))
_INFORMS = plain(content=yes("public_interest_text", "assistive_editing"))
_MODEL = plain(general_purpose={**yes("places_model", "general"), "training_flop": 1})
_SYSTEMIC = plain(general_purpose=yes("places_model", "general", "designated"))
_MINIMAL = plain()

ARTICLE_113: list[tuple[str, AISystem, str, date]] = [
    ("113(a), Chapter II", plain(**PRACTICES["f"]), "art-5/1/f", date(2025, 2, 2)),
    ("113(a), Chapter I", _MINIMAL, "art-4", date(2025, 2, 2)),
    ("113(a), exception", plain(**PRACTICES["ba"]), "art-5/1/ba", date(2026, 12, 2)),
    ("113(a), exception", plain(**PRACTICES["bb"]), "art-5/1/bb", date(2026, 12, 2)),
    ("113(b), Chapter V", _MODEL, "art-53", date(2025, 8, 2)),
    ("113(b), Chapter V", _SYSTEMIC, "art-52/1", date(2025, 8, 2)),
    ("113(b), Chapter V", _SYSTEMIC, "art-55", date(2025, 8, 2)),
    ("113(c)(i)", _RECRUITS, "anx-3/4/a", date(2027, 12, 2)),
    ("113(c)(i)", _RECRUITS, "art-8", date(2027, 12, 2)),
    ("113(c)(i)", _DEROGATED, "art-6/4", date(2027, 12, 2)),
    ("113(c)(ii)", _LIFT, "art-6/1", date(2028, 8, 2)),
    ("113(c)(ii)", _LIFT, "art-8", date(2028, 8, 2)),
    ("113(c)(ii)", _CAR, "art-6/1", date(2028, 8, 2)),
    ("113, second paragraph", _TALKS, "art-50/1", date(2026, 8, 2)),
    ("113, second paragraph", _WRITES, "art-50/2", date(2026, 8, 2)),
    ("113, second paragraph", _READS, "art-50/3", date(2026, 8, 2)),
    ("113, second paragraph", _FAKES, "art-50/4", date(2026, 8, 2)),
    ("113, second paragraph", _INFORMS, "art-50/4/sub-2", date(2026, 8, 2)),
    ("113, second paragraph", _MINIMAL, "art-95", date(2026, 8, 2)),
]
"""Each entry of Article 113 as amended, with what it dates and its first day."""

FIRST_WORDING: list[tuple[str, AISystem, str, date]] = [
    ("113, second paragraph", _RECRUITS, "anx-3/4/a", date(2026, 8, 2)),
    ("113, second paragraph", _RECRUITS, "art-8", date(2026, 8, 2)),
    ("113, second paragraph", _DEROGATED, "art-49/2", date(2026, 8, 2)),
    ("113(c)", _LIFT, "art-6/1", date(2027, 8, 2)),
    ("113(c)", _LIFT, "art-8", date(2027, 8, 2)),
    ("113(c)", _LIFT, "art-43", date(2027, 8, 2)),
]
"""What Article 113 said until 26 July 2026 of high-risk systems."""


@pytest.mark.parametrize(("entry", "system", "provision", "first"), ARTICLE_113)
def test_a_provision_binds_on_its_first_day_and_not_the_day_before(
    entry: str, system: AISystem, provision: str, first: date
) -> None:
    newly = _placed(system, first)

    assert not list(_binding(newly, provision, first - _DAY)), entry
    assert list(_binding(newly, provision, first)), entry


@pytest.mark.parametrize(("entry", "system", "provision", "first"), FIRST_WORDING)
def test_before_the_amendment_the_law_stated_its_first_dates(
    entry: str, system: AISystem, provision: str, first: date
) -> None:
    stated = _dates(_placed(system, first), provision, _LAST_DAY_OF_THE_FIRST_WORDING)

    assert min(one.application.binds.start for one in stated) == first, entry


@pytest.mark.parametrize(
    ("system", "provision", "placed_on", "binds"),
    [
        (_MODEL, "art-53", date(2025, 8, 1), date(2027, 8, 2)),
        (_MODEL, "art-53", date(2025, 8, 2), date(2025, 8, 2)),
        (_SYSTEMIC, "art-55", date(2025, 8, 1), date(2027, 8, 2)),
        (_SYSTEMIC, "art-52/1", date(2025, 8, 2), date(2025, 8, 2)),
        (_WRITES, "art-50/2", date(2026, 8, 1), date(2026, 12, 2)),
        (_WRITES, "art-50/2", date(2026, 8, 2), date(2026, 8, 2)),
        (_TALKS, "art-50/1", date(2026, 8, 1), date(2026, 8, 2)),
    ],
)
def test_what_was_on_the_market_before_has_its_own_date(
    system: AISystem, provision: str, placed_on: date, binds: date
) -> None:
    """Article 111(3) and (4); Article 50(1) knows no such transition."""
    (dated,) = _dates(_placed(system, placed_on), provision, TODAY)

    assert dated.application.binds.start == binds


@pytest.mark.parametrize(("system", "first"), [(_RECRUITS, date(2027, 12, 2)), (_LIFT, date(2028, 8, 2))])
def test_an_older_high_risk_system_is_bound_by_a_change_or_by_2030_for_authorities(
    system: AISystem, first: date
) -> None:
    """Article 111(1) and (2): the day before the date of application of Chapter III, and the day itself."""
    older = _dates(_placed(system, first - _DAY), "art-8", TODAY)
    newer = _dates(_placed(system, first), "art-8", TODAY)

    assert [(one.application.binds.start, one.application.condition.changed_from) for one in older] == [
        (first, first),
        (date(2030, 8, 2), None),
    ]
    assert [one.application.binds.start for one in newer] == [first]


def test_a_component_of_a_large_it_system_has_until_the_end_of_2030() -> None:
    before, on = (
        _dates(_placed(_RECRUITS, day), "art-8", TODAY) for day in (date(2027, 8, 1), date(2027, 8, 2))
    )

    assert date(2030, 12, 31) in {one.application.binds.start for one in before}
    assert date(2030, 12, 31) not in {one.application.binds.start for one in on}


@pytest.mark.parametrize(
    ("system", "practical"), [(_RECRUITS, date(2027, 12, 2)), (_LIFT, date(2028, 8, 2))]
)
def test_conformity_assessment_has_two_dates_by_two_readings(system: AISystem, practical: date) -> None:
    disputed = [one for one in _dates(system, "art-43", TODAY) if one.application.disputed]

    assert {one.application.binds.start for one in disputed} == {date(2026, 8, 2), practical}


def test_a_finding_on_annex_i_is_not_dated_by_annex_iii() -> None:
    assert all(one.application.condition.route != "annex-iii" for one in _all_dates(_LIFT, TODAY))
    assert all(one.application.condition.route != "annex-i" for one in _all_dates(_RECRUITS, TODAY))


def _placed(system: AISystem, day: date) -> AISystem:
    return replace(system, market=replace(system.market, placed_on=day))


def _binding(system: AISystem, provision: str, day: date) -> Iterator[Binds]:
    """The dates of a provision that have come, as of a day."""
    return (one for one in _dates(system, provision, day) if day in one.application.binds)


def _dates(system: AISystem, provision: str, day: date) -> list[Binds]:
    return [one for one in _all_dates(system, day) if str(one.provision) == f"eu-ai-act/{provision}"]


def _all_dates(system: AISystem, day: date) -> list[Binds]:
    return [one for finding in classify(system, day).findings for one in finding.binds]
