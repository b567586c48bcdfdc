"""A publisher on loopback whose server does what a test says, and the made-up act it publishes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

_VERSIONS = """\
versions:
  - from: 2020-01-01
    source: Lantern Gazette 1/2020
    celex: 32020R0001
  - from: 2025-07-01
    source: Lantern Gazette 7/2025
    celex: 02020R0001-20250701
downloads:
  - {{version: 2020-01-01, address: "{address}/first?id=1", media: xhtml}}
  - {{version: 2025-07-01, address: "{address}/second", media: xhtml}}
"""
_INSPECTORS = """
  <p class="title-article-norm">Article 3</p><p class="stitle-article-norm">Inspectors</p>
  <p class="norm">Inspectors may enter any lamp store during the day.</p>"""
_REPORTING = """
  <div class="norm"><span class="no-parag">2.</span><div class="norm inline-element">
  <p class="norm inline-element">A keeper shall report each broken lantern within {days} days.</p></div></div>"""


@dataclass
class Publisher:
    """A server's address, what it was asked, and how it answers; ``closing`` ends an answer that stalls."""

    address: str = ""
    answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    closing: Event = field(default_factory=Event)

    def answer(self, path: str, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer a path with a body, and with its length unless another is given."""
        said = {"Content-Length": str(len(body))}
        said |= {name.replace("_", "-"): text for name, text in headers.items()}

        def send(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, text in said.items():
                handler.send_header(name, text)
            handler.end_headers()
            handler.wfile.write(body)

        self.answers[path] = send


@contextmanager
def publishing() -> Iterator[Publisher]:
    """Run a publisher's server."""
    publisher = Publisher()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            publisher.asked.append({name.lower(): text for name, text in self.headers.items()})
            publisher.answers[self.path.partition("?")[0]](self)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name there
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Clients that hang up are a part of these tests."""

    with Server(("127.0.0.1", 0), Handler) as server:
        publisher.address = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield publisher
        publisher.closing.set()
        server.shutdown()
        thread.join()


def write_lantern_law(texts: Path, folder: Path, address: str) -> Path:
    """The texts of ``tests/conftest.py`` with the act in two versions, offered at an address."""
    shutil.copytree(texts, folder)
    file = folder / "lantern-act" / "instrument.yaml"
    head = file.read_text().partition("versions:")[0]
    file.write_text(head + _VERSIONS.format(address=address))
    return folder


def page(
    *, recital: str = "", days: int | None = 14, oil: str = "vegetable", inspectors: bool = False
) -> bytes:
    """The act as its publisher might print it, near to the digest of ``tests/conftest.py``."""
    return f"""<html><body>
  {f'<p class="norm">({1}) {recital}</p>' if recital else ""}
  <p class="title-article-norm">Article 1</p><p class="stitle-article-norm">Lighting duty</p>
  <div class="norm"><span class="no-parag">1.</span><div class="norm inline-element">
  <p class="norm inline-element">Street keepers shall light each lantern at dusk.</p></div></div>
  {_REPORTING.format(days=days) if days else ""}
  <p class="title-article-norm">Article 2</p><p class="stitle-article-norm">Oil</p>
  <p class="norm">Only {oil} oil may be burnt.</p>{_INSPECTORS if inspectors else ""}
</body></html>""".encode()
