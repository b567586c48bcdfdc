import pytest

from copilot.grounding import Draft, verify
from tests.grounding.builders import ANYBODY, DAY, evidence, finding, outcome, provision, result


def test_a_statement_that_cites_nothing_is_not_supported() -> None:
    statement = verify(Draft("Lamps are lit."), evidence(), as_of=DAY, actor=ANYBODY)

    assert statement.check.grade == "failed"
    assert finding("citation exists", statement).outcome == "fail"


@pytest.mark.parametrize("source", ["Article 12", "no-such-act/art-1", ""])
def test_a_citation_that_names_nothing_fails(source: str) -> None:
    assert outcome("citation exists", "Deployers keep logs.", source=source) == "fail"


@pytest.mark.parametrize("source", ["eu-ai-act/art-13", "gdpr/art-1", "tool:lamp_check/1"])
def test_a_provision_or_a_result_is_something(source: str) -> None:
    held = evidence(provision(), results=(result(),))

    assert outcome("citation exists", "Deployers keep logs.", source=source, held=held) == "pass"
