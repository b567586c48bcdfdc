from collections.abc import Mapping

import pytest

from copilot.rules.ai_act import AISystem, classify
from tests.rules.ai_act.builders import TODAY, plain, yes

Topics = Mapping[str, Mapping[str, object]]

_HIGH_RISK: Topics = {"employment": yes("recruitment")}
_COMPONENT: Topics = {
    "product": {"laws": ("lifts-2014-33",), **yes("component", "third_party_assessment")},
    "safety": yes("function"),
}


def _roles(system: AISystem) -> set[str]:
    roles = classify(system, TODAY).roles
    return {f"{one.role}:{'/'.join(one.provision.segments)}" for one in roles if one.certainty == "certain"}


@pytest.mark.parametrize(
    ("does", "roles"),
    [
        (yes("developed", "own_name"), {"provider:art-3/3"}),
        (yes("developed"), set()),
        (yes("own_name"), set()),
        (yes("developed", "own_name", "uses"), {"provider:art-3/3", "deployer:art-3/4"}),
        (yes("uses"), {"deployer:art-3/4"}),
        (yes("uses", "personal_use"), set()),
        (yes("mandated", "in_union"), {"authorised-representative:art-3/5"}),
        (yes("mandated"), set()),
        (yes("imports", "in_union"), {"importer:art-3/6"}),
        (yes("imports"), set()),
        (yes("distributes"), {"distributor:art-3/7"}),
        (yes("distributes", "imports", "in_union"), {"importer:art-3/6"}),
        (yes("distributes", "developed", "own_name"), {"provider:art-3/3"}),
        (yes("product_manufacturer"), {"product-manufacturer:art-2/1/e"}),
    ],
)
def test_each_role_has_its_elements(does: dict[str, object], roles: set[str]) -> None:
    assert _roles(plain(roles=does)) == roles


@pytest.mark.parametrize(
    ("change", "by"),
    [
        (yes("renamed", "was_high_risk"), "art-25/1/a"),
        (yes("substantially_modified", "was_high_risk"), "art-25/1/b"),
        (yes("purpose_changed"), "art-25/1/c"),
    ],
)
def test_each_change_makes_a_provider_of_a_high_risk_system(change: dict[str, object], by: str) -> None:
    changed = _roles(plain(**_HIGH_RISK, change=change))

    assert changed == {f"provider:{by}", "initial-provider-must-cooperate:art-25/2"}
    assert _roles(plain(change=change)) == set()


@pytest.mark.parametrize(
    "change",
    [
        yes("renamed"),
        yes("substantially_modified"),
        yes("purpose_changed", "was_high_risk"),
    ],
)
def test_each_change_needs_the_right_system_to_begin_with(change: dict[str, object]) -> None:
    assert _roles(plain(**_HIGH_RISK, change=change)) == set()


def test_the_initial_provider_that_forbade_it_need_not_cooperate() -> None:
    change = yes("purpose_changed", "initial_provider_forbade")

    assert _roles(plain(**_HIGH_RISK, change=change)) == {"provider:art-25/1/c"}


def test_the_initial_provider_does_not_change_its_role() -> None:
    system = plain(
        **_HIGH_RISK,
        roles=yes("developed", "own_name"),
        change=yes("substantially_modified", "was_high_risk"),
    )

    assert _roles(system) == {"provider:art-3/3"}


@pytest.mark.parametrize(
    ("does", "by"), [("product_manufacturer", "art-25/3/a"), ("manufacturer_later", "art-25/3/b")]
)
@pytest.mark.parametrize(
    "otherwise",
    [
        {"product": {"laws": ("rail-2016-797",)}},
        {"product": {"third_party_assessment": False}},
        {"product": {"component": False, "is_product": True}},
        {"safety": {"function": False}},
        {"scope": yes("exclusively_defence")},
    ],
)
def test_the_manufacturer_is_the_provider_of_a_safety_component_of_section_a(
    does: str, by: str, otherwise: Topics
) -> None:
    other = {topic: {**_COMPONENT.get(topic, {}), **facts} for topic, facts in otherwise.items()}

    assert f"provider:{by}" in _roles(plain(**_COMPONENT, roles=yes(does)))
    assert f"provider:{by}" not in _roles(plain(**{**_COMPONENT, **other}, roles=yes(does)))


def test_a_changed_system_counts_as_it_is_now() -> None:
    """Article 25(1)(b): it has to remain high-risk; what Art. 6(3) takes out does not."""
    change = yes("substantially_modified", "was_high_risk")

    assert _roles(plain(**_HIGH_RISK, task=yes("preparatory"), change=change)) == set()


@pytest.mark.parametrize("does", ["uses", "distributes"])
def test_who_becomes_the_provider_by_a_change_keeps_the_other_role(does: str) -> None:
    role = {"uses": "deployer:art-3/4", "distributes": "distributor:art-3/7"}[does]
    system = plain(**_HIGH_RISK, roles=yes(does), change=yes("renamed", "was_high_risk"))

    assert _roles(system) == {role, "provider:art-25/1/a", "initial-provider-must-cooperate:art-25/2"}


@pytest.mark.parametrize(
    ("change", "open_one"),
    [
        (yes("renamed"), "was_high_risk"),
        (yes("substantially_modified"), "was_high_risk"),
        (yes("purpose_changed"), "was_high_risk"),
        (yes("purpose_changed"), "initial_provider_forbade"),
    ],
)
def test_what_was_not_told_of_a_change_is_asked(change: dict[str, object], open_one: str) -> None:
    classification = classify(plain(**_HIGH_RISK, change={**change, open_one: None}), TODAY)

    assert "possible" in {one.certainty for one in classification.roles}
    assert f"change.{open_one}" in [one.fact for one in classification.open_questions]
