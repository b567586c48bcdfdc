import pytest

from evals.mutation.operators.force import may_to_shall, shall_to_may
from tests.evals.mutation.builders import texts


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("The provider shall keep logs.", "The provider may keep logs."),
        ("The provider has to keep logs.", "The provider may keep logs."),
        ("The provider must not use it.", "The provider need not use it."),
        ("The provider is required to report.", "The provider is allowed to report."),
    ],
)
def test_a_duty_becomes_a_permission(text: str, changed: str) -> None:
    assert texts(shall_to_may, text) == {changed}


def test_under_a_denial_both_forces_say_the_same() -> None:
    assert texts(shall_to_may, "Nor shall they advise clients, and no person shall trade.") == set()
    assert texts(may_to_shall, "No provider may use it.") == set()


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("The Commission may adopt guidelines.", "The Commission must adopt guidelines."),
        ("A fee may be charged.", "A fee must be charged."),
        ("The issuer is entitled to delay it.", "The issuer is obliged to delay it."),
    ],
)
def test_a_permission_becomes_a_duty(text: str, changed: str) -> None:
    assert texts(may_to_shall, text) == {changed}


def test_where_only_some_may_be_used_only_those_must_be() -> None:
    assert texts(may_to_shall, "The provider may use only models that it knows.") == set()


def test_what_may_happen_is_no_permission() -> None:
    assert texts(may_to_shall, "Risks which may arise and that may lead to harm are noted.") == set()


def test_what_may_not_be_done_is_none_either() -> None:
    assert texts(may_to_shall, "The provider may not use it.") == set()
