from datetime import date
from typing import get_args

import pytest

from copilot.rules.ai_act import classify
from copilot.rules.ai_act.facts.products import ProductLaw
from tests.rules.ai_act.builders import TODAY, found, plain, yes

_BEFORE, _SINCE = date(2026, 7, 26), date(2026, 7, 27)
_DEVICE = {"laws": ("medical-devices-2017-745",), **yes("component", "third_party_assessment")}
_SECTION_A = "high-risk-annex-i-a:anx-1/sec-a"
_SECTION_B = "high-risk-annex-i-b:anx-1/sec-b"

SECTION_A = [
    "toys-2009-48",
    "recreational-craft-2013-53",
    "lifts-2014-33",
    "explosive-atmospheres-2014-34",
    "radio-equipment-2014-53",
    "pressure-equipment-2014-68",
    "cableways-2016-424",
    "protective-equipment-2016-425",
    "gas-appliances-2016-426",
    "medical-devices-2017-745",
    "in-vitro-diagnostics-2017-746",
]
"""Points 2 to 12."""
SECTION_B = [
    "aviation-security-300-2008",
    "two-wheelers-168-2013",
    "agricultural-vehicles-167-2013",
    "marine-equipment-2014-90",
    "rail-2016-797",
    "motor-vehicles-2018-858",
    "vehicle-safety-2019-2144",
    "unmanned-aircraft-2018-1139",
]
"""Points 13 to 20."""
MACHINERY = [
    ("machinery-directive-2006-42", _SECTION_A, "minimal:art-95"),
    ("machinery-regulation-2023-1230", "minimal:art-95", _SECTION_B),
]
"""Point 1 of Section A was deleted and point 21 of Section B added on 27 July 2026."""


@pytest.mark.parametrize(
    ("law", "before", "since"),
    [
        *((law, _SECTION_A, _SECTION_A) for law in SECTION_A),
        *((law, _SECTION_B, _SECTION_B) for law in SECTION_B),
        *MACHINERY,
    ],
)
def test_each_law_stands_in_its_section(law: str, before: str, since: str) -> None:
    component = plain(product={**_DEVICE, "laws": (law,)}, safety=yes("function"))
    product = plain(product={"laws": (law,), **yes("is_product", "third_party_assessment")})

    assert [found(component, day) for day in (_BEFORE, _SINCE)] == [{before}, {since}]
    assert [found(product, day) for day in (_BEFORE, _SINCE)] == [{before}, {since}]


def test_every_law_that_can_be_told_is_in_the_list_above() -> None:
    assert set(get_args(ProductLaw)) == {*SECTION_A, *SECTION_B, *(law for law, _, _ in MACHINERY)}


def test_section_b_has_a_regime_of_its_own() -> None:
    product = {**_DEVICE, "laws": ("motor-vehicles-2018-858",)}
    classification = classify(plain(product=product, safety=yes("function")), TODAY)

    assert classification.tiers == ("high-risk-annex-i-b",)
    assert "eu-ai-act/art-2/2" in map(str, classification.basis)


@pytest.mark.parametrize("day", [_BEFORE, _SINCE])
@pytest.mark.parametrize(
    ("product", "safety"),
    [
        ({**_DEVICE, "third_party_assessment": False}, yes("function")),
        ({**_DEVICE, "component": False}, yes("function")),
        ({**_DEVICE, "laws": (), "component": False}, yes("function")),
        (_DEVICE, {}),
    ],
)
def test_both_conditions_of_the_route_are_needed(
    product: dict[str, object], safety: dict[str, object], day: date
) -> None:
    assert found(plain(product=product, safety=safety), day) == {"minimal:art-95"}


@pytest.mark.parametrize(
    ("safety", "before", "since"),
    [
        (yes("only_convenience"), False, False),
        (yes("only_convenience", "failure_endangers_property"), True, False),
        (yes("only_convenience", "failure_endangers_health"), True, True),
        (yes("failure_endangers_property"), True, True),
        (yes("failure_endangers_health"), True, True),
        (yes("function"), True, True),
    ],
)
def test_convenience_is_no_safety_component_since_2026_unless_health_is_endangered(
    safety: dict[str, object], before: bool, since: bool
) -> None:
    system = plain(product=_DEVICE, safety=safety)

    assert (_SECTION_A in found(system, _BEFORE)) is before
    assert (_SECTION_A in found(system, _SINCE)) is since


def test_the_same_holds_for_critical_infrastructure() -> None:
    system = plain(
        infrastructure=yes("involved"), safety=yes("only_convenience", "failure_endangers_property")
    )

    assert found(system, _BEFORE) == {"high-risk-annex-iii:anx-3/2"}
    assert found(system, _SINCE) == {"minimal:art-95"}


@pytest.mark.parametrize(
    ("only_other_risks", "before", "since"),
    [(True, _SECTION_A, "minimal:art-95"), (False, _SECTION_A, _SECTION_A)],
)
def test_assessment_for_other_risks_alone_does_not_count_since_2026(
    only_other_risks: bool, before: str, since: str
) -> None:
    product = {**_DEVICE, "laws": ("radio-equipment-2014-53",), "only_other_risks": only_other_risks}
    system = plain(product=product, safety=yes("function"))

    assert found(system, _BEFORE) == {before}
    assert found(system, _SINCE) == {since}


@pytest.mark.parametrize(
    ("topic", "open_one", "asked"),
    [
        ("product", "laws", "product.laws"),
        ("product", "component", "product.component"),
        ("product", "third_party_assessment", "product.third_party_assessment"),
        ("product", "only_other_risks", "product.only_other_risks"),
        ("safety", "function", "safety.function"),
    ],
)
def test_what_was_not_told_is_asked(topic: str, open_one: str, asked: str) -> None:
    told = {"product": dict(_DEVICE), "safety": yes("function")}
    told[topic][open_one] = None
    classification = classify(plain(**told), TODAY)

    assert classification.tiers == ()
    assert "high-risk-annex-i-a" in classification.possible_tiers
    assert asked in [one.fact for one in classification.open_questions]
