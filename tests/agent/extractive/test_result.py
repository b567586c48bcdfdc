from __future__ import annotations

from datetime import date
from decimal import Decimal

from copilot.agent.extractive.result import Result
from copilot.agent.extractive.source import Source
from copilot.grounding import citable_text
from copilot.law import ProvisionId
from copilot.rules import ToolResult
from copilot.rules.result import Figure, OpenQuestion, Step

_DAY = date(2026, 11, 20)
_BASIS = ProvisionId.parse("eu-ai-act/art-99/3")


def test_every_part_of_a_result_is_read_back_from_the_text_a_model_is_shown() -> None:
    result = ToolResult(
        tool="fines",
        version="1",
        as_of=_DAY,
        inputs={},
        verdict="none yet; once it does: up to EUR 5",
        steps=(Step("Who fines?", "the authority", "It decides.", _BASIS),),
        figures=(Figure("sum", Decimal(5), "EUR"),),
        open_questions=(OpenQuestion("kind", "Is it an SME?", "The lower counts then."),),
    )
    read = Result(Source("tool:fines/1", "", citable_text(result, as_of=_DAY)))
    assert read.clauses == ("none yet", "once it does: up to EUR 5")
    (step,) = read.steps
    assert (step.question, step.found, step.matters) == ("Who fines?", "the authority", "It decides.")
    assert step.provision == "eu-ai-act/art-99/3"
    assert [(one.question, one.matters) for one in read.open] == [
        ("Is it an SME?", "The lower counts then.")
    ]
