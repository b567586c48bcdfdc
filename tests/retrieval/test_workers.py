"""Several worker processes read one index at once and find the same."""

import subprocess
import sys
from pathlib import Path

_WORKER = """
import sys
from datetime import date
from pathlib import Path
from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.law import load_corpus
from copilot.retrieval import Searcher, SentenceTransformersEmbedder

corpus = load_corpus(policies=None, texts=Path(sys.argv[1]))
searcher = Searcher(corpus, SentenceTransformersEmbedder("bundled"), Path(sys.argv[2]))
actor = Actor("worker", frozenset({EVERY_AUDIENCE}))
for _ in range(20):
    found = searcher.search("broken lantern", as_of=date(2026, 1, 1), actor=actor, top=5)
sys.stdout.write(" ".join(f"{hit.provision.id}={hit.score:.6f}" for hit in found))
"""


def test_three_workers_share_an_index(texts: Path, indexed: Path) -> None:
    workers = [
        subprocess.Popen([sys.executable, "-c", _WORKER, str(texts), str(indexed)], stdout=subprocess.PIPE)
        for _ in range(3)
    ]
    found = [worker.communicate()[0].decode() for worker in workers]

    assert [worker.returncode for worker in workers] == [0, 0, 0]
    assert found[0].startswith("lantern-act/art-1/2=")
    assert len(set(found)) == 1
