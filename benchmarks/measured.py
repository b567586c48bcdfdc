"""The process in which one contestant is measured: ``python -m benchmarks.measured JOB RESULT``.

It knows nothing of the other contestants and may not reach the network. It runs in the environment of its
contestant, so it needs the standard library and NumPy only.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

_WARM_UPS = 5
_NETWORK = frozenset({"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"})


@dataclass(frozen=True, slots=True)
class Job:
    """What is measured: passages as JSON lines, questions as a JSON list, and vectors, if they are given."""

    contestant: str
    passages: Path
    questions: Path
    vectors: Path | None
    model: Path

    @classmethod
    def read(cls, file: Path) -> Job:
        """Read what ``write`` wrote."""
        held: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
        vectors = Path(held["vectors"]) if held["vectors"] else None
        return cls(
            held["contestant"],
            Path(held["passages"]),
            Path(held["questions"]),
            vectors,
            Path(held["model"]),
        )

    def write(self, file: Path) -> None:
        """As JSON, paths as text."""
        file.write_text(
            json.dumps({name: str(value or "") for name, value in asdict(self).items()}), encoding="utf-8"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one contestant found for each question, how long it took, and the most memory it held."""

    how: str
    versions: dict[str, str]
    build_seconds: float
    peak_megabytes: float
    seconds: list[float]
    found: list[list[tuple[str, float]]]


def main(job_file: str, result_file: str) -> None:
    """Measure and write the outcome."""
    sys.addaudithook(refuse_the_network)
    outcome = measure(Job.read(Path(job_file)))
    Path(result_file).write_text(json.dumps(asdict(outcome)), encoding="utf-8")


def measure(job: Job) -> Outcome:
    """Build, then ask question by question. Importing the libraries and loading the model count as building."""
    lines = job.passages.read_text(encoding="utf-8").splitlines()
    questions: list[str] = json.loads(job.questions.read_text(encoding="utf-8"))
    begun = perf_counter()
    from benchmarks.contestants import Passage, contestant
    from benchmarks.given_vectors import read_vectors

    passages = [Passage(key, tuple(headings), text) for key, headings, text in map(json.loads, lines)]
    vectors = read_vectors(job.vectors) if job.vectors else None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        measured = contestant(job.contestant, Path(folder), job.model)
        measured.build(passages, vectors)
        built = perf_counter() - begun
        for question in questions[:_WARM_UPS]:
            measured.ask(question)
        seconds, found = [], []
        for question in questions:
            begun = perf_counter()
            found.append(measured.ask(question))
            seconds.append(perf_counter() - begun)
    versions = {package: version(package) for package in measured.packages}
    return Outcome(measured.how, versions, built, _peak_megabytes(), seconds, found)


def _peak_megabytes() -> float:
    """The most memory this process held at once.

    Linux says it in ``/proc``; what ``getrusage`` says of a process begins at what its parent held.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return next(_kilobytes(status)) / 1024
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _kilobytes(status: Path) -> Iterator[float]:
    for line in status.read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            yield float(line.split()[1])


def refuse_the_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: Python calls it before it connects, or looks up a name."""
    if event in _NETWORK:
        raise PermissionError(f"a contestant reached for the network: {event} {arguments[1:]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
