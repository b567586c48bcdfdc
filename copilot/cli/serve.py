"""``copilot serve``: the API and the page."""

from __future__ import annotations

import errno
import socket
from typing import Annotated

import typer

from copilot.cli.options import settings_in_force
from copilot.errors import MachineError, SettingsError

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; see COPILOT_HOST.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port; see COPILOT_PORT.")] = None,
) -> None:
    """Serve the API and the page until interrupted."""
    import uvicorn

    from api import create_app

    settings = settings_in_force()
    address, number = host or settings.host, port or settings.port
    if address not in _LOOPBACK:
        raise SettingsError(
            f"{address} can be reached by others, and the service has no login yet",
            remedy="Listen on 127.0.0.1 and put a proxy with a login before it.",
        )
    _require_free(address, number)
    typer.echo(f"Serving on http://{address}:{number}  (stop with Ctrl-C)")
    uvicorn.run(create_app(settings), host=address, port=number, log_config=None, access_log=False)


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
