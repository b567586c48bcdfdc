"""The ``copilot`` command itself: its groups, ``--version``, ``--debug``, and how an error ends it.

Heavy libraries are imported by the commands that use them, so that ``copilot --help`` stays quick.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import Console

from copilot import __version__
from copilot.cli import (
    ask,
    audit,
    chat,
    classify,
    crosswalk,
    deadlines,
    drift,
    duties,
    fairness,
    fines,
    index,
    jurisdictions,
    keys,
    law,
    law_changes,
    law_check,
    law_install,
    mcp,
    policies,
    rules,
    search,
    serve,
    settings,
    sfdr,
)
from copilot.errors import CopilotError

_INTERRUPTED = 130
EXIT_CODES = {
    0: "done",
    1: "the answer is no, or an error without a code of its own",
    2: "wrong usage: an unknown option, a malformed day; or cases of an evaluation that cannot be used",
    3: "a setting or the `.env` file",
    4: "the corpus, or a provision that is not in it",
    5: "the index",
    6: "the machine: a folder, a port, a package",
    7: "the network, or a publisher's server",
    8: "the embedding endpoint",
    9: "what a rule was told: a negative turnover, a time without a zone",
    10: "the model endpoint",
    11: "a question that is empty or too long",
    12: "the ledger, its key, or an entry that it does not hold",
    13: "something that may not be done, or not by this caller",
    _INTERRUPTED: "interrupted",
}

app = typer.Typer(
    name="copilot",
    help="Answers a compliance officer's questions from dated law, and shows how it knows.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
law.app.command("check")(law_check.check)
law.app.command("changes")(law_changes.changes)
law.app.command("install")(law_install.install)
law.app.command("coverage")(law_install.coverage)
app.add_typer(law.app, name="law")
app.add_typer(index.app, name="index")
app.command("ask")(ask.ask)
app.command("chat")(chat.chat)
app.command("search")(search.search)
app.command("classify")(classify.classify)
app.command("duties")(duties.duties)
app.command("fines")(fines.fines)
app.command("deadlines")(deadlines.deadlines)
app.command("fairness")(fairness.fairness)
app.command("drift")(drift.drift)
app.add_typer(crosswalk.app, name="crosswalk")
app.command("jurisdictions")(jurisdictions.jurisdictions)
app.add_typer(rules.app, name="rules")
app.add_typer(sfdr.app, name="sfdr")
app.add_typer(audit.app, name="audit")
app.add_typer(policies.app, name="policies")
app.add_typer(keys.app, name="keys")
app.command("serve")(serve.serve)
app.command("mcp")(mcp.mcp)
app.command("settings")(settings.settings)


def main() -> None:
    """Run the command; a known error becomes two plain lines and its exit code."""
    try:
        app()
    except CopilotError as error:
        if "--debug" in sys.argv:
            raise
        _report(str(error), error.remedy)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


def _report(message: str, remedy: str) -> None:
    console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    console.print(f"Error: {message}")
    console.print(remedy)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"regulatory-copilot {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    """Hold the options that every command takes; both act before a command runs."""
