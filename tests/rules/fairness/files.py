"""Files of made-up decisions, as CSV or Parquet."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa
from pyarrow import csv, parquet

Row = Mapping[str, str | None]


def csv_of(folder: Path, text: str, name: str = "cases.csv") -> Path:
    """A file of exactly this text."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def cases_of(folder: Path, groups: Mapping[str, tuple[int, int]], column: str = "sex") -> Path:
    """Decisions as CSV: so many chosen of so many persons in each group."""
    rows = [
        f"{group},{int(number < chosen)}"
        for group, (chosen, persons) in groups.items()
        for number in range(persons)
    ]
    return csv_of(folder, "\n".join([f"{column},hired", *rows, ""]))


def labelled(cells: Iterable[tuple[str, int, int, int]]) -> str:
    """CSV of (group, decision, label, times)."""
    rows = [f"{group},{decision},{label}" for group, decision, label, times in cells for _ in range(times)]
    return "\n".join(["sex,hired,good", *rows, ""])


def as_parquet(file: Path) -> Path:
    """The same cases as a Parquet file with numbers as numbers."""
    made = file.with_suffix(".parquet")
    parquet.write_table(csv.read_csv(file), made)
    return made


def with_an_empty_category(folder: Path) -> Path:
    """A Parquet file that names a group of which it has no person."""
    sexes = pa.DictionaryArray.from_arrays(pa.array([0, 1] * 50), pa.array(["F", "M", "X"]))
    table = pa.table({"sex": sexes, "hired": pa.array([True, False, False, True] * 25)})
    file = folder / "cases.parquet"
    parquet.write_table(table, file)
    return file
