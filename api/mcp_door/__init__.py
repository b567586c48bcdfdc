"""The MCP door: the deterministic tools, search and the law itself, for whatever speaks the Model Context Protocol."""

from api.mcp_door.http import Exchange, opened, router
from api.mcp_door.stdio import serve_stdio

__all__ = ["Exchange", "opened", "router", "serve_stdio"]
