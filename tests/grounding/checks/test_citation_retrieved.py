import pytest

from copilot.grounding import Draft, verify
from tests.grounding.builders import ANYBODY, ARTICLE, DAY, evidence, finding, outcome, provision, result

HELD = evidence(provision(), results=(result(),))


@pytest.mark.parametrize("source", [ARTICLE, "tool:lamp_check/1"])
def test_a_source_that_was_gathered_passes(source: str) -> None:
    assert outcome("citation retrieved", "Deployers keep logs.", source=source, held=HELD) == "pass"


@pytest.mark.parametrize("source", ["eu-ai-act/art-13", "tool:lamp_check/2", "tool:other/1"])
def test_one_that_was_not_fails_though_it_may_exist(source: str) -> None:
    assert outcome("citation retrieved", "Deployers keep logs.", source=source, held=HELD) == "fail"


def test_without_a_citation_there_is_nothing_to_look_for() -> None:
    statement = verify(Draft("Lamps are lit."), HELD, as_of=DAY, actor=ANYBODY)

    assert finding("citation retrieved", statement).outcome == "not_applicable"
