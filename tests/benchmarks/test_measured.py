import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from benchmarks.contestants import Passage
from benchmarks.given_vectors import write_for_making
from benchmarks.measured import Job
from benchmarks.runs import write_passages

ROOT = Path(__file__).parents[2]
PASSAGES = [
    Passage("lamps/1", ("Duties",), "A keeper lights each lamp at dusk."),
    Passage("lamps/2", ("Duties",), "A keeper reports a broken lamp within three days."),
    Passage("oil/1", (), "Oil is kept dry and away from fire."),
]


def _run(code: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_ours_is_measured_in_a_process_of_its_own(tmp_path: Path) -> None:
    questions, job, result = (tmp_path / name for name in ("questions.json", "job.json", "result.json"))
    questions.write_text(json.dumps(["How is oil kept?", "Who reports broken lamps?"]))
    vectors = write_for_making(tmp_path / "vectors.npz", np.eye(4, 384, dtype=np.float32))
    Job("ours", write_passages(tmp_path / "passages", PASSAGES), questions, vectors, tmp_path).write(job)

    run = _run(["-m", "benchmarks.measured", str(job), str(result)])

    assert run.returncode == 0, run.stderr
    outcome = json.loads(result.read_text())
    assert [found[0][0] for found in outcome["found"]] == ["oil/1", "lamps/2"]
    assert len(outcome["seconds"]) == 2
    assert outcome["peak_megabytes"] > 50
    assert outcome["versions"]["chromadb"]


@pytest.mark.parametrize(
    "reach", ["socket.create_connection(('localhost', 9))", "socket.gethostbyname('localhost')"]
)
def test_what_is_measured_cannot_reach_the_network(reach: str) -> None:
    hooked = "import socket, sys; from benchmarks import measured; sys.addaudithook(measured.refuse_the_network);"

    run = _run(["-c", f"{hooked} {reach}"])

    assert "a contestant reached for the network" in run.stderr
