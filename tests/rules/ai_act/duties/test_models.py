from datetime import date

import pytest

from tests.rules.ai_act.builders import TODAY, plain, yes
from tests.rules.ai_act.duties.lookup import duty_of, owed, provided

_MODEL = yes("places_model", "general")
_OPEN = yes("open_source", "public_parameters")
_ALWAYS = {"model-copyright", "model-training-summary", "model-cooperation", "model-means-of-compliance"}
_DOCUMENTS = {"model-documentation", "model-downstream-information"}
_SYSTEMIC = {
    "model-systemic-means-of-compliance",
    "model-evaluation",
    "model-systemic-risks",
    "model-incidents",
    "model-security",
}


def _owed(in_union: bool = True, **model: object) -> set[str]:
    roles = {"in_union": in_union}
    return owed(plain(roles=roles, general_purpose={**_MODEL, **model})) - {"literacy"}


def test_the_provider_of_a_model_documents_it() -> None:
    assert _owed() == _ALWAYS | _DOCUMENTS
    assert _owed(**_OPEN) == _ALWAYS
    assert owed(provided()) == {"literacy"}


def test_a_model_with_systemic_risk_owes_more_open_or_not() -> None:
    everything = _ALWAYS | _DOCUMENTS | _SYSTEMIC | {"model-notification"}

    assert _owed(training_flop="2e25") == everything
    assert _owed(training_flop="2e25", **_OPEN) == everything


def test_a_designated_model_need_not_be_notified() -> None:
    assert "model-notification" not in _owed(designated=True)


def test_a_rebutted_model_was_notified_all_the_same() -> None:
    found = _owed(training_flop="2e25", rebutted=True)

    assert "model-notification" in found
    assert not found & _SYSTEMIC


def test_a_provider_outside_the_union_appoints_a_representative() -> None:
    assert "model-representative" in _owed(in_union=False)
    assert "model-representative" not in _owed(in_union=False, **_OPEN)
    assert "model-representative" not in _owed()


def test_the_representative_has_tasks_of_its_own() -> None:
    system = plain(roles=yes("in_union"), organisation=yes("represents_model_provider"))

    assert owed(system) == {"model-representative-tasks", "model-representative-terminate"}
    assert duty_of(system, "model-representative-tasks").listing is None


@pytest.mark.parametrize(
    ("placed_on", "day", "standing"),
    [
        (None, date(2025, 8, 1), "not-yet"),
        ("2025-08-02", date(2025, 8, 2), "binds"),
        ("2025-08-01", TODAY, "not-yet"),
        ("2025-08-01", date(2027, 8, 2), "binds"),
    ],
)
def test_models_bind_since_august_2025_and_older_ones_later(
    placed_on: str | None, day: date, standing: str
) -> None:
    system = plain(general_purpose=_MODEL, market={"placed_on": placed_on})

    assert duty_of(system, "model-copyright", day).standing == standing
    assert duty_of(system, "model-copyright", day).fined == "Art. 101(1)(a)"
