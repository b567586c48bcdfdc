"""Processes that build a small index and look at it, forked from one that has imported all they need.

Texts and vectors cost nothing here, so that a build takes a fraction of a second and all of it is writing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from hashlib import blake2b
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

import numpy as np

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.law import Corpus, load_corpus
from copilot.retrieval import ChromaServer, Progress, Searcher, Vectors, build_index, silently, verify_index

_PROVISIONS = 200
_DAY = date(2026, 11, 20)
_WIDTH = 64
_WAITS = 60.0
_FULL_BUILDS = 5
_INSTRUMENT = """\
id: oil-act
title: Regulation on oil
short: Oil Act
kind: regulation
jurisdiction: EU
publisher: Council of Lamplighters
status: in force
versions:
  - from: 2020-01-01
    source: Lantern Gazette 1/2020
"""
_HEAD = """\
---
instrument: oil-act
title: Duties
source: Lantern Gazette 1/2020
from: 2020-01-01
---

# Chapter I · Duties
"""


class HashedWords:
    """An embedder that takes no time: a text's vector counts its words, each in a place of its hash."""

    model = "hashed-words"

    def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
        """One unit vector a text."""
        progress(len(texts), len(texts))
        return np.stack([self.embed_query(text) for text in texts])

    def embed_query(self, text: str) -> Vectors:
        """The unit vector of one text."""
        vector = np.zeros(_WIDTH, np.float32)
        for word in text.lower().split():
            vector[blake2b(word.encode(), digest_size=1).digest()[0] % _WIDTH] += 1
        unit: Vectors = vector / (np.linalg.norm(vector) or 1.0)
        return unit


def write_texts(folder: Path, oil: str) -> Path:
    """A small act in which each article names the one oil that may be burnt."""
    act = folder / "oil-act"
    act.mkdir(parents=True)
    (folder / "policies").mkdir()
    (act / "instrument.yaml").write_text(_INSTRUMENT)
    articles = (
        f"\n### Article {number} · Street {number}\n\nIn street {number} only {oil} oil may be burnt.\n"
        for number in range(1, _PROVISIONS + 1)
    )
    (act / "01-duties.md").write_text(_HEAD + "".join(articles))
    return folder


class Started:
    """A process that runs now, and tells what it finds."""

    def __init__(self, target: Callable[..., None], *arguments: object) -> None:
        context = get_context("forkserver")
        context.set_forkserver_preload([__name__])
        self._here, there = context.Pipe()
        self._process = context.Process(target=target, args=(*arguments, there))
        self._process.start()
        there.close()

    def told(self) -> object:
        """What it tells next; an error where it says nothing, or ends."""
        if not self._here.poll(_WAITS):
            raise RuntimeError(f"a process said nothing for {_WAITS:.0f} seconds")
        return self._here.recv()

    def end(self) -> None:
        """Wait until it has ended."""
        self._process.join()

    def kill_after(self, seconds: float) -> None:
        """Kill it (SIGKILL) when so many seconds have passed, or when it has told that it is done."""
        self._here.poll(seconds)
        self._process.kill()
        self._process.join()


class Host:
    """A machine with a data folder of its own, and perhaps a Chroma server that it shares."""

    def __init__(self, data_folder: Path, server: str | None = None) -> None:
        self.data_folder = data_folder
        self._place = (data_folder, server)

    def builder(self, texts: Path) -> Started:
        """Start a builder; return when it has read the texts. It tells whether there was anything to do."""
        started = Started(_build, texts, *self._place)
        started.told()
        return started

    def look(self, *texts: Path) -> tuple[Path | None, str]:
        """Which of the texts the index is of, if it is whole; else what is said of it."""
        onlooker = Started(_look, texts, *self._place)
        found = cast(tuple[Path | None, str], onlooker.told())
        onlooker.end()
        return found


def _build(texts: Path, data_folder: Path, server: str | None, pipe: Connection) -> None:
    corpus = _corpus(texts)
    pipe.send("begun")
    pipe.send(build_index(corpus, HashedWords(), data_folder, silently, anew=False, server=_server(server)))


def _look(texts: Sequence[Path], data_folder: Path, server: str | None, pipe: Connection) -> None:
    said = []
    for folder in texts:
        corpus = _corpus(folder)
        status = verify_index(corpus, HashedWords(), data_folder, _server(server))
        if status.state != "ready":
            said.append(f"{folder.name}: {status.state}, {status.reason}")
            continue
        searcher = Searcher(corpus, HashedWords(), data_folder, _server(server))
        actor = Actor("onlooker", frozenset({EVERY_AUDIENCE}))
        (found,) = searcher.search("oil in street 7, Art. 7 Oil Act", as_of=_DAY, actor=actor, top=1)
        right = found.provision == corpus.as_of(_DAY).provision(found.provision.id)
        pipe.send((folder, "whole") if right else (None, f"{folder.name}: {found.provision.text}"))
        return
    pipe.send((None, "; ".join(said)))


def _corpus(texts: Path) -> Corpus:
    return load_corpus(policies=None, texts=texts)


def _server(url: str | None) -> ChromaServer | None:
    return ChromaServer(url, None) if url else None
