"""``copilot fines``: how high the fine for an infringement can be, as of a day."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from copilot.cli.options import AsJson, AsOf, corpus_in_force, settings_in_force
from copilot.cli.output import print_json
from copilot.cli.tool_result import print_result


def _amount(text: str | Decimal) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise typer.BadParameter(f"{text!r} is not an amount; write it like 500000000 or 12.50") from error


_KINDS = "undertaking, smc, sme, natural-person, public-authority or union-body"


def fines(
    infringement: Annotated[
        str,
        typer.Argument(help="The provision infringed, like eu-ai-act/art-26/5, or a topic, like literacy."),
    ],
    as_of: AsOf,
    who: Annotated[str | None, typer.Option("--who", help=f"The offender: {_KINDS}.")] = None,
    turnover: Annotated[
        Decimal | None,
        typer.Option(
            "--turnover", parser=_amount, metavar="EUR", help="Worldwide turnover of the year before."
        ),
    ] = None,
    supervisor: Annotated[
        str | None,
        typer.Option("--supervisor", help="Who supervises the AI system: national or ai-office."),
    ] = None,
    gain: Annotated[
        Decimal | None,
        typer.Option("--gain", parser=_amount, metavar="EUR", help="Profit gained or loss avoided (MAR)."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say how high a fine can be, by whom, and what that depends on."""
    from copilot.rules.fines import fine_for, offender_from
    from copilot.shapes import FineBody

    offender = offender_from(kind=who, turnover=turnover, supervisor=supervisor, gain=gain)
    law = corpus_in_force(settings_in_force()).as_of(as_of)
    fine = fine_for(infringement, offender, law=law)
    if as_json:
        print_json(FineBody.of(fine).model_dump(mode="json"))
    else:
        print_result(fine.result)
