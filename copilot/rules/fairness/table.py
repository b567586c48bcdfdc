"""Reads a CSV or a Parquet file of cases, so that the same cases in either give the same figures."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from copilot.errors import MachineError, ToolInputError

if TYPE_CHECKING:
    import pyarrow as pa

Values: TypeAlias = tuple[str | None, ...]

_PARQUET = ".parquet"
_YES, _NO = frozenset({"1", "1.0", "true"}), frozenset({"0", "0.0", "false"})


@dataclass(frozen=True)
class Table:
    """The cases of a file, a row each; a value is text, or none where the file holds nothing.

    Only an empty field is missing: ``NA`` or ``None`` may be the name of a group.
    """

    name: str
    sha256: str
    _held: pa.Table

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(self._held.column_names)

    @cached_property
    def rows(self) -> int:
        """How many cases there are."""
        return int(self._held.num_rows)

    def values(self, column: str) -> Values:
        """What the file holds under a column, row by row."""
        import pyarrow as pa

        held = self._column(column)
        if pa.types.is_dictionary(held.type):
            held = held.cast(held.type.value_type)
        try:
            texts = held.cast(pa.string()).to_pylist()
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            raise ToolInputError(
                f"column {column!r} of {self.name} holds {held.type}, which is no plain value",
                remedy="Name a column of texts, numbers, days or yes and no.",
            ) from error
        floats = pa.types.is_floating(held.type)
        return tuple(None if text in (None, "") or (floats and text == "nan") else text for text in texts)

    def declared(self, column: str) -> tuple[str, ...]:
        """The values a Parquet file names for a column, whether or not any row has them."""
        import pyarrow as pa

        held = self._column(column)
        if not pa.types.is_dictionary(held.type) or held.num_chunks == 0:
            return ()
        return tuple(str(value) for value in held.unify_dictionaries().chunk(0).dictionary.to_pylist())

    def numbers(self, column: str) -> tuple[float | None, ...]:
        """The values of a column as numbers; an error names the first that is none."""
        found = tuple(None if text is None else as_number(text) for text in self.values(column))
        for row, (text, number) in enumerate(zip(self.values(column), found, strict=True), start=1):
            if text is not None and number is None:
                raise ToolInputError(
                    f"column {column!r} of {self.name} holds {text!r} in row {row}, which is no number",
                    remedy="Correct the row, leave it empty, or name another column.",
                )
        return found

    def yes_or_no(self, column: str, yes: str | None) -> tuple[bool | None, ...]:
        """A column of two values as true and false; which one is true is told or plain, never guessed."""
        values = self.values(column)
        held = Counter(value for value in values if value is not None)
        if len(held) > 2:
            raise ToolInputError(
                f"column {column!r} of {self.name} holds {len(held)} different values: {_listed(held)}",
                remedy="Name a column with two values, or make it two before: what counts as which is a "
                "decision to be recorded.",
            )
        true = frozenset({yes}) if yes is not None else _YES
        if yes is not None and held and yes not in held:
            raise ToolInputError(
                f"column {column!r} of {self.name} never holds {yes!r}; it holds {_listed(held)}",
                remedy="Write the value as the file does.",
            )
        if yes is None and not all(value.lower() in _YES | _NO for value in held):
            raise ToolInputError(
                f"which value of column {column!r} is the favourable one is not said: it holds {_listed(held)}",
                remedy="Say it: --positive VALUE for the decision, --positive-label VALUE for the label.",
            )
        known = {value: value in true if yes is not None else value.lower() in true for value in held}
        return tuple(None if value is None else known[value] for value in values)

    def _column(self, column: str) -> pa.ChunkedArray:
        if column not in self._held.column_names:
            raise ToolInputError(
                f"{self.name} has no column {column!r}",
                remedy=f"Its columns are: {', '.join(self.columns)}. If they run together, name the "
                "character between them: --separator.",
            )
        return self._held.column(column)


def read_table(file: Path, *, separator: str = ",") -> Table:
    """Read a file by its ending: Parquet, or else CSV with a line of names and UTF-8 text."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise MachineError(
            f"{file} cannot be read: {error.strerror}", remedy="Check the name, and that it may be read."
        ) from error
    held = _parquet(content, file) if file.suffix.lower() == _PARQUET else _csv(content, file, separator)
    twice = [name for name, times in Counter(held.column_names).items() if times > 1]
    if twice:
        raise ToolInputError(
            f"{file.name} has two columns {twice[0]!r}", remedy="Give each a name of its own."
        )
    if held.num_rows == 0:
        raise ToolInputError(f"{file.name} holds no case", remedy="Name a file with one row a case.")
    return Table(file.name, sha256(content).hexdigest(), held)


def as_number(text: str) -> float | None:
    """A finite number, or none."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _csv(content: bytes, file: Path, separator: str) -> pa.Table:
    import pyarrow as pa
    from pyarrow import csv

    if len(separator) != 1:
        raise ToolInputError(f"{separator!r} is not one character", remedy="Name one, such as ';'.")
    parse = csv.ParseOptions(delimiter=separator, newlines_in_values=True)
    try:
        names = csv.open_csv(pa.BufferReader(content), parse_options=parse).schema.names
        texts = csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), null_values=[""], strings_can_be_null=True
        )
        return csv.read_csv(pa.BufferReader(content), parse_options=parse, convert_options=texts)
    except (pa.ArrowInvalid, UnicodeDecodeError) as error:
        raise _unreadable(file, error) from error


def _parquet(content: bytes, file: Path) -> pa.Table:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        return parquet.read_table(pa.BufferReader(content))
    except (pa.ArrowInvalid, OSError) as error:
        raise _unreadable(file, error) from error


def _unreadable(file: Path, error: Exception) -> ToolInputError:
    return ToolInputError(
        f"{file.name} cannot be read as a table: {error}",
        remedy="Save it as Parquet, or as CSV in UTF-8 with a line of names and as many fields in each row.",
    )


def _listed(held: Sequence[str] | Counter[str]) -> str:
    names = sorted(held)
    return ", ".join(repr(name) for name in names[:5]) + (", ..." if len(names) > 5 else "")
