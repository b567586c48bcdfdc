"""``copilot ask``: one question, one answer, each sentence with what it leans on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from copilot.cli.answers import answers_as_json, print_answer, print_difference, print_sent
from copilot.cli.options import (
    AsJson,
    AsOf,
    corpus_in_force,
    day_from,
    owner_of_the_machine,
    settings_in_force,
)
from copilot.cli.output import print_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copilot.agent.events import Done, Event

Model = Annotated[
    str | None,
    typer.Option("--model", help="The model that words the answer: extractive, or one the endpoint knows."),
]


def ask(
    question: Annotated[str, typer.Argument(help="The question, in words.")],
    as_of: AsOf,
    compare_with: Annotated[
        date | None,
        typer.Option(
            parser=day_from, metavar="DAY", help="Answer as of this day as well, and say what changed."
        ),
    ] = None,
    model: Model = None,
    show_sent: Annotated[
        bool, typer.Option("--show-sent", help="Show what left the machine for the answer, as it left.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Answer a question from law, policies and rules; every sentence is checked before it is shown."""
    from copilot.agent.conversation import Conversation
    from copilot.cli.answering import answering_in_force

    settings = settings_in_force()
    corpus = corpus_in_force(settings)
    actor, days = owner_of_the_machine(), sorted({as_of, compare_with or as_of})
    with answering_in_force(settings, corpus, model) as answering:
        ended = [
            _ended(
                answering.ask(question, as_of=day, actor=actor, conversation=Conversation(), thread_id=None)
            )
            for day in days
        ]
    answers = [done.answer for done in ended]
    sent = [message for done in ended for message in done.sent]
    if as_json:
        print_json(answers_as_json(answers) | ({"sent": list(sent)} if show_sent else {}))
        return
    for answer in answers:
        print_answer(answer, corpus)
    if len(answers) > 1:
        print_difference(*answers)
    if show_sent:
        print_sent(sent)


def _ended(events: Iterable[Event]) -> Done:
    """How the events end; until then a line says what is being done."""
    from copilot.agent.events import Done, Working

    done: Done | None = None
    with Console(stderr=True).status("Reading the question") as line:
        for event in events:
            if isinstance(event, Working):
                line.update(event.on)
            elif isinstance(event, Done):
                done = event
    if done is None:
        raise RuntimeError("an answer that ends without being done")
    return done
