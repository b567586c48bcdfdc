"""``copilot keys``: make, list and revoke the keys with which people and programs call the service."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, cast

import typer

from copilot.actor import EVERY_AUDIENCE
from copilot.cli.options import AsJson, owner_of_the_machine, settings_in_force
from copilot.cli.output import print_json, print_table
from copilot.permissions import PERMISSIONS, ROLES, Permission, Role

if TYPE_CHECKING:
    from copilot.records.keys import AccessKey, AccessKeys
    from copilot.settings import Settings

app = typer.Typer(help="Make, list and revoke the keys of the service.", no_args_is_help=True)


def _role(text: str) -> str:
    return _one_of(ROLES, text)


def _permission(text: str) -> str:
    return _one_of(PERMISSIONS, text)


def _one_of(known: tuple[str, ...], text: str) -> str:
    if text not in known:
        raise typer.BadParameter(f"{text!r} is none of {', '.join(known)}")
    return text


@app.command()
def create(
    holder: Annotated[
        str, typer.Option("--holder", metavar="NAME", help="Who will call with it, as records name them.")
    ],
    roles: Annotated[
        list[str],
        typer.Option("--role", parser=_role, metavar="ROLE", help=f"{', '.join(ROLES)}; may be repeated."),
    ],
    days: Annotated[
        int, typer.Option(min=1, help="After how many days it expires; see COPILOT_KEY_DAYS.")
    ] = 90,
    audiences: Annotated[
        list[str] | None,
        typer.Option("--audience", metavar="NAME", help="Whose policies are seen, too; may be repeated."),
    ] = None,
    every_audience: Annotated[
        bool, typer.Option("--every-audience", help="Every policy is seen, whomever it is for.")
    ] = False,
    scopes: Annotated[
        list[str] | None,
        typer.Option(
            "--scope",
            parser=_permission,
            metavar="SCOPE",
            help=f"Narrows what the roles grant: {', '.join(PERMISSIONS)}; may be repeated.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make a key, and show it this one time."""
    from copilot.records.keys import Opens
    from copilot.shapes.access_key import KeyBody, MadeKeyBody

    seen = frozenset(audiences or ()) | ({EVERY_AUDIENCE} if every_audience else frozenset())
    opens = Opens(
        holder,
        cast("frozenset[Role]", frozenset(roles)),
        seen,
        cast("frozenset[Permission]", frozenset(scopes)) if scopes else None,
    )
    settings = settings_in_force()
    with _keys(settings) as keys:
        made = keys.create(
            opens,
            expires_at=datetime.now(UTC) + timedelta(days=days),
            longest=timedelta(days=settings.key_days),
            made_by=owner_of_the_machine().name,
        )
    if as_json:
        print_json(MadeKeyBody(token=made.token, key=KeyBody.of(made.key)).model_dump(mode="json"))
        return
    typer.echo(made.token)
    typer.echo(
        f"Key {made.key.id} of {holder} holds until {made.key.expires_at:%Y-%m-%d}. It is not shown again.",
        err=True,
    )


@app.command("list")
def list_keys(as_json: AsJson = False) -> None:
    """List every key, without its secret, the latest first."""
    from copilot.shapes.access_key import KeyBody

    with _keys(settings_in_force()) as keys:
        held = keys.all()
    if as_json:
        print_json([KeyBody.of(key).model_dump(mode="json") for key in held])
        return
    now = datetime.now(UTC)
    print_table(
        ("Key", "Holder", "Roles", "Audiences", "Scopes", "State"), [_row(key, now) for key in held]
    )


@app.command()
def revoke(
    key_id: Annotated[str, typer.Argument(metavar="ID", help="The id of the key: copilot keys list.")],
) -> None:
    """Revoke a key; it opens nothing from now on, nor do the sessions opened with it."""
    with _keys(settings_in_force()) as keys:
        key = keys.revoke(key_id, by=owner_of_the_machine().name)
    typer.echo(f"Key {key.id} of {key.opens.holder} is revoked.")


@contextmanager
def _keys(settings: Settings) -> Iterator[AccessKeys]:
    from copilot.records.keys import AccessKeys
    from copilot.records.ledger import chosen_ledger

    with chosen_ledger(settings) as ledger:
        yield AccessKeys(ledger)


def _row(key: AccessKey, now: datetime) -> tuple[str, ...]:
    opens = key.opens
    return (
        key.id,
        opens.holder,
        ", ".join(sorted(opens.roles, key=ROLES.index)),
        ", ".join(sorted(opens.audiences)) or "none",
        "all of the roles" if opens.scopes is None else ", ".join(sorted(opens.scopes)),
        _state(key, now),
    )


def _state(key: AccessKey, now: datetime) -> str:
    if key.revoked_at is not None:
        return f"revoked on {key.revoked_at:%Y-%m-%d} by {key.revoked_by}"
    return f"{'holds until' if key.holds_at(now) else 'expired on'} {key.expires_at:%Y-%m-%d}"
