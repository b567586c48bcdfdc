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
  - {{version: 2020-01-01, address: "{address}/first?id=1", media: formex}}
  - {{version: 2025-07-01, address: "{address}/second", media: formex}}
"""
_RECITAL = (
    "<PREAMBLE><GR.CONSID><CONSID><NP><NO.P>(1)</NO.P><TXT>{}</TXT></NP></CONSID></GR.CONSID></PREAMBLE>"
)
_ARTICLE = (
    '<ARTICLE IDENTIFIER="00{0}"><TI.ART>Article {0}</TI.ART><STI.ART><P>{1}</P></STI.ART>{2}</ARTICLE>'
)
_PARAGRAPH = '<PARAG IDENTIFIER="00{0}"><NO.PARAG>{0}.</NO.PARAG><ALINEA>{1}</ALINEA></PARAG>'


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


def act(
    *, recital: str = "", reporting: str = "14 days", oil: str = "vegetable", inspectors: bool = False
) -> bytes:
    """The act as its publisher might print it (in Formex), near to the digest of ``tests/conftest.py``."""
    lighting = _PARAGRAPH.format(1, "A street keeper shall light every lantern at dusk.")
    report = _PARAGRAPH.format(2, f"A keeper shall report each broken lantern within {reporting}.")
    articles = [
        _ARTICLE.format(1, "Lighting duty", lighting + (report if reporting else "")),
        _ARTICLE.format(2, "Oil", f"<ALINEA>Only {oil} oil may be burnt.</ALINEA>"),
    ]
    if inspectors:
        enter = "<ALINEA>Inspectors may enter any lamp store during the day.</ALINEA>"
        articles.append(_ARTICLE.format(3, "Inspectors", enter))
    preamble = _RECITAL.format(recital) if recital else ""
    return f"<ACT>{preamble}<ENACTING.TERMS>{''.join(articles)}</ENACTING.TERMS></ACT>".encode()
