"""Kills builders of the index at random moments: what is left has to be the old index or the new one, whole.

::

    python -m benchmarks.kills --kills 200 --seed 1
    python -m benchmarks.kills --kills 200 --seed 1 --after 0.8
    python -m benchmarks.kills --kills 200 --seed 1 --server http://127.0.0.1:8100

A builder is to take in texts that changed, and is killed (SIGKILL) at a moment drawn evenly over the time
that a whole build takes, or over what comes after a share of it. Then another process verifies the index
and searches it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Literal

from benchmarks.builders import Host, write_texts
from copilot.retrieval import Progress, silently

_FULL_BUILDS, _MEASURED_EVERY = 3, 20
Stage = Literal["reading and embedding", "writing", "whole, not yet in use", "in use"]


@dataclass
class Tally:
    """What the kills left, and at which stage each came."""

    left: Counter[Literal["old", "new"]] = field(default_factory=Counter)
    stages: Counter[Stage] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)


def kill_builders(
    folder: Path,
    *,
    kills: int,
    seed: int,
    after: float = 0.0,
    server: str | None = None,
    progress: Progress = silently,
) -> Tally:
    """Kill so many builders and tally what they left; at last let one build end."""
    host, texts = Host(folder / "data", server), _changing_texts(folder)
    random, tally = Random(seed), Tally()  # noqa: S311  # nothing is secret here
    for kill in range(kills):
        if kill % _MEASURED_EVERY == 0:  # how long a build takes depends on what else the machine does
            took = median(_build(host, old := next(texts)) for _ in range(_FULL_BUILDS))
        before, new = _builds(host), next(texts)
        moment = random.uniform(after * took, took)
        host.builder(new).kill_after(moment)
        stage = _stage(host, before)
        tally.stages[stage] += 1
        left, said = host.look(old, new)
        if left != (new if stage == "in use" else old):
            tally.broken.append(f"kill {kill} after {moment:.3f} s, {stage}: {said}")
        tally.left["old" if left == old else "new"] += left is not None
        old = left or old
        progress(kill + 1, kills)
    _build(host, old := next(texts))
    left, said = host.look(old)
    if left != old or len(_builds(host)) > 2:
        tally.broken.append(f"the last build: {said}, {len(_builds(host))} folders")
    return tally


def _build(host: Host, texts: Path) -> float:
    """Build to the end; the seconds it took."""
    builder, begun = host.builder(texts), perf_counter()
    builder.told()
    took = perf_counter() - begun
    builder.end()
    return took


def _changing_texts(folder: Path) -> Iterator[Path]:
    for turn in count():
        yield write_texts(folder / f"texts-{turn}", f"oil-{turn}")


def _builds(host: Host) -> set[Path]:
    return set((host.data_folder / "index").glob("build-*"))


def _stage(host: Host, before: set[Path]) -> Stage:
    """How far a builder came, by what it wrote."""
    begun = _builds(host) - before
    current = (host.data_folder / "index" / "current").read_text()
    if not begun:
        return "reading and embedding"
    (build,) = begun
    if current == build.name:
        return "in use"
    return "whole, not yet in use" if (build / "manifest.json").exists() else "writing"


def main(arguments: Sequence[str]) -> int:
    """Kill as often as asked, print the tally; exit 1 where anything was broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--after", type=float, default=0.0, help="the share of a build's time spared: 0 to 1"
    )
    parser.add_argument("--server", help="the address of a Chroma server; without one, vectors lie on disk")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_builders(
            Path(folder),
            kills=chosen.kills,
            seed=chosen.seed,
            after=chosen.after,
            server=chosen.server,
            progress=_shown,
        )
    say: Callable[[str], object] = sys.stdout.write
    where = f"on {chosen.server}" if chosen.server else "on disk"
    say(f"{chosen.kills} kills, seed {chosen.seed}, after {chosen.after:.0%} of a build, vectors {where}\n")
    say(
        f"left the old index {tally.left['old']}, the new one {tally.left['new']}, none {len(tally.broken)}\n"
    )
    for stage, times in tally.stages.most_common():
        say(f"  died while {stage}: {times}\n")
    for broken in tally.broken:
        say(f"BROKEN {broken}\n")
    return int(bool(tally.broken))


def _shown(done: int, total: int) -> None:
    sys.stderr.write(f"\r{done} of {total}" + ("\n" if done == total else ""))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
