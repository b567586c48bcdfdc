import pytest

from copilot.grounding.wording import wording_of


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("A keeper shall light the lamp.", "duty"),
        ("A keeper has to light the lamp.", "duty"),
        ("A keeper is required to light the lamp.", "duty"),
        ("A keeper may light the lamp.", "leave"),
        ("A keeper is allowed to light the lamp.", "leave"),
        ("A keeper shall not light the lamp.", "ban"),
        ("No keeper may light the lamp.", "ban"),
        ("Lighting the lamp is prohibited.", "ban"),
        ("A keeper shall not be allowed to light the lamp.", "ban"),
        ("A keeper should light the lamp.", "advice"),
        ("A keeper need not light the lamp.", "no duty"),
        ("A keeper shall not be required to light the lamp.", "no duty"),
    ],
)
def test_each_way_of_saying_it_has_one_force(text: str, force: str) -> None:
    assert [clause.force for clause in wording_of(text).clauses] == [force]


def test_what_says_nothing_of_the_kind_has_no_clause() -> None:
    assert wording_of("The lamp burns oil.").clauses == ()


@pytest.mark.parametrize(
    ("text", "owed_by"),
    [
        ("Providers shall inform deployers.", {"provider"}),
        ("Logs shall be kept by the deployer.", {"deployer"}),
        ("The log of the deployer must be kept by providers.", {"provider"}),
        ("It shall inform the provider.", set()),
    ],
)
def test_it_is_laid_on_the_subject_or_on_who_acts(text: str, owed_by: set[str]) -> None:
    (clause,) = wording_of(text).clauses

    assert clause.owed_by == owed_by


def test_a_clause_that_describes_is_aside_and_one_that_draws_a_line_is_limited() -> None:
    aside, main = wording_of("A lamp that may burn shall be kept no longer than a day.").clauses

    assert (aside.aside, main.aside) == (True, False)
    assert main.limited
