"""``copilot chat``: a conversation, each statement shown as soon as it holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import typer

from copilot.cli.answers import Notes, answer_as_json, print_footer, print_refusal
from copilot.cli.ask import Model
from copilot.cli.options import AsJson, AsOf, corpus_in_force, owner_of_the_machine, settings_in_force
from copilot.errors import CopilotError, RecordsUnavailable

if TYPE_CHECKING:
    from copilot.actor import Actor
    from copilot.agent.answering import Answering
    from copilot.agent.conversation import Conversation
    from copilot.grounding import Answer
    from copilot.law import Corpus

_PROMPT = "> "


def chat(as_of: AsOf, model: Model = None, as_json: AsJson = False) -> None:
    """Ask question after question; "and for the deployer?" and "as of 2025?" are understood. An empty line ends."""
    from copilot.agent.conversation import Conversation
    from copilot.cli.answering import answering_in_force

    settings = settings_in_force()
    corpus = corpus_in_force(settings)
    actor = owner_of_the_machine()
    conversation, thread = Conversation(), str(uuid4())
    if not as_json:
        typer.echo(f"As of {as_of}, unless a question names another day. An empty line ends.")
    with answering_in_force(settings, corpus, model) as answering:
        while question := _next_question(quiet=as_json):
            try:
                conversation = _turn(
                    question, as_of, actor, answering, conversation, thread, corpus, as_json=as_json
                )
            except RecordsUnavailable as error:
                withdrawn = "What was shown of this answer is not recorded: do not use it."
                typer.secho(f"{error}\n{error.remedy}\n{withdrawn}", fg=typer.colors.RED, err=True)
            except CopilotError as error:
                typer.secho(f"{error}\n{error.remedy}", fg=typer.colors.RED, err=True)


def _next_question(*, quiet: bool) -> str:
    try:
        return input("" if quiet else _PROMPT).strip()
    except EOFError:
        return ""


def _turn(
    question: str,
    as_of: date,
    actor: Actor,
    answering: Answering,
    conversation: Conversation,
    thread: str,
    corpus: Corpus,
    *,
    as_json: bool,
) -> Conversation:
    """Answer one question, and remember it."""
    import json

    from copilot.agent.conversation import turn_of
    from copilot.agent.events import Done, Noticed, Refused, Shown, Working

    notes = Notes(corpus)
    for event in answering.ask(
        question, as_of=as_of, actor=actor, conversation=conversation, thread_id=thread
    ):
        if isinstance(event, Done):
            _end(event.answer, notes, as_json=as_json)
            if as_json:
                typer.echo(json.dumps(answer_as_json(event.answer), ensure_ascii=False))
            return conversation.then(turn_of(question, conversation, as_of, event.answer))
        if as_json:
            continue
        if isinstance(event, Working):
            typer.secho(f"… {event.on}", dim=True, err=True)
        elif isinstance(event, Shown):
            notes.print_statement(event.statement)
        elif isinstance(event, Noticed):
            typer.secho(event.notice, fg=typer.colors.YELLOW)
        elif isinstance(event, Refused):
            print_refusal(event.refusal)
    return conversation


def _end(answer: Answer, notes: Notes, *, as_json: bool) -> None:
    if not as_json:
        notes.print_sources()
        print_footer(answer)
