from datetime import date

from tests.rules.ai_act.builders import TODAY, plain, yes
from tests.rules.ai_act.duties.lookup import HIRING, LIFT, duty_of, owed, provided, used

_RENAMED = {"change": yes("renamed", "was_high_risk")}


def test_the_initial_provider_helps_who_takes_its_place() -> None:
    found = duty_of(used(**HIRING, **_RENAMED), "initial-provider-help")

    assert found.role == "initial-provider-must-cooperate"
    assert "failure modes" in found.what


def test_it_need_not_where_it_had_ruled_out_the_change() -> None:
    forbade = {"change": yes("renamed", "was_high_risk", "initial_provider_forbade")}

    assert "initial-provider-help" not in owed(used(**HIRING, **forbade))


def test_its_help_is_fined_since_the_amendment() -> None:
    system = used(**HIRING, **_RENAMED)

    assert duty_of(system, "initial-provider-help", date(2026, 7, 26)).listing is None
    assert duty_of(system, "initial-provider-help", TODAY).fined == "Art. 99(4)(da)"


def test_supplied_parts_need_an_agreement_on_both_sides() -> None:
    parts = {"operation": yes("uses_supplied_parts")}
    open_parts = {"operation": yes("uses_supplied_parts", "only_open_source_parts")}

    assert "agreement-with-suppliers" in owed(provided(**HIRING, **parts))
    assert "agreement-with-suppliers" not in owed(provided(**HIRING, **open_parts))
    assert owed(plain(**HIRING, organisation=yes("supplies_parts"))) == {"agreement-with-provider"}


def test_models_are_supplied_parts_since_the_amendment() -> None:
    system = provided(**HIRING, operation=yes("uses_supplied_parts"))

    assert "models" not in duty_of(system, "agreement-with-suppliers", date(2026, 7, 26)).what
    assert "models" in duty_of(system, "agreement-with-suppliers", TODAY).what


def test_a_product_manufacturer_acts_as_provider_of_its_safety_component() -> None:
    system = plain(**LIFT, roles=yes("product_manufacturer", "in_union"))

    assert {"manufacturer-as-provider", "risk-management", "quality-management"} <= owed(system)
