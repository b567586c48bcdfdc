from decimal import Decimal

import pytest

from copilot.errors import ContradictoryFacts
from copilot.rules.ai_act import classify
from tests.rules.ai_act.builders import TODAY, found, plain, yes

_MODEL = {**yes("places_model", "general"), "training_flop": Decimal(1)}
_SYSTEMIC = {"gpai:art-53", "gpai-systemic:art-51"}


def test_a_general_purpose_model_is_its_own_axis() -> None:
    assert found(plain(general_purpose=_MODEL, employment=yes("recruitment"))) == {
        "gpai:art-53",
        "high-risk-annex-iii:anx-3/4/a",
    }


@pytest.mark.parametrize("missing", ["places_model", "general"])
def test_using_a_model_or_a_narrow_one_is_not_enough(missing: str) -> None:
    assert found(plain(general_purpose={**_MODEL, missing: False})) == {"minimal:art-95"}


@pytest.mark.parametrize(
    ("flop", "findings"),
    [
        ("1e25", {"gpai:art-53"}),
        ("9999999999999999999999999", {"gpai:art-53"}),
        ("10000000000000000000000001", _SYSTEMIC),
    ],
)
def test_the_presumption_begins_above_the_threshold(flop: str, findings: set[str]) -> None:
    assert found(plain(general_purpose={**_MODEL, "training_flop": Decimal(flop)})) == findings


@pytest.mark.parametrize(
    ("facts", "findings"),
    [
        (yes("high_impact"), _SYSTEMIC),
        (yes("designated"), _SYSTEMIC),
        (yes("high_impact", "rebutted"), {"gpai:art-53"}),
        ({"training_flop": Decimal("2e25"), "rebutted": True}, {"gpai:art-53"}),
        ({"training_flop": Decimal("2e25"), **yes("designated", "rebutted")}, _SYSTEMIC),
        (yes("designated", "rebutted"), _SYSTEMIC),
    ],
)
def test_capabilities_or_designation_make_systemic_risk(
    facts: dict[str, object], findings: set[str]
) -> None:
    assert found(plain(general_purpose={**_MODEL, **facts})) == findings


def test_training_that_nobody_told_is_asked_for() -> None:
    classification = classify(plain(general_purpose={**_MODEL, "training_flop": None}), TODAY)

    assert classification.tiers == ("gpai",)
    assert classification.possible_tiers == ("gpai-systemic",)
    assert [one.fact for one in classification.open_questions] == ["general_purpose.training_flop"]


_OPEN = {**_MODEL, **yes("open_source", "public_parameters")}


def test_an_open_model_is_relieved_of_documentation_and_of_a_representative() -> None:
    (relief,) = classify(plain(general_purpose=_OPEN), TODAY).reliefs

    assert [str(one) for one in relief.basis] == ["eu-ai-act/art-53/2", "eu-ai-act/art-54/6"]


@pytest.mark.parametrize(
    "facts",
    [
        {"open_source": False},
        {"public_parameters": False},
        {"training_flop": Decimal("1.1e25")},
        {"high_impact": True},
        {"designated": True},
        {"designated": True, "rebutted": True},
    ],
)
def test_each_element_of_the_relief_is_needed_and_systemic_risk_excludes_it(
    facts: dict[str, object],
) -> None:
    classification = classify(plain(general_purpose={**_OPEN, **facts}), TODAY)

    assert "gpai" in classification.tiers
    assert classification.reliefs == ()


@pytest.mark.parametrize(
    "facts", [{"training_flop": Decimal("1e25")}, {"training_flop": Decimal("2e25"), "rebutted": True}]
)
def test_at_the_threshold_or_with_arguments_accepted_an_open_model_stays_relieved(
    facts: dict[str, object],
) -> None:
    assert classify(plain(general_purpose={**_OPEN, **facts}), TODAY).reliefs


def test_an_open_system_licence_does_not_let_a_model_out() -> None:
    assert "gpai:art-53" in found(plain(general_purpose=_MODEL, scope=yes("open_source")))


def test_a_model_is_not_placed_on_the_market_and_a_prototype_before_it() -> None:
    with pytest.raises(ContradictoryFacts, match="prototype is yes"):
        classify(plain(general_purpose={**_MODEL, "prototype": True}), TODAY)


def test_a_research_model_is_left_out() -> None:
    assert "gpai:art-53" not in found(plain(general_purpose={**_MODEL, "sole_research": True}))


def test_a_research_system_does_not_let_out_the_model_that_is_placed_on_the_market() -> None:
    system = plain(general_purpose=_MODEL, scope=yes("sole_research"))

    assert found(system) == {"gpai:art-53", "out-of-scope:art-2/6"}


def test_a_model_alone_has_the_duties_of_models_only() -> None:
    system = plain(general_purpose=_MODEL, nature=yes("model_only"))

    assert found(system) == {"gpai:art-53", "not-an-ai-system:art-3/1"}
