"""What a request brings along that says where it comes from and who sent it."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import Scope

from copilot.errors import NotPermitted, SignInNeeded
from copilot.loopback import is_loopback

COOKIE = "copilot_session"
_PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True)
class Call:
    """One request, before anybody knows who sent it."""

    headers: Headers
    method: str
    client: str
    server: str

    @classmethod
    def of(cls, scope: Scope) -> Call:
        """The request of this scope."""
        client, server = scope.get("client"), scope.get("server")
        return cls(
            Headers(scope=scope),
            scope["method"],
            _network(client[0]) if client else "unknown",
            server[0] if server else "",
        )

    @property
    def bearer(self) -> str | None:
        """What is sent as ``Authorization: Bearer``; none where nothing is."""
        sent = self.headers.getlist("authorization")
        if not sent:
            return None
        scheme, _, token = sent[0].partition(" ")
        if len(sent) > 1 or scheme.lower() != "bearer" or not token.strip():
            raise SignInNeeded(
                "the Authorization header is not one key or token",
                remedy="Send one header, like: Authorization: Bearer cpk_…",
            )
        return token.strip()

    @property
    def session(self) -> str | None:
        """The token of a session, from its cookie."""
        return cookie_parser("; ".join(self.headers.getlist("cookie"))).get(COOKIE) or None

    @property
    def wants_a_page(self) -> bool:
        """Whether a person waits for a page, and no program for an answer."""
        return self.method in {"GET", "HEAD"} and "text/html" in self.headers.get("accept", "")

    def require_local(self) -> None:
        """Refuse what did not come from this machine straight to its loopback address.

        A page elsewhere can have its name lead here, but not change the name under which it asks. What a proxy
        passes on comes from people who do not sit at this machine.
        """
        if not is_loopback(self.server) or any(name in self.headers for name in _PASSED_ON):
            raise SignInNeeded(
                "others reach this service through a proxy, so it has to be known who calls",
                remedy="Make a key, and send it: copilot keys create",
            )
        if not is_loopback(_name_in(self.headers.get("host", ""))):
            raise NotPermitted(
                "without a login this service is asked by its loopback address alone",
                remedy="Open http://127.0.0.1 or http://localhost with its port, or make a key: copilot keys create",
            )

    def require_same_origin(self, *, said: bool) -> None:
        """Refuse a change that a page of another origin had the browser ask for.

        A browser says so; with ``said``, as where a cookie speaks for somebody, what does not say it is refused.
        """
        if self.method in _SAFE:
            return
        site, origin = self.headers.get("sec-fetch-site"), self.headers.get("origin")
        if site is not None:
            same = site in {"same-origin", "none"}
        elif origin is not None:
            same = urlsplit(origin).netloc.lower() == self.headers.get("host", "").lower() != ""
        else:
            same = not said
        if not same:
            raise NotPermitted(
                "another site had the browser send this",
                remedy="Do it on a page of this service, or send a key: Authorization: Bearer cpk_…",
            )


def _name_in(host: str) -> str:
    """The name in a Host header, without the port; nothing where there is none to be read."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _network(client: str) -> str:
    """Whom failed attempts are counted for: an address, and of IPv6 the network in which one has many."""
    try:
        address = ip_address(client)
    except ValueError:
        return client
    if not isinstance(address, IPv6Address):
        return client
    return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))
