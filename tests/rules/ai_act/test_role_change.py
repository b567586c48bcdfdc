import pytest

from copilot.errors import ToolInputError
from copilot.rules.ai_act import AISystem, RoleChange, what_if
from tests.rules.ai_act.builders import TODAY, only, plain, yes
from tests.rules.ai_act.duties.lookup import HIRING, LIFT, PROVIDES, USES

_USED_HIRING = plain(**HIRING, roles=USES)
_USED_CHATBOT = plain(conversation=yes("direct"), roles=USES)
_HIRING_NOW = only(employment=yes("involved", "recruitment"), task=yes("profiling"))


def _gained(change: RoleChange) -> set[str]:
    return {duty.key for duty in change.gained}


@pytest.mark.parametrize("change", ["rename", "modify"])
def test_changing_a_high_risk_system_makes_a_provider(change: str) -> None:
    found = what_if(_USED_HIRING, change, TODAY)  # type: ignore[arg-type]

    assert found.becomes_provider == "certain"
    assert {"risk-management", "quality-management", "conformity-internal-control", "register-system"} <= (
        _gained(found)
    )
    assert found.lost == ()
    assert [duty.key for duty in found.initial_provider] == ["initial-provider-help"]


@pytest.mark.parametrize("change", ["rename", "modify"])
def test_changing_a_system_that_is_not_high_risk_makes_none(change: str) -> None:
    found = what_if(_USED_CHATBOT, change, TODAY)  # type: ignore[arg-type]

    assert found.becomes_provider is None
    assert (found.gained, found.lost, found.initial_provider) == ((), (), ())


def test_a_new_purpose_can_make_a_chatbot_high_risk() -> None:
    found = what_if(_USED_CHATBOT, "change-purpose", TODAY, then=_HIRING_NOW)

    assert found.becomes_provider == "certain"
    assert found.before.classification.tiers == ("transparency",)
    assert "high-risk-annex-iii" in found.after.classification.tiers
    assert "tell-of-interaction" in _gained(found)


def test_a_new_purpose_that_is_not_high_risk_changes_nothing() -> None:
    found = what_if(_USED_CHATBOT, "change-purpose", TODAY, then=only(content=yes("assistive_editing")))

    assert found.becomes_provider is None
    assert _gained(found) == set()


def test_a_purpose_that_ends_the_high_risk_class_loses_its_duties() -> None:
    harmless = AISystem(employment=plain().employment)
    found = what_if(_USED_HIRING, "change-purpose", TODAY, then=harmless)

    assert found.becomes_provider is None
    assert "human-oversight" in {duty.key for duty in found.lost}


def test_a_change_of_purpose_needs_the_new_one() -> None:
    with pytest.raises(ToolInputError, match="new purpose"):
        what_if(_USED_CHATBOT, "change-purpose", TODAY)


def test_building_a_component_into_the_own_product_makes_the_manufacturer_its_provider() -> None:
    component = plain(roles=yes("uses", "in_union"))
    lift = only(product=LIFT["product"], safety=LIFT["safety"])
    found = what_if(component, "integrate", TODAY, then=lift)

    assert found.becomes_provider == "certain"
    assert {"manufacturer-as-provider", "conformity-sector-law"} <= _gained(found)
    assert found.initial_provider == ()


def test_the_initial_provider_owes_nothing_where_it_had_ruled_the_change_out() -> None:
    forbade = plain(**HIRING, roles=USES, change={"initial_provider_forbade": True, "involved": None})
    found = what_if(forbade, "modify", TODAY)

    assert found.becomes_provider == "certain"
    assert found.initial_provider == ()


def test_who_is_the_provider_already_stays_it() -> None:
    found = what_if(plain(**HIRING, roles=PROVIDES), "modify", TODAY)

    assert found.becomes_provider is None
    assert "already" in found.verdict
    assert found.initial_provider == ()


def test_that_another_provided_the_system_need_not_be_told() -> None:
    untold = plain(**HIRING, roles={**USES, "developed": None, "own_name": None})

    assert what_if(untold, "rename", TODAY).becomes_provider == "certain"


def test_while_the_class_is_open_so_is_the_role() -> None:
    open_ = plain(roles=USES, employment={"recruitment": None, "involved": None})

    assert what_if(open_, "rename", TODAY).becomes_provider == "possible"


def test_a_tool_result_tells_both_sides() -> None:
    result = what_if(_USED_HIRING, "rename", TODAY).as_tool_result()

    assert result.tool == "ai_act_role_change"
    assert "you become the provider of a high-risk system: Art. 25(1)(a)" in result.verdict
    assert set(result.inputs) == {"change", "before", "after"}
    contract, before, after = result.steps[:3]
    assert contract.found == "yes, between the parties"
    assert "deployer (certain)" in before.found
    assert "provider (certain)" in after.found
    assert str(result.citations[0]) == "eu-ai-act/art-25/1/a"
