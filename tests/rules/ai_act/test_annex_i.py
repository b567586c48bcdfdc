from datetime import date

import pytest

from copilot.rules.ai_act import classify
from tests.rules.ai_act.builders import TODAY, found, plain, yes

_BEFORE = date(2026, 7, 26)
_DEVICE = {"laws": ("medical-devices-2017-745",), **yes("component", "third_party_assessment")}
_SECTION_A = "high-risk-annex-i-a:anx-1/sec-a"
_SECTION_B = "high-risk-annex-i-b:anx-1/sec-b"


def test_a_safety_component_of_section_a_is_high_risk() -> None:
    assert found(plain(product=_DEVICE, safety=yes("function"))) == {_SECTION_A}


def test_a_product_of_section_a_is_high_risk_itself() -> None:
    product = {**_DEVICE, "component": False, "is_product": True}

    assert found(plain(product=product)) == {_SECTION_A}


def test_section_b_has_a_regime_of_its_own() -> None:
    product = {**_DEVICE, "laws": ("motor-vehicles-2018-858",)}
    classification = classify(plain(product=product, safety=yes("function")), TODAY)

    assert classification.tiers == ("high-risk-annex-i-b",)
    assert "eu-ai-act/art-2/2" in map(str, classification.basis)


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
    product: dict[str, object], safety: dict[str, object]
) -> None:
    assert found(plain(product=product, safety=safety)) == {"minimal:art-95"}


@pytest.mark.parametrize(
    ("safety", "before", "after"),
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
    safety: dict[str, object], before: bool, after: bool
) -> None:
    system = plain(product=_DEVICE, safety=safety)

    assert (_SECTION_A in found(system, _BEFORE)) is before
    assert (_SECTION_A in found(system, TODAY)) is after


def test_assessment_for_other_risks_alone_does_not_count_since_2026() -> None:
    product = {**_DEVICE, "laws": ("radio-equipment-2014-53",), "only_other_risks": True}
    system = plain(product=product, safety=yes("function"))

    assert _SECTION_A in found(system, _BEFORE)
    assert found(system, TODAY) == {"minimal:art-95"}


def test_machinery_moved_to_section_b() -> None:
    old = plain(product={**_DEVICE, "laws": ("machinery-directive-2006-42",)}, safety=yes("function"))
    new = plain(product={**_DEVICE, "laws": ("machinery-regulation-2023-1230",)}, safety=yes("function"))

    assert found(old, _BEFORE) == {_SECTION_A}
    assert found(new, TODAY) == {_SECTION_B}
    assert found(old, TODAY) == {"minimal:art-95"}


def test_the_dates_of_the_route_are_those_of_annex_i() -> None:
    (finding,) = classify(plain(product=_DEVICE, safety=yes("function")), TODAY).findings

    stated = {(str(one.provision), str(one.application.binds.start)) for one in finding.binds}
    assert ("eu-ai-act/art-6/1", "2028-08-02") in stated
    assert ("eu-ai-act/art-6/1", "2027-12-02") not in stated
