"""``copilot serve``: the API and the page."""

from __future__ import annotations

import errno
import os
import socket
from typing import Annotated

import typer

from copilot.cli.merged_metrics import merged_metrics
from copilot.cli.options import settings_in_force
from copilot.errors import MachineError, SettingsError
from copilot.loopback import is_loopback
from copilot.settings import Settings, variable

_APPLICATION = "api.started:started"
_STOPS_WITHIN, _ANSWERS_WITHIN = 30, 60
"""Seconds that requests have to end when the service stops, and that a process may be silent before another starts."""
_MAKE_A_KEY = "copilot keys create --holder NAME --role administrator"


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; see COPILOT_HOST.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port; see COPILOT_PORT.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many processes serve.")] = 1,
) -> None:
    """Serve the API and the page until interrupted."""
    import uvicorn

    settings = settings_in_force()
    address, number = host or settings.host, port or settings.port
    _require_free(address, number)
    login = _login_needed(settings.model_copy(update={"host": address}))
    shown = f"[{address}]" if ":" in address else address
    typer.echo(f"Serving on http://{shown}:{number}  (stop with Ctrl-C)")
    if not login:
        typer.echo(
            f"No login: whoever uses this machine is the owner. To ask everybody for a key: {_MAKE_A_KEY}"
        )
    os.environ |= {variable("host"): address, variable("port"): str(number)}
    with merged_metrics(workers):
        uvicorn.run(
            _APPLICATION,
            factory=True,
            host=address,
            port=number,
            workers=workers,
            http="h11",  # the other parser that may be installed reads headers without end
            log_config=None,
            access_log=False,
            server_header=False,
            forwarded_allow_ips=settings.trusted_proxies,
            timeout_graceful_shutdown=_STOPS_WITHIN,
            timeout_worker_healthcheck=_ANSWERS_WITHIN,
        )


def _login_needed(settings: Settings) -> bool:
    """Whether callers have to prove who they are; where they have to and nobody could, nothing is served."""
    if settings.oidc_issuer is not None:
        return True
    from copilot.records.keys import AccessKeys
    from copilot.records.ledger import chosen_ledger

    with chosen_ledger(settings) as ledger:
        anybody = AccessKeys(ledger).any_holds()
    if not anybody and not is_loopback(settings.host):
        raise SettingsError(
            f"{settings.host} can be reached by others, and nobody has a key to show",
            remedy=f"Make the first one: {_MAKE_A_KEY}; or set COPILOT_OIDC_ISSUER, or listen on 127.0.0.1.",
        )
    return anybody


def _require_free(address: str, number: int) -> None:
    """Say that a port is in use before anything is loaded."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, number))
        except OSError as error:
            reason = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be used: {error.strerror}"
            raise MachineError(
                f"port {number} on {address} {reason}",
                remedy="Stop what listens there, or choose another: copilot serve --port 8001",
            ) from error
