from evals.mutation.operators.day import other_date
from tests.evals.mutation.builders import made, said, texts


def test_a_date_becomes_one_of_another_year_month_or_day() -> None:
    assert texts(other_date, "It applies from 2 August 2026.") == {
        "It applies from 2 August 2027.",
        "It applies from 2 September 2026.",
        "It applies from 3 August 2026.",
    }


def test_a_date_in_digits_and_one_without_a_year_are_read_too() -> None:
    assert "Due on 2026-12-09." in texts(other_date, "Due on 2026-11-09.")
    assert "It is published by 30 July each year." in texts(
        other_date, "It is published by 30 June each year."
    )


def test_a_year_by_itself_is_a_date() -> None:
    assert texts(other_date, "A review is expected by 2028.") == {"A review is expected by 2029."}


def test_a_figure_is_no_date() -> None:
    assert texts(other_date, "It lasts 30 days, under Regulation (EU) 2016/679.") == set()


def test_dates_of_a_tool_are_left_to_their_own_operator() -> None:
    assert made(other_date, said("It ends on 2 May 2027.", source="tool:deadlines/1", kind="tool")) == []
