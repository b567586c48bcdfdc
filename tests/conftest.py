"""What many tests share: a small corpus of a made-up act, an index of it, and the real command."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import structlog
from hypothesis import settings

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.cli import main
from copilot.law import Corpus, load_corpus
from copilot.retrieval import SentenceTransformersEmbedder, build_index
from tests.chroma import chroma_running, empty
from tests.loopback import Loopback, listening

TODAY = date(2026, 11, 20)

# Without a deadline: no test asserts a wall-clock time. The same examples each time, so that a red test
# speaks of the change it was run on; `make test ARGS=--hypothesis-profile=exploring` looks for new ones.
settings.register_profile("exploring", deadline=None)
settings.register_profile("repeatable", settings.get_profile("exploring"), derandomize=True)
settings.load_profile("repeatable")

_INSTRUMENT = """\
id: lantern-act
title: Regulation on lanterns in public streets
short: Lantern Act
kind: regulation
jurisdiction: EU
publisher: Council of Lamplighters
status: in force, as amended in 2025
versions:
  - from: 2020-01-01
    source: Lantern Gazette 1/2020
"""

_PROVISIONS = """\
---
instrument: lantern-act
title: Duties
source: Lantern Gazette 1/2020
from: 2020-01-01
---

# Chapter I · Duties

### Article 1 · Lighting duty

- **1.** A street keeper shall light each lantern at dusk, where both of these hold:
  - **(a)** the street is open to the public;
  - **(b)** the lantern is in working order.
- **2.** {until 2025-07-01} A keeper shall report a broken lantern within 14 days.
- **2.** {from 2025-07-01} A keeper shall report a broken lantern within 3 days.

### Article 2 · Oil

Only vegetable oil may be burnt.

### Article 3 · Inspectors {from 2025-07-01}

Inspectors may enter a lamp store during the day.
"""

_APPLICATION = """\
- covers: [all]
  binds: 2021-01-01
  basis: art-2
  stated: {from: 2020-01-01}
- covers: [art-1/2]
  binds: 2026-01-01
  when: {operator: deployer}
  basis: art-2
  stated: {from: 2025-07-01}
"""

_OPEN_POLICY = """\
---
id: lamp-care
title: Lamp care policy
version: "1.0"
effective: 2024-01-01
owner: Head of Lamps
---
# Lamp care policy
## 1 Purpose
1.1 This policy says how lamps are cleaned every week.
1.2 A broken lamp is reported as Art. 1(2) Lantern Act asks.
"""

_CLOSED_POLICY = """\
---
id: watch-list
title: Watch list policy
version: "1.0"
effective: 2024-01-01
owner: Control room
audience: [control-room]
---
# Watch list policy
## 1 Streets under watch
1.1 Glass thieves are awaited in Vine Street.
(a) The constable is told first.
"""


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of texts in the form of ``corpus/``."""
    folder = tmp_path_factory.mktemp("texts")
    act, policies = folder / "lantern-act", folder / "policies"
    for made in (act, policies):
        made.mkdir()
    (act / "instrument.yaml").write_text(_INSTRUMENT)
    (act / "01-duties.md").write_text(_PROVISIONS)
    (act / "application.yaml").write_text(_APPLICATION)
    (policies / "lamp-care.md").write_text(_OPEN_POLICY)
    (policies / "watch-list.md").write_text(_CLOSED_POLICY)
    return folder


@pytest.fixture(scope="session")
def small_corpus(texts: Path) -> Corpus:
    """The corpus of the made-up act and two policies."""
    return load_corpus(policies=None, texts=texts)


@pytest.fixture(scope="session")
def embedder() -> SentenceTransformersEmbedder:
    """The real embedder with the bundled model."""
    return SentenceTransformersEmbedder("bundled")


@pytest.fixture(scope="session")
def indexed(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A data folder with an index of the small corpus; tests read it only."""
    folder = tmp_path_factory.mktemp("indexed")
    build_index(small_corpus, embedder, folder, lambda done, total: None, anew=False)
    return folder


@pytest.fixture(scope="session")
def _chroma_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with chroma_running(tmp_path_factory.mktemp("chroma")) as address:
        yield address


@pytest.fixture
def chroma(_chroma_address: str) -> str:
    """The address of a real Chroma server that holds nothing."""
    empty(_chroma_address)
    return _chroma_address


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    """A server that answers as the test says."""
    with listening() as loopback:
        yield loopback


@pytest.fixture
def officer() -> Actor:
    """Somebody to whom every audience is open."""
    return Actor("officer", frozenset({EVERY_AUDIENCE}))


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    """Undo what a command or a test set up: its handler writes to a stream that is gone after it."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def copilot(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., Ended]:
    """Run ``copilot`` with its words, in a folder and with a data folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPILOT_DATA_DIR", str(tmp_path / "data"))

    def run(*words: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["copilot", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Ended(int(ended.value.code or 0), out, err)

    return run
