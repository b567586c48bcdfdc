"""How the service stands at the moment somebody scrapes: the index, the texts, the ledger, and which version runs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, get_args

from prometheus_client import Metric
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from api.upkeep import UpkeepState
from copilot import __version__
from copilot.errors import CopilotError
from copilot.retrieval import IndexState

if TYPE_CHECKING:
    from api.service import Service


class StateMetrics(Collector):
    """What is asked of the service itself; what it cannot tell is left out, and ``copilot_records_up`` says why."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def describe(self) -> Iterable[Metric]:
        """Nothing beforehand: asking would open the index and the ledger."""
        return ()

    def collect(self) -> Iterable[Metric]:
        """How all of it stands now."""
        yield _told("copilot_build", "The version that runs.", "version", __version__)
        yield from self._texts()
        yield from self._index()
        yield from self._ledger()

    def _texts(self) -> Iterable[Metric]:
        status = self._service.upkeep.status()
        yield _one_of(
            "copilot_texts_state",
            "How the texts in use stand to the uploaded policies.",
            status.state,
            get_args(UpkeepState),
        )
        yield GaugeMetricFamily(
            "copilot_texts_change",
            "The last change of the policies that the texts in use have.",
            status.change,
        )

    def _index(self) -> Iterable[Metric]:
        try:
            status = self._service.index_status()
        except CopilotError:
            return
        yield _one_of("copilot_index_state", "How the index stands.", status.state, get_args(IndexState))
        if status.manifest is not None:
            yield _told("copilot_index", "The index in use.", "fingerprint", status.manifest.fingerprint)

    def _ledger(self) -> Iterable[Metric]:
        up = GaugeMetricFamily("copilot_records_up", "Whether the records can be read.")
        try:
            last, change = self._service.ledger().head().sequence, self._service.shelf().last_change()
        except CopilotError:
            up.add_metric([], 0)
            yield up
            return
        up.add_metric([], 1)
        yield up
        yield GaugeMetricFamily("copilot_ledger_entry", "The number of the last entry of the ledger.", last)
        yield GaugeMetricFamily(
            "copilot_policy_change", "The number of the last change of the policies.", change
        )


def _told(name: str, about: str, label: str, value: str) -> GaugeMetricFamily:
    family = GaugeMetricFamily(f"{name}_info", about, labels=[label])
    family.add_metric([value], 1)
    return family


def _one_of(name: str, about: str, held: str, states: Iterable[str]) -> GaugeMetricFamily:
    """A series for each state, so that one that is left reads 0 and not what it was."""
    family = GaugeMetricFamily(name, about, labels=["state"])
    for state in states:
        family.add_metric([state], float(state == held))
    return family
