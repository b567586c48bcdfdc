"""``copilot drift``: how a file moved since a reference, as evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from copilot.cli.fairness import Plot, Separator
from copilot.cli.options import AsJson, AsOf, corpus_in_force, settings_in_force
from copilot.cli.output import print_json
from copilot.cli.tool_result import as_json as result_as_json
from copilot.cli.tool_result import print_result

if TYPE_CHECKING:
    from pydantic import JsonValue

    from copilot.rules.drift import DriftLimits, DriftReport


Columns = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="COLUMN", help="What to compare; all that both have if left out."),
]
Categorical = Annotated[
    list[str] | None,
    typer.Option("--categorical", metavar="COLUMN", help="A column of codes that look like numbers."),
]
Watch = Annotated[float | None, typer.Option("--watch", help="Your own limit of the index for watching.")]
Act = Annotated[float | None, typer.Option("--act", help="Your own limit of the index for acting.")]
Alpha = Annotated[float, typer.Option("--alpha", help="Level of the Kolmogorov-Smirnov tests together.")]
Bins = Annotated[int, typer.Option("--bins", help="Most bins of a column of numbers.")]
Floor = Annotated[float, typer.Option("--floor", help="Least share that a bin counts for.")]


def drift(
    reference: Annotated[
        Path, typer.Argument(help="CSV or Parquet to compare with, such as the test data.")
    ],
    current: Annotated[Path, typer.Argument(help="CSV or Parquet of now, with the same columns.")],
    as_of: AsOf,
    column: Columns = None,
    categorical: Categorical = None,
    watch: Watch = None,
    act: Act = None,
    alpha: Alpha = 0.05,
    bins: Bins = 10,
    floor: Floor = 0.0001,
    separator: Separator = ",",
    plot: Plot = None,
    as_json: AsJson = False,
) -> None:
    """Say which columns moved: population stability index and Kolmogorov-Smirnov test."""
    from copilot.rules.drift import draw, measure_drift
    from copilot.rules.fairness import read_table

    law = corpus_in_force(settings_in_force()).as_of(as_of)
    report = measure_drift(
        read_table(reference, separator=separator),
        read_table(current, separator=separator),
        column or (),
        dict.fromkeys(categorical or (), "categories"),
        _limits(watch, act, alpha, bins, floor).stated_in(law),
        as_of,
    )
    if plot is not None:
        draw(report, plot)
    if as_json:
        print_json(_as_json(report))
    else:
        print_result(report.result)


def _limits(watch: float | None, act: float | None, alpha: float, bins: int, floor: float) -> DriftLimits:
    from copilot.rules.drift import DriftLimits

    if watch is None and act is None:
        return DriftLimits(alpha=alpha, bins=bins, floor=floor)
    if watch is None or act is None:
        raise typer.BadParameter("limits of your own come in two: --watch and --act")
    return DriftLimits(watch, act, None, alpha=alpha, bins=bins, floor=floor)


def _as_json(report: DriftReport) -> dict[str, JsonValue]:
    """The result, with the bins of each column."""
    from pydantic import TypeAdapter

    from copilot.rules.drift import Drifted

    return {
        **result_as_json(report.result),
        "valid": str(report.valid),
        "columns": TypeAdapter(tuple[Drifted, ...]).dump_python(report.columns, mode="json"),
    }
