"""``copilot fairness``: how groups fare in a file of decisions, as evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from copilot.cli.options import AsJson, AsOf, corpus_in_force, settings_in_force
from copilot.cli.output import print_json
from copilot.cli.tool_result import as_json as result_as_json
from copilot.cli.tool_result import print_result

if TYPE_CHECKING:
    from pydantic import JsonValue

    from copilot.rules.fairness import FairnessReport

Separator = Annotated[str, typer.Option("--separator", help="What stands between the fields of a CSV.")]
Plot = Annotated[Path | None, typer.Option("--plot", metavar="FILE", help="Draw the figures into an SVG.")]


def fairness(
    file: Annotated[Path, typer.Argument(help="CSV or Parquet, a row a person.")],
    as_of: AsOf,
    decision: Annotated[str, typer.Option("--decision", metavar="COLUMN", help="What was decided.")],
    group: Annotated[
        list[str],
        typer.Option("--group", metavar="COLUMN", help="Groups to compare; sex+age for pairs of them."),
    ],
    label: Annotated[
        str | None, typer.Option("--label", metavar="COLUMN", help="What came true; for equalised odds.")
    ] = None,
    score: Annotated[
        str | None, typer.Option("--score", metavar="COLUMN", help="Probability foretold; for calibration.")
    ] = None,
    positive: Annotated[
        str | None,
        typer.Option("--positive", metavar="VALUE", help="The favourable decision, if not 1 or true."),
    ] = None,
    positive_label: Annotated[
        str | None,
        typer.Option("--positive-label", metavar="VALUE", help="The favourable label, if not 1 or true."),
    ] = None,
    limits: Annotated[
        Literal["sample-policy", "four-fifths"],
        typer.Option("--limits", help="Whose limits to hold it against."),
    ] = "sample-policy",
    impact_ratio: Annotated[
        float | None, typer.Option("--impact-ratio", min=0, max=1, help="Your own least impact ratio.")
    ] = None,
    tpr_difference: Annotated[
        float | None,
        typer.Option("--tpr-difference", min=0, max=1, help="Most true positive rates may differ."),
    ] = None,
    fpr_difference: Annotated[
        float | None,
        typer.Option("--fpr-difference", min=0, max=1, help="Most false positive rates may differ."),
    ] = None,
    calibration_difference: Annotated[
        float | None,
        typer.Option("--calibration-difference", min=0, help="Most the calibration may differ."),
    ] = None,
    draws: Annotated[int, typer.Option("--draws", min=100, help="Samples the bootstrap draws.")] = 1000,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Seed of the bootstrap.")] = 0,
    separator: Separator = ",",
    plot: Plot = None,
    as_json: AsJson = False,
) -> None:
    """Measure how groups fare in a file of decisions and hold it against limits."""
    from copilot.rules.fairness import LIMITS, Columns, Draws, draw, measure_fairness, read_table

    held = LIMITS[limits].with_given(
        impact_ratio=impact_ratio,
        true_positive=tpr_difference,
        false_positive=fpr_difference,
        calibration=calibration_difference,
    )
    law = corpus_in_force(settings_in_force()).as_of(as_of)
    report = measure_fairness(
        read_table(file, separator=separator),
        Columns(decision, tuple(group), label, score, positive, positive_label),
        held.stated_in(law),
        Draws(draws, seed),
        as_of,
    )
    if plot is not None:
        draw(report, plot)
    if as_json:
        print_json(_as_json(report))
    else:
        print_result(report.result)


def _as_json(report: FairnessReport) -> dict[str, JsonValue]:
    """The result, with each comparison in figures."""
    from pydantic import TypeAdapter

    from copilot.rules.fairness import Compared, Missing

    return {
        **result_as_json(report.result),
        "valid": str(report.valid),
        "compared": TypeAdapter(tuple[Compared, ...]).dump_python(report.compared, mode="json"),
        "missing": TypeAdapter(tuple[Missing, ...]).dump_python(report.missing, mode="json"),
    }
