import pytest

from copilot.rules.ai_act import classify
from tests.rules.ai_act.builders import TODAY, found, named, only, plain, yes

_RECRUITING = yes("recruitment")


@pytest.mark.parametrize("missing", ["machine_based", "autonomous", "infers", "influences"])
def test_each_element_of_the_definition_is_needed(missing: str) -> None:
    assert found(plain(nature={missing: False}, employment=_RECRUITING)) == {"not-an-ai-system:art-3/1"}


def test_a_bare_model_is_no_system() -> None:
    assert found(plain(nature={"model_only": True})) == {"not-an-ai-system:art-3/1"}


@pytest.mark.parametrize(
    ("scope", "provision"),
    [
        (yes("exclusively_defence"), "art-2/3/sub-2"),
        (yes("foreign_cooperation", "adequate_safeguards"), "art-2/4"),
        (yes("sole_research"), "art-2/6"),
        (yes("open_source"), "art-2/12"),
    ],
)
def test_article_2_leaves_systems_out(scope: dict[str, object], provision: str) -> None:
    assert found(plain(scope=scope)) == {f"out-of-scope:{provision}"}


def test_output_used_for_defence_alone_lets_out_only_what_is_not_on_the_union_market() -> None:
    elsewhere = {"placed_in_union": False, "output_used_in_union": True}
    scope = yes("output_exclusively_defence")

    assert found(plain(nexus=elsewhere, scope=scope)) == {"out-of-scope:art-2/3/sub-2"}
    assert found(plain(scope=scope)) == {"minimal:art-95"}


@pytest.mark.parametrize("alone", ["foreign_cooperation", "adequate_safeguards"])
def test_cooperation_is_left_out_with_safeguards_only(alone: str) -> None:
    assert found(plain(scope=yes(alone))) == {"minimal:art-95"}


def test_development_before_the_market_is_left_out_but_not_real_world_testing() -> None:
    nexus = {"placed_in_union": False, "deployer_in_union": True}

    assert found(plain(nexus=nexus, scope=yes("before_market"))) == {"out-of-scope:art-2/8"}
    assert found(plain(nexus=nexus, scope=yes("before_market", "real_world_testing"))) == {"minimal:art-95"}


@pytest.mark.parametrize(
    "tie", ["placed_in_union", "deployer_in_union", "output_used_in_union", "affected_in_union"]
)
def test_any_tie_to_the_union_brings_a_system_in(tie: str) -> None:
    nexus = {"placed_in_union": False, tie: True}

    assert found(plain(nexus=nexus)) == {"minimal:art-95"}


@pytest.mark.parametrize("does", ["imports", "distributes"])
def test_importers_and_distributors_act_on_the_union_market(does: str) -> None:
    system = plain(nexus={"placed_in_union": None}, roles=yes(does))

    assert found(system) == {"minimal:art-95"}


@pytest.mark.parametrize("does", ["product_manufacturer", "mandated"])
def test_manufacturers_and_representatives_bring_a_system_in(does: str) -> None:
    system = plain(nexus={"placed_in_union": False}, roles=yes(does))

    assert found(system) == {"minimal:art-95"}


def test_without_a_tie_to_the_union_the_act_does_not_apply() -> None:
    assert found(plain(nexus={"placed_in_union": False}, employment=_RECRUITING)) == {
        "out-of-scope:art-2/1"
    }


@pytest.mark.parametrize(
    ("regulated", "finding"),
    [
        (
            {"product": {"laws": ("lifts-2014-33",), **yes("is_product", "third_party_assessment")}},
            "high-risk-annex-i-a:anx-1/sec-a",
        ),
        ({"employment": _RECRUITING}, "high-risk-annex-iii:anx-3/4/a"),
        ({"conversation": yes("direct")}, "transparency:art-50/1"),
        ({"face_database": yes("builds", "untargeted_scraping")}, "prohibited:art-5/1/e"),
    ],
)
def test_an_open_licence_does_not_let_out_what_is_regulated(
    regulated: dict[str, dict[str, object]], finding: str
) -> None:
    assert finding in found(plain(scope=yes("open_source"), **regulated))


def test_an_open_licence_lets_out_what_the_derogation_took_out_of_the_high_risk_class() -> None:
    system = plain(scope=yes("open_source"), employment=_RECRUITING, task=yes("narrow_procedural"))

    assert found(system) == {"out-of-scope:art-2/12"}


def test_a_tier_is_not_certain_before_the_scope_is() -> None:
    classification = classify(only(employment=_RECRUITING, task=yes("profiling")), TODAY)

    assert named(classification, "certain") == set()
    assert "high-risk-annex-iii:anx-3/4/a" in named(classification, "if-in-scope")
    assert "out-of-scope:art-2/6" in named(classification, "possible")
