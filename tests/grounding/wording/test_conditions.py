from copilot.grounding.wording import wording_of
from copilot.grounding.wording.conditions import exception_in


def test_conditions_and_exceptions_are_told_apart() -> None:
    found = wording_of("Where oil is dear, lamps may be dimmed, unless somebody reads.").conditions

    assert [(condition.kind, condition.mark) for condition in found] == [
        ("condition", "where"),
        ("exception", "unless"),
    ]
    assert found[0].says == ("oil", "dear")


def test_where_appropriate_is_no_condition() -> None:
    assert wording_of("Lamps are, where appropriate, dimmed.").conditions == ()


def test_an_exception_is_known_by_its_first_words() -> None:
    assert exception_in("lamps burn, with the exception of red ones") == "with the exception of"
    assert exception_in("lamps burn where it is dark") == ""
