from copilot.rules.ai_act import AISystem, classify
from copilot.rules.ai_act.duties.situation import Situation
from tests.rules.ai_act.builders import TODAY, only, plain, yes
from tests.rules.ai_act.duties.lookup import CREDIT, HIRING, used


def _of(system: AISystem) -> Situation:
    return Situation(system, classify(system, TODAY))


def _grounds(system: AISystem) -> set[tuple[str, str]]:
    return {(one.source, one.certainty) for one in _of(system).grounds}


def test_a_role_is_held_ruled_out_or_open() -> None:
    assert _of(used()).has("deployer") is True
    assert _of(used()).has("provider") is False
    assert _of(only()).has("importer") is None
    assert _of(plain()).has("everyone") is True


def test_that_there_is_a_system_in_scope_is_a_ground_by_itself() -> None:
    assert ("any-ai-system", "certain") in _grounds(plain())
    assert ("any-ai-system", "if-in-scope") in _grounds(only())
    left_out = _grounds(plain(scope=yes("sole_research")))
    assert "any-ai-system" not in {source for source, _ in left_out}


def test_tiers_are_grounds_as_sure_as_the_classification_is() -> None:
    assert ("high-risk-annex-iii", "certain") in _grounds(plain(**CREDIT))
    assert ("high-risk-annex-iii", "if-in-scope") in _grounds(only(**HIRING))
    assert ("high-risk-annex-iii", "possible") in _grounds(only())
