"""Several processes of one service: whichever is scraped tells the figures of all."""

import os
import subprocess
import sys

from copilot.cli.merged_metrics import merged_metrics

_TWO_PROCESSES = """
import os
from collections.abc import Iterable
from prometheus_client import Metric
from prometheus_client.registry import Collector
from api.metrics import Metrics

class Nothing(Collector):
    def collect(self) -> Iterable[Metric]:
        return ()

metrics = Metrics(Nothing())
another = os.fork()
metrics.requested("GET", "/v1/search", 200, 0.1)
metrics.at_the_desk(waiting=2, at_work=1)
if another:
    os.waitpid(another, 0)
    print(metrics.exposed("")[0].decode())
"""


def test_what_each_process_counted_is_added_up_and_what_waited_at_one_that_is_gone_is_not() -> None:
    with merged_metrics(2):
        command = [sys.executable, "-c", _TWO_PROCESSES]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout

    assert 'copilot_requests_total{method="GET",route="/v1/search",status="200"} 2.0' in told
    assert 'copilot_questions{stand="waiting"} 2.0' in told
    assert "PROMETHEUS_MULTIPROC_DIR" not in os.environ


def test_one_process_needs_no_folder() -> None:
    with merged_metrics(1):
        assert "PROMETHEUS_MULTIPROC_DIR" not in os.environ
