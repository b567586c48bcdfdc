"""What a test asks of what was found."""

from copilot.rules.sfdr import EntityDuties, Obligation, ProductDuties

Found = EntityDuties | ProductDuties


def certain(found: Found) -> set[str]:
    return {each.name for each in found.obligations if each.certainty == "certain"}


def possible(found: Found) -> set[str]:
    return {each.name for each in found.obligations if each.certainty == "possible"}


def owed(found: Found) -> set[str]:
    return {each.name for each in found.obligations if each.owed}


def named(found: Found, name: str) -> Obligation:
    return next(each for each in found.obligations if each.name == name)


def asked(found: Found) -> set[str]:
    return {question.fact for question in found.result.open_questions}


def answer(found: Found, question: str) -> str:
    """What was found on the step whose question begins so."""
    return next(step.found for step in found.result.steps if step.question.startswith(question))
