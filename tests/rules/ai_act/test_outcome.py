from copilot.rules.ai_act import AISystem, classify
from copilot.rules.ai_act.answers import Answer
from copilot.rules.ai_act.consistency import known_of
from copilot.rules.ai_act.outcome import Outcome, outcome_of
from copilot.rules.ai_act.rule import act
from copilot.rules.ai_act.rulebook import rulebook_on
from tests.rules.ai_act.builders import TODAY, found, named, plain, yes

_HIRES = yes("recruitment")


def _outcome(system: AISystem) -> Outcome:
    return outcome_of(rulebook_on(TODAY), known_of(system))


def test_a_listed_system_is_regulated_while_it_is_open_whether_article_6_3_takes_it_out() -> None:
    outcome = _outcome(plain(employment=_HIRES, task={"profiling": None, "preparatory": None}))

    assert outcome.regulated is True
    assert not [one for one in outcome.on_systems if one.value]


def test_a_system_is_in_scope_once_every_way_out_is_closed() -> None:
    assert _outcome(plain()).in_scope is True
    assert _outcome(plain(scope={"sole_research": None})).in_scope is None
    assert _outcome(plain(scope=yes("sole_research"))).in_scope is False


def test_an_open_licence_leads_out_unless_something_regulates_the_system() -> None:
    licence = yes("open_source")
    unknown = plain(scope=licence, employment={"involved": None, "recruitment": None})

    assert found(plain(scope=licence)) == {"out-of-scope:art-2/12"}
    assert _outcome(plain(scope=licence, employment=_HIRES)).in_scope is True
    assert _outcome(unknown).in_scope is None
    assert "out-of-scope:art-2/12" in named(classify(unknown, TODAY), "possible")


def test_a_role_that_needs_a_high_risk_system_waits_for_the_class() -> None:
    change = yes("renamed", "was_high_risk")
    not_high_risk, unknown = dict.fromkeys(("involved", "recruitment"), False), {"recruitment": None}

    assert _renamed(plain(change=change, employment=_HIRES)) is True
    assert _renamed(plain(change=change, employment=not_high_risk)) is False
    assert _renamed(plain(change=change, employment=unknown)) is None


def _renamed(system: AISystem) -> Answer:
    """Whether the person is a provider by having put a name on the system."""
    (role,) = (one for one in _outcome(system).roles if one.rule.provision == act("art-25/1/a"))
    return role.value


def test_a_derogation_that_cannot_hold_is_left_out() -> None:
    outcome = _outcome(plain(employment=_HIRES))
    derogated = [one.rule.provision.segments for one in outcome.on_systems if one.rule.tier == "derogated"]

    assert derogated == [("anx-3", "4", "a")]
