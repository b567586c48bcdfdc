from copilot.rules.ai_act import AISystem, classify
from copilot.rules.ai_act.duties.reading import DutyReading, questions, read_duty
from copilot.rules.ai_act.duties.rule import annex_iii, duty
from copilot.rules.ai_act.duties.situation import Situation
from copilot.rules.ai_act.facts import index_of
from copilot.rules.ai_act.formula import told
from copilot.rules.ai_act.rule import Exemption, act
from tests.rules.ai_act.builders import TODAY, plain, yes
from tests.rules.ai_act.duties.lookup import CREDIT, USES, used

_LAMP = duty(
    "lamp",
    "deployer",
    "art-26/6",
    "Lamp",
    "Light it.",
    "Log",
    follows=annex_iii("5/b"),
    when=told("operation.controls_logs"),
    unless=(Exemption("it is day", act("art-26/6"), told("organisation.sme")),),
)


def _read(system: AISystem) -> DutyReading | None:
    return read_duty(_LAMP, Situation(system, classify(system, TODAY)))


def _certainty(system: AISystem) -> str | None:
    found = _read(system)
    assert found is not None
    return found.certainty


def test_a_duty_needs_its_ground_its_role_and_its_condition() -> None:
    controls = {"operation": yes("controls_logs")}

    assert _certainty(used(**CREDIT, **controls)) == "certain"
    assert _certainty(used(**CREDIT)) is None
    assert _read(used(**controls)) is None
    assert _read(plain(**CREDIT, **controls)) is None


def test_why_it_is_not_owed_is_said() -> None:
    without = _read(used(**CREDIT))
    exempt = _read(used(**CREDIT, operation=yes("controls_logs"), organisation=yes("sme")))

    assert without is not None
    assert without.reason == "operation.controls_logs is no"
    assert exempt is not None
    assert exempt.reason == "it is day"


def test_what_nobody_told_leaves_it_possible_and_is_asked() -> None:
    found = _read(
        plain(**CREDIT, roles=USES, operation={"controls_logs": None}, organisation={"sme": None})
    )

    assert found is not None
    assert found.certainty == "possible"
    asked = [one.fact for one in questions(found.pending)]
    assert asked == ["operation.controls_logs", "organisation.sme"]


def test_an_open_role_leaves_it_possible() -> None:
    system = plain(**CREDIT, roles={**USES, "uses": None}, operation=yes("controls_logs"))

    assert _certainty(system) == "possible"


def test_two_facts_of_one_entry_are_one_question() -> None:
    asked = questions((index_of("product.section_a"), index_of("product.section_b")))

    assert [one.fact for one in asked] == ["product.laws"]
