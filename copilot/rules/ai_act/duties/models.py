"""What is owed for general-purpose models: Articles 52 to 55."""

from __future__ import annotations

from copilot.rules.ai_act.duties.rule import OWN_FACTS, DutyRule, Follows, duty
from copilot.rules.ai_act.formula import Formula, all_of, none_of, one_of
from copilot.rules.ai_act.general_purpose import OPEN_MODEL_RELIEF
from copilot.rules.ai_act.rule import Exemption, act

_MODEL = Follows(("gpai",))
_SYSTEMIC = Follows(("gpai-systemic",))
_ABOUT_OPEN = "an open model without systemic risk, with its parameters public"


def _open(path: str) -> tuple[Exemption, ...]:
    return (Exemption(_ABOUT_OPEN, act(path), OPEN_MODEL_RELIEF.elements),)


def _model(
    key: str,
    path: str,
    title: str,
    what: str,
    *evidence: str,
    follows: Follows = _MODEL,
    when: Formula = all_of(),  # noqa: B008  # formulas are frozen
    unless: tuple[Exemption, ...] = (),
    also: str = "",
) -> DutyRule:
    return duty(
        key,
        "model-provider",
        path,
        title,
        what,
        *evidence,
        follows=follows,
        when=when,
        unless=unless,
        also=also,
    )


PROVIDERS = (
    _model(
        "model-notification",
        "art-52/1",
        "Notify the Commission of high-impact capabilities",
        "Notify the Commission without delay, within two weeks at most after the model meets the condition "
        "of Art. 51(1)(a) or is known to be going to; arguments against systemic risk go in with the "
        "notification.",
        "Notification with the figures on training compute",
        when=one_of("general_purpose.above_threshold", "general_purpose.high_impact"),
        also="art-51/1 art-51/2 art-52/2",
    ),
    _model(
        "model-documentation",
        "art-53/1/a",
        "Technical documentation of the model",
        "Draw up and keep current the technical documentation with what Annex XI lists, for the AI Office "
        "and authorities on request.",
        "Technical documentation by Annex XI",
        unless=_open("art-53/2"),
        also="anx-11",
    ),
    _model(
        "model-downstream-information",
        "art-53/1/b",
        "Information for those who build on it",
        "Draw up, keep current and make available to providers who integrate the model what Annex XII "
        "lists, so that they understand its capabilities and limits.",
        "Information package by Annex XII",
        unless=_open("art-53/2"),
        also="anx-12",
    ),
    _model(
        "model-copyright",
        "art-53/1/c",
        "Copyright policy",
        "Have a policy for complying with Union copyright law that also finds and respects reservations of "
        "rights.",
        "Copyright policy and how reservations are detected",
    ),
    _model(
        "model-training-summary",
        "art-53/1/d",
        "Public summary of training content",
        "Publish, by the AI Office's template, a summary of what the model was trained on that is detailed enough.",
        "Published summary",
    ),
    _model(
        "model-cooperation",
        "art-53/3",
        "Cooperate with Commission and authorities",
        "Cooperate as necessary with the Commission and national authorities in what they do under the Act.",
        "Who answers the AI Office",
    ),
    _model(
        "model-means-of-compliance",
        "art-53/4",
        "Show how you comply",
        "Rely on a code of practice or a harmonised standard, or else show other adequate means to the "
        "Commission.",
        "Adherence to the code, or description of the other means",
    ),
    _model(
        "model-systemic-means-of-compliance",
        "art-55/2",
        "Show how you comply with the duties on systemic risk",
        "For what Art. 55(1) asks, rely on a code of practice or a harmonised standard, or else show other "
        "adequate means to the Commission.",
        "Adherence to the code, or description of the other means",
        follows=_SYSTEMIC,
    ),
    _model(
        "model-representative",
        "art-54/1",
        "Appoint an authorised representative",
        "From a third country, appoint a representative in the Union by written mandate before the model "
        "is placed on the market, and enable it to do its tasks.",
        "Written mandate, accepted",
        when=none_of("roles.in_union"),
        unless=_open("art-54/6"),
        also="art-54/2",
    ),
    _model(
        "model-evaluation",
        "art-55/1/a",
        "Evaluate the model",
        "Evaluate the model by standardised protocols and tools of the state of the art, with documented "
        "adversarial tests.",
        "Evaluation and red-team reports",
        follows=_SYSTEMIC,
    ),
    _model(
        "model-systemic-risks",
        "art-55/1/b",
        "Assess and mitigate systemic risks",
        "Assess and mitigate systemic risks at Union level with their sources, from development to use.",
        "Systemic risk assessment and measures",
        follows=_SYSTEMIC,
    ),
    _model(
        "model-incidents",
        "art-55/1/c",
        "Report serious incidents of the model",
        "Track, document and report serious incidents and possible corrections without undue delay to the "
        "AI Office and, where appropriate, national authorities.",
        "Incident register and reports",
        follows=_SYSTEMIC,
    ),
    _model(
        "model-security",
        "art-55/1/d",
        "Secure the model",
        "Protect the model and its physical infrastructure adequately against cyber attacks.",
        "Security concept and tests",
        follows=_SYSTEMIC,
    ),
)


def _representative(key: str, path: str, title: str, what: str, *evidence: str) -> DutyRule:
    return duty(
        key,
        "model-representative",
        path,
        title,
        what,
        *evidence,
        follows=OWN_FACTS,
        when=all_of("organisation.represents_model_provider", "roles.in_union"),
    )


REPRESENTATIVES = (
    _representative(
        "model-representative-tasks",
        "art-54/3",
        "Carry out the mandate",
        "Do what the mandate says: verify that documentation and duties are met, keep the documentation "
        "and contact details for ten years, give the AI Office what it needs, cooperate. Show the mandate "
        "on request.",
        "Mandate with the tasks of Art. 54(3)",
        "Documents kept for ten years",
    ),
    _representative(
        "model-representative-terminate",
        "art-54/5",
        "End the mandate of a provider in breach",
        "With reason to think that the provider acts against its duties, end the mandate and tell the AI "
        "Office at once, and why.",
        "Notice of termination with reasons",
    ),
)

DUTIES = (*PROVIDERS, *REPRESENTATIVES)
