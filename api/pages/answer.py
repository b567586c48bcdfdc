"""One recorded answer, and what its rules worked out: pages of their own, and parts of the Ask page."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from api.answers import own_answer
from api.dependencies import AskerDep, ServiceDep
from api.pages.results import worked_out
from api.pages.turns import answered
from api.rendering import render
from api.shapes.answer import Numbered
from copilot.errors import EntryUnavailable

router = APIRouter(include_in_schema=False)


@router.get("/answer/{number}", response_class=HTMLResponse)
def answer_page(
    request: Request,
    number: int,
    caller: AskerDep,
    service: ServiceDep,
    fragment: bool = False,
    thanks: bool = False,
) -> HTMLResponse:
    """Show an answer of the caller's; ``fragment`` is what stands below its statements."""
    answer = own_answer(service.ledger(), service.corpus, caller.actor, number)
    question = service.ledger().answer(number).question
    corpus = service.corpus.open_to(caller.actor)
    body = Numbered(service.corpus, answer.as_of).answer(answer, question.thread)
    return render(
        request,
        "ask/ending.html" if fragment else "ask/answer-page.html",
        caller=caller,
        as_of=answer.as_of,
        turn=answered(question.asked, body, corpus),
        conversation=question.thread,
        thanks=thanks,
    )


@router.post("/answer/{number}/feedback")
def feedback_in_a_form(
    number: int,
    caller: AskerDep,
    service: ServiceDep,
    helpful: Annotated[Literal["yes", "no"], Form()],
    words: Annotated[str, Form(max_length=2_000)] = "",
) -> RedirectResponse:
    """Keep what a reader thinks where no script runs, and show the answer again."""
    from copilot.records.feedback import Feedback

    own_answer(service.ledger(), service.corpus, caller.actor, number)
    opinions = Feedback(service.ledger())
    opinions.give(number, caller.actor.name, helpful=helpful == "yes", words=words)
    return RedirectResponse(f"/answer/{number}?thanks=1", HTTPStatus.SEE_OTHER)


@router.get("/answer/{number}/result/{place}", response_class=HTMLResponse)
def result_page(
    request: Request,
    number: int,
    place: int,
    caller: AskerDep,
    service: ServiceDep,
    quote: Annotated[str, Query(max_length=6_000)] = "",
    fragment: bool = False,
) -> HTMLResponse:
    """Show what a rule worked out for an answer, step by step; ``quote`` are the words leaned on."""
    results = own_answer(service.ledger(), service.corpus, caller.actor, number).evidence.results
    if not 1 <= place <= len(results):
        raise EntryUnavailable(
            f"answer {number} rests on {len(results)} results of rules, and none is number {place}",
            remedy="See the sources below the answer.",
        )
    result = results[place - 1]
    return render(
        request,
        "ask/result-panel.html" if fragment else "ask/result-page.html",
        caller=caller,
        as_of=result.as_of,
        of=worked_out(result, quote, service.corpus.open_to(caller.actor)),
        number=number,
    )
