from pathlib import Path

import pytest

from copilot.errors import MachineError, ToolInputError
from copilot.rules.fairness import read_table
from tests.rules.fairness.files import as_parquet, csv_of, with_an_empty_category


def test_only_an_empty_field_is_missing(tmp_path: Path) -> None:
    table = read_table(csv_of(tmp_path, "nationality,hired\nNA,1\n,0\nNone,1\n"))

    assert table.values("nationality") == ("NA", None, "None")
    assert table.rows == 3


def test_csv_and_parquet_hold_the_same(tmp_path: Path) -> None:
    file = csv_of(tmp_path, "sex,hired,score\nF,1,0.5\nM,0,\n")
    table, same = read_table(file), read_table(as_parquet(file))

    assert [same.values(column) for column in same.columns] == [
        table.values(column) for column in table.columns
    ]


def test_another_separator_is_named(tmp_path: Path) -> None:
    file = csv_of(tmp_path, "sex;hired\nF;1\n")

    assert read_table(file, separator=";").columns == ("sex", "hired")
    with pytest.raises(ToolInputError) as caught:
        read_table(file).values("hired")
    assert "--separator" in caught.value.remedy


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "cannot be read as a table"),
        ("sex,hired\n", "holds no case"),
        ("sex,sex\nF,M\n", "two columns 'sex'"),
        ("sex,hired\nF,1,2\n", "cannot be read as a table"),
    ],
)
def test_a_file_that_is_no_table_of_cases(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ToolInputError, match=message):
        read_table(csv_of(tmp_path, text))


def test_text_in_another_encoding(tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_bytes("sex,hired\nÄ,1\n".encode("latin-1"))

    with pytest.raises(ToolInputError, match="cannot be read as a table"):
        read_table(file)


def test_what_is_called_parquet_and_is_none(tmp_path: Path) -> None:
    with pytest.raises(ToolInputError, match="cannot be read as a table"):
        read_table(csv_of(tmp_path, "sex,hired\nF,1\n", "cases.parquet"))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MachineError):
        read_table(tmp_path / "none.csv")


def test_an_unknown_column_is_an_error_that_lists_the_known(tmp_path: Path) -> None:
    with pytest.raises(ToolInputError, match="no column 'age'") as caught:
        read_table(csv_of(tmp_path, "sex,hired\nF,1\n")).values("age")
    assert "sex, hired" in caught.value.remedy


@pytest.mark.parametrize("values", ["1 0", "1.0 0.0", "true False", "TRUE false"])
def test_plain_yes_and_no(values: str, tmp_path: Path) -> None:
    first, second = values.split()
    table = read_table(csv_of(tmp_path, f"a,hired\nx,{first}\nx,{second}\nx,\n"))

    assert table.yes_or_no("hired", None) == (True, False, None)


def test_which_of_two_words_is_favourable_is_told_and_never_guessed(tmp_path: Path) -> None:
    table = read_table(csv_of(tmp_path, "a,out\nx,hired\nx,turned down\n"))

    assert table.yes_or_no("out", "hired") == (True, False)
    with pytest.raises(ToolInputError, match="is not said: it holds 'hired', 'turned down'"):
        table.yes_or_no("out", None)
    with pytest.raises(ToolInputError, match="never holds 'Hired'"):
        table.yes_or_no("out", "Hired")


def test_three_values_are_not_two(tmp_path: Path) -> None:
    table = read_table(csv_of(tmp_path, "a,out\nx,1\nx,0\nx,2\n"))

    with pytest.raises(ToolInputError, match="3 different values: '0', '1', '2'"):
        table.yes_or_no("out", "1")


def test_a_score_that_is_no_number_is_named_with_its_row(tmp_path: Path) -> None:
    table = read_table(csv_of(tmp_path, "a,score\nx,0.5\nx,\nx,high\n"))

    with pytest.raises(ToolInputError, match="'high' in row 3"):
        table.numbers("score")


def test_a_parquet_file_names_groups_without_a_person(tmp_path: Path) -> None:
    assert read_table(with_an_empty_category(tmp_path)).declared("sex") == ("F", "M", "X")
