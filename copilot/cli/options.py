"""The options commands share, and what the edge fills in for all that lies further in."""

from __future__ import annotations

import getpass
import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.logs import configure_logging
from copilot.settings import Settings, read_settings

if TYPE_CHECKING:
    from copilot.law import Corpus, ProvisionId


def day_from(text: str | date) -> date:
    """A day as it is written on the command line."""
    if isinstance(text, date):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a day; write it like 2026-07-27") from error


def today() -> date:
    """The day an answer is given as of where nobody says another: the edge's one default."""
    return datetime.now(UTC).astimezone().date()


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
AsOf = Annotated[
    date,
    typer.Option(
        "--as-of",
        parser=day_from,
        default_factory=today,
        metavar="DAY",
        show_default="today",
        help="The day asked about.",
    ),
]


def settings_in_force() -> Settings:
    """Read the settings and set up logging by them."""
    settings = read_settings(os.environ)
    configure_logging(settings)
    return settings


def owner_of_the_machine() -> Actor:
    """On the command line the owner of the machine asks, to whom no audience is closed."""
    return Actor(getpass.getuser(), frozenset({EVERY_AUDIENCE}))


def corpus_in_force(settings: Settings) -> Corpus:
    """The texts: those that ship and those installed, the folder's policies, and those that were uploaded."""
    from copilot.records import corpus_in_force as in_force

    return in_force(settings)


def provision_id(text: str) -> ProvisionId:
    """An id given as an argument."""
    from copilot.law import ProvisionId

    return ProvisionId.parse(text)
