"""The door over standard input and output, for a client that starts the copilot itself, as desktop clients do."""

from __future__ import annotations

from api.access import Caller
from api.dependencies import today
from api.service import Service


def serve_stdio(service: Service, caller: Caller) -> None:
    """Answer until the client closes the input. Nothing but the protocol is written to standard output meanwhile."""
    import anyio
    from mcp.server.stdio import stdio_server

    from api.mcp_door.server import server_for
    from api.mcp_door.visit import Visit

    server = server_for(lambda _ctx: Visit(service, caller, today()), service.settings.answers_at_once)

    async def serve() -> None:
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())

    anyio.run(serve)
