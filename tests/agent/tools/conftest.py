from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from copilot.actor import Actor
from copilot.agent.asking import Asking
from copilot.agent.tools import TOOLS
from copilot.grounding import Source
from copilot.law import Corpus, Provision, load_corpus
from copilot.retrieval import Searcher
from copilot.rules import ToolResult
from tests.conftest import TODAY

Gather = Callable[..., tuple[Source, ...]]
_BY_NAME = {tool.name: tool for tool in TOOLS}


@pytest.fixture(scope="package")
def shipped() -> Corpus:
    """The texts that ship."""
    return load_corpus(policies=None)


@pytest.fixture
def call(shipped: Corpus, searcher: Searcher, officer: Actor) -> Gather:
    """Calls a tool by its name, over the texts that ship, as of a day."""

    def call(name: str, as_of: date = TODAY, **told: object) -> tuple[Source, ...]:
        asking = Asking(officer, shipped.as_of(as_of), shipped.as_of(as_of, layer="official"), searcher)
        tool = _BY_NAME[name]
        return tool.gather(tool.arguments.model_validate(told), asking)

    return call


def result(sources: tuple[Source, ...]) -> ToolResult:
    """The result among the sources."""
    (found,) = (source for source in sources if isinstance(source, ToolResult))
    return found


def ids(sources: tuple[Source, ...]) -> list[str]:
    """The provisions among the sources."""
    return [str(source.id) for source in sources if isinstance(source, Provision)]
