"""``copilot mcp``: the tools and the law for an MCP client that starts the copilot itself."""

from __future__ import annotations

from dataclasses import replace

from copilot.cli.options import owner_of_the_machine, settings_in_force


def mcp() -> None:
    """Speak the Model Context Protocol on standard input and output, for a client on this machine."""
    from api.access import OWNER
    from api.mcp_door import serve_stdio
    from api.service import Service

    service = Service.open(settings_in_force())
    try:
        serve_stdio(service, replace(OWNER, actor=owner_of_the_machine()))
    finally:
        service.close()
