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

Decision = Annotated[str, typer.Option("--decision", metavar="COLUMN", help="What was decided.")]
Groups = Annotated[
    list[str],
    typer.Option("--group", metavar="COLUMN", help="Groups to compare; sex+age for pairs of them."),
]
Label = Annotated[
    str | None, typer.Option("--label", metavar="COLUMN", help="What came true; for equalised odds.")
]
Score = Annotated[
    str | None, typer.Option("--score", metavar="COLUMN", help="Probability foretold; for calibration.")
]
Positive = Annotated[
    str | None,
    typer.Option("--positive", metavar="VALUE", help="The favourable decision, if not 1 or true."),
]
PositiveLabel = Annotated[
    str | None,
    typer.Option("--positive-label", metavar="VALUE", help="The favourable label, if not 1 or true."),
]
Limits = Annotated[
    Literal["sample-policy", "four-fifths"],
    typer.Option("--limits", help="Whose limits to hold it against."),
]
ImpactRatio = Annotated[
    float | None, typer.Option("--impact-ratio", min=0, max=1, help="Your own least impact ratio.")
]
TprDifference = Annotated[
    float | None,
    typer.Option("--tpr-difference", min=0, max=1, help="Most true positive rates may differ."),
]
FprDifference = Annotated[
    float | None,
    typer.Option("--fpr-difference", min=0, max=1, help="Most false positive rates may differ."),
]
CalibrationDifference = Annotated[
    float | None, typer.Option("--calibration-difference", min=0, help="Most the calibration may differ.")
]
NumberOfDraws = Annotated[int, typer.Option("--draws", min=100, help="Samples the bootstrap draws.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Seed of the bootstrap.")]
Separator = Annotated[str, typer.Option("--separator", help="What stands between the fields of a CSV.")]
Plot = Annotated[Path | None, typer.Option("--plot", metavar="FILE", help="Draw the figures into an SVG.")]


def fairness(
    file: Annotated[Path, typer.Argument(help="CSV or Parquet, a row a person.")],
    as_of: AsOf,
    decision: Decision,
    group: Groups,
    label: Label = None,
    score: Score = None,
    positive: Positive = None,
    positive_label: PositiveLabel = None,
    limits: Limits = "sample-policy",
    impact_ratio: ImpactRatio = None,
    tpr_difference: TprDifference = None,
    fpr_difference: FprDifference = None,
    calibration_difference: CalibrationDifference = None,
    draws: NumberOfDraws = 1000,
    seed: Seed = 0,
    separator: Separator = ",",
    plot: Plot = None,
    as_json: AsJson = False,
) -> None:
    """Measure how groups fare in a file of decisions and hold it against limits."""
    from copilot.rules.fairness import LIMITS, Columns, Draws, measure_fairness, read_table

    held = LIMITS[limits].with_given(
        impact_ratio=impact_ratio,
        true_positive=tpr_difference,
        false_positive=fpr_difference,
        calibration=calibration_difference,
    )
    law = corpus_in_force(settings_in_force()).as_of(as_of)
    table = read_table(file, separator=separator)
    columns = Columns(decision, tuple(group), label, score, positive, positive_label)
    _hand_over(
        measure_fairness(table, columns, held.stated_in(law), Draws(draws, seed), as_of), plot, as_json
    )


def _hand_over(report: FairnessReport, plot: Path | None, as_json: bool) -> None:
    """Draw the figures if they are wanted, and print what was found."""
    from copilot.rules.fairness import draw

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
