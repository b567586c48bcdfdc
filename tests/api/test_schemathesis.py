"""The whole API against its own document: every operation, every check, with what fits it and with what does not.

``make fuzz`` does the same for longer: with more of everything, other examples each time, and every failure told.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from limits import parse
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from schemathesis.python.asgi import shutdown_lifespans

from tests.api.conftest import calling
from tests.api.shipped import Shipped

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))
"""So many examples of each kind for each operation; a few, the same each time, where nothing is said."""

_A_FEW = {"max-examples": 4, "deterministic": True, "database": "none"}
_WITH_A_FORM_OF_FACTS = "^/v1/(classify|duties|jurisdictions|sfdr)"
_MAY_BE_TOLD_WHAT_CANNOT_BE = ["2xx", "3xx", "401", "403", "404", "409", "422", "429", "5xx"]
"""422 as well: two facts can each be well-formed and contradict one another."""
_OF_OPENAI = [*_MAY_BE_TOLD_WHAT_CANNOT_BE, "400"]


@schemathesis.check
def what_fits_the_document_is_never_called_malformed(
    ctx: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case
) -> None:
    fits = case.meta is not None and case.meta.generation.mode.is_positive
    if fits and case.media_type in (None, "application/json") and response.status_code == 422:
        problem = response.json()
        assert problem["type"] != "urn:regulatory-copilot:invalid-request", problem["detail"]


def test_the_api_keeps_to_its_document(shipped: Shipped, monkeypatch: pytest.MonkeyPatch) -> None:
    # One of the checks tries wrong keys, and more of them than an address may.
    monkeypatch.setattr("api.access.limits._FAILURES", parse("1000000/minute"))
    headers = shipped.headers
    config = SchemathesisConfig.from_dict({"headers": headers, "request-timeout": 60, **_plan()})
    schema = schemathesis.openapi.from_asgi("/openapi.json", shipped.app, headers=headers, config=config)

    @schema.hook
    def filter_case(context: schemathesis.HookContext, case: schemathesis.Case) -> bool:
        """All but the end of the key that opens everything."""
        return case.path_parameters.get("key_id") != shipped.key_id

    tried, faults = set(), []
    try:
        for event in from_schema(schema).execute():
            if isinstance(event, events.ScenarioFinished):
                tried.add(event.label)
                faults += _faults(event)
            elif isinstance(event, events.NonFatalError):
                faults.append(f"{event.label}: {event.value!r}")
            elif isinstance(event, events.FatalError):
                raise event.exception
    finally:
        shutdown_lifespans()

    document = schema.raw_schema["paths"]
    assert {f"{method.upper()} {path}" for path, ways in document.items() for method in ways} <= tried
    assert not faults, "\n\n".join(faults)
    with calling(shipped.app, **headers) as client:
        assert client.get("/v1/keys").status_code == 200, "the key has to open everything to the end"


def _plan() -> dict[str, Any]:
    """What is tried. Facts are not covered one by one: there are hundreds, and all are read by the same code."""
    generation = {"max-examples": EXAMPLES, "database": "none"} if EXAMPLES else _A_FEW
    return {
        "continue-on-failure": bool(EXAMPLES),
        "checks": {"positive_data_acceptance": {"expected-statuses": _MAY_BE_TOLD_WHAT_CANNOT_BE}},
        "generation": generation,
        "operations": [
            {"include-path-regex": _WITH_A_FORM_OF_FACTS, "phases": {"coverage": {"enabled": False}}},
            {
                "include-path-regex": "^/v1/(chat|models)",
                "checks": {"positive_data_acceptance": {"expected-statuses": _OF_OPENAI}},
            },
        ],
    }


def _faults(scenario: events.ScenarioFinished) -> Iterator[str]:
    """What failed, and the request that shows it."""
    for checks in scenario.recorder.checks.values():
        for check in checks:
            if check.failure_info is not None:
                failure = check.failure_info.failure
                yield f"{scenario.label}: {check.name}: {failure.message}\n{check.failure_info.code_sample}"
