from datetime import date

import pytest

from api.pages.classification.sheet import ASKED_AT_ONCE, Sheet, read_sheet

TODAY = date(2026, 11, 20)
CREDIT = "essential_services.creditworthiness"


def test_an_empty_form_asks_for_today_and_tells_nothing() -> None:
    assert read_sheet([], TODAY) == Sheet(TODAY)


def test_answers_are_told_and_become_the_system_of_the_rules() -> None:
    sheet = read_sheet(
        [
            ("as_of", "2026-07-26"),
            ("name", "Scorer"),
            (CREDIT, "yes"),
            ("roles.uses", "no"),
            ("roles.developed", "unknown"),
            ("market.placed_on", "2025-01-31"),
            ("general_purpose.training_flop", "3e25"),
        ],
        TODAY,
    )

    system = sheet.system()

    assert (sheet.as_of, system.name) == (date(2026, 7, 26), "Scorer")
    assert system.essential_services.creditworthiness is True
    assert (system.roles.uses, system.roles.developed) == (False, None)
    assert system.market.placed_on == date(2025, 1, 31)
    assert system.general_purpose.training_flop == 30_000_000_000_000_000_000_000_000


def test_a_proposal_that_was_left_as_it_was_is_not_told() -> None:
    sheet = read_sheet([("proposed", f"{CREDIT}=yes"), (CREDIT, "yes")], TODAY)

    assert sheet.told == {}
    assert sheet.system().essential_services.creditworthiness is None


def test_a_proposal_is_told_once_it_is_confirmed_or_corrected() -> None:
    proposed = ("proposed", f"{CREDIT}=yes")

    assert read_sheet([proposed, (CREDIT, "yes"), ("confirmed", CREDIT)], TODAY).told == {CREDIT: "yes"}
    assert read_sheet([proposed, (CREDIT, "no")], TODAY).told == {CREDIT: "no"}


def test_a_proposal_that_is_not_known_after_all_is_set_aside() -> None:
    sheet = read_sheet([("proposed", f"{CREDIT}=yes"), (CREDIT, "unknown")], TODAY)

    assert sheet.set_aside == {CREDIT}
    assert sheet.answer(CREDIT) == "unknown"


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        (["these", "toys-2009-48", "lifts-2014-33"], "toys-2009-48,lifts-2014-33"),
        (["none", "toys-2009-48"], "none"),
        (["these"], ""),
        (["unknown"], "unknown"),
    ],
)
def test_laws_count_only_beside_the_choice_that_there_are_some(sent: list[str], answer: str) -> None:
    sheet = read_sheet([("product.laws", value) for value in sent], TODAY)

    assert sheet.answers.get("product.laws", "") == answer


def test_no_law_and_laws_nobody_knows_are_not_the_same() -> None:
    assert read_sheet([("product.laws", "none")], TODAY).system().product.laws == ()
    assert read_sheet([("product.laws", "unknown")], TODAY).system().product.laws is None


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("as_of", "soon", "“soon” is not a day"),
        ("market.placed_on", "31 January", "“31 January” is not a day"),
        ("general_purpose.training_flop", "-1", "“-1” is not a number above zero"),
        ("general_purpose.training_flop", "NaN", "“NaN” is not a number above zero"),
        ("roles.uses", "perhaps", "“perhaps” is no answer to: Do you use it under your authority?"),
        ("product.laws", "the-law-of-the-land", "“the-law-of-the-land” is no law of Annex I"),
    ],
)
def test_what_cannot_be_used_is_a_fault_at_its_field_and_is_not_told(
    field: str, value: str, said: str
) -> None:
    sheet = read_sheet([(field, value)], TODAY)

    assert [fault.said for fault in sheet.faults] == [said]
    assert sheet.told == {}


def test_names_that_nobody_asks_for_are_passed_over() -> None:
    sent = [
        ("proposed", "no.such=yes"),
        ("asked", "no.such"),
        ("role", "king"),
        ("change", "burn"),
        ("room", "-3"),
    ]

    assert read_sheet(sent, TODAY) == Sheet(TODAY, room=ASKED_AT_ONCE)
