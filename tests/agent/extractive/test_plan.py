from __future__ import annotations

from datetime import date

from copilot.agent.extractive.plan import Call, next_call
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.seen import Called, Seen
from copilot.agent.extractive.source import Source
from copilot.agent.tools import TOOLS
from copilot.law import load_corpus

TODAY = date(2026, 11, 20)
_OFFERED = frozenset(tool.name for tool in TOOLS)
_LOGS = Source(
    "eu-ai-act/art-26/6",
    "Art. 26(6) AI Act",
    "Deployers shall keep the logs for six months.\nApplies from 2027-12-02: everyone (Art. 113).",
)


def plan(question: str, *called: Called) -> Call | None:
    return next_call(Asked(question, TODAY), Seen(question, TODAY, called, (), None), _OFFERED)


def test_a_question_is_searched_then_its_article_read_and_its_dates_looked_up() -> None:
    question = "How long must deployers keep the logs?"
    found = Called("search_law", (_LOGS,))
    read = Called("read_provision", (_LOGS,))
    dated = Called("dates_of_application", ())
    assert plan(question) == Call("search_law", {"query": question, "top": 6})
    assert plan(question, found) == Call("read_provision", {"ids": ["eu-ai-act/art-26"]})
    assert plan(question, found, read) == Call("dates_of_application", {"id": "eu-ai-act/art-26/6"})
    assert plan(question, found, read, dated) is None


def test_what_is_fined_is_worked_out_with_what_is_told_of_the_offender() -> None:
    call = plan("What is the fine for insider dealing by a natural person?", Called("search_law", ()))
    assert call == Call("fine_limit", {"infringement": "insider-dealing", "kind": "natural-person"})


def test_a_tool_that_failed_is_followed_by_a_search() -> None:
    call = plan("Is our tool that filters CVs high-risk?", Called("classify_ai_system", ()))
    assert call is not None
    assert call.tool == "search_law"


def test_a_search_that_found_nothing_ends_the_plan() -> None:
    assert plan("How long must logs be kept?", Called("search_law", ())) is None


def test_every_call_of_a_plan_is_one_that_its_tool_accepts_and_whose_provision_is_held() -> None:
    law = load_corpus(policies=None).as_of(TODAY)
    tools = {tool.name: tool for tool in TOOLS}
    for role in ("provider", "deployer", "importer", "distributor"):
        source = Source("eu-ai-act/art-2/1", "Art. 2(1) AI Act", f"Duties of a high-risk AI system {role}.")
        call = plan(f"What are the duties of a {role}?", Called("search_law", (source,)))
        assert call is not None
        told = tools[call.tool].arguments.model_validate(dict(call.arguments))
        assert any(str(provision.id).startswith(f"{told.ids[0]}/") for provision in law)
