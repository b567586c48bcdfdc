from datetime import date
from decimal import Decimal

from copilot.law import ProvisionId
from copilot.rules import Figure, OpenQuestion, Step, ToolResult
from copilot.shapes import ToolResultBody

OIL = ProvisionId.parse("lantern-act/art-2")
RESULT = ToolResult(
    tool="lamp_oil",
    version="1",
    as_of=date(2026, 11, 20),
    inputs={"oil": "whale"},
    verdict="may not be burnt",
    steps=(Step("Is it vegetable?", "no", "Only vegetable oil may be burnt.", OIL),),
    figures=(Figure("fine", Decimal("12.50"), "EUR"),),
    citations=(OIL,),
    open_questions=(OpenQuestion("lit", "Was it lit?", "Only then is there a fine."),),
)


def test_a_result_is_sent_whole_with_its_sums_as_text() -> None:
    assert ToolResultBody.model_validate(RESULT).model_dump(mode="json") == {
        "tool": "lamp_oil",
        "version": "1",
        "as_of": "2026-11-20",
        "inputs": {"oil": "whale"},
        "inputs_hash": RESULT.inputs_hash,
        "verdict": "may not be burnt",
        "steps": [
            {
                "question": "Is it vegetable?",
                "found": "no",
                "matters": "Only vegetable oil may be burnt.",
                "provision": "lantern-act/art-2",
            }
        ],
        "figures": [{"name": "fine", "value": "12.50", "unit": "EUR"}],
        "citations": ["lantern-act/art-2"],
        "open_questions": [
            {"fact": "lit", "question": "Was it lit?", "matters": "Only then is there a fine."}
        ],
    }
