"""``copilot crosswalk``: which provisions of the frameworks belong together, and what is left between them."""

from __future__ import annotations

from typing import Annotated, Literal

import typer
from typer.core import TyperGroup

from copilot.cli.options import AsJson, AsOf, corpus_in_force, provision_id, settings_in_force
from copilot.cli.output import print_json
from copilot.cli.tool_result import print_result


class _ShowByDefault(TyperGroup):
    """``copilot crosswalk ID`` means ``copilot crosswalk show ID``."""

    # Typer promises a context of its own kind, and names the kind above it in a private module.
    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = ["show", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    help="Find what belongs together in the AI Act, NIST AI RMF, ISO/IEC 42001 and SOC 2.",
    no_args_is_help=True,
    cls=_ShowByDefault,
)


@app.command("show")
def show(
    provision: Annotated[str, typer.Argument(metavar="ID", help="Such as eu-ai-act/art-9 or soc-2.")],
    as_of: AsOf,
    to: Annotated[
        str, typer.Option("--to", metavar="FRAMEWORKS", help="With commas between; all others if left out.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Show what belongs to a provision; the word show may be left out."""
    from copilot.rules.crosswalk import crosswalk, shipped_crosswalk
    from copilot.shapes import CounterpartsBody

    corpus = corpus_in_force(settings_in_force())
    report = crosswalk(shipped_crosswalk(corpus), provision_id(provision), _names(to), corpus.as_of(as_of))
    if as_json:
        print_json(CounterpartsBody.of(report).model_dump(mode="json"))
    else:
        print_result(report.result)


@app.command("gap")
def gap(
    have: Annotated[
        str, typer.Option("--have", metavar="FRAMEWORKS", help="What is in place, with commas.")
    ],
    want: Annotated[str, typer.Option("--want", metavar="FRAMEWORKS", help="What is wanted, with commas.")],
    as_of: AsOf,
    ai_in_scope: Annotated[
        bool | None,
        typer.Option(
            "--ai-in-scope/--ai-not-in-scope", help="Whether what is in place covers the AI system."
        ),
    ] = None,
    soc2_categories: Annotated[
        str | None,
        typer.Option(
            "--soc-2-categories",
            metavar="CATEGORIES",
            help="Of the SOC 2 report besides security: availability, confidentiality, processing-integrity, "
            "privacy; none for none.",
        ),
    ] = None,
    soc2_type: Annotated[
        Literal["I", "II"] | None, typer.Option("--soc-2-type", help="Of the SOC 2 report.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say what of the frameworks wanted is covered by those in place, partly, or not at all."""
    from copilot.rules.crosswalk import InPlace, categories_from, shipped_crosswalk
    from copilot.rules.crosswalk import gap as gap_of
    from copilot.shapes import GapBody

    corpus = corpus_in_force(settings_in_force())
    categories = None if soc2_categories is None else categories_from(_names(soc2_categories))
    in_place = InPlace(_names(have), ai_in_scope, categories, soc2_type)
    report = gap_of(shipped_crosswalk(corpus), in_place, _names(want), corpus.as_of(as_of))
    if as_json:
        print_json(GapBody.of(report).model_dump(mode="json"))
    else:
        print_result(report.result)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
