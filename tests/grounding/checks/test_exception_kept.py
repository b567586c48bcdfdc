import pytest

from tests.grounding.builders import LOG, evidence, outcome, provision

CUT = "Deployers of lanterns shall keep a log of every lamp for at least six months"


def test_a_quote_cut_off_before_its_exception_fails() -> None:
    assert outcome("exception kept", "Deployers keep logs for six months.", CUT) == "fail"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Deployers keep logs for six months.", LOG),
        ("Deployers keep logs for six months, unless Union law says otherwise.", CUT),
        ("Deployers keep logs for six months; Union law may except some.", CUT),
        ("A provider may inspect them.", "A provider may inspect the lamps"),
    ],
)
def test_an_exception_quoted_or_mentioned_is_kept(text: str, quote: str) -> None:
    assert outcome("exception kept", text, quote) == "pass"


@pytest.mark.parametrize(
    "mark", ["except", "without prejudice to", "provided that", "other than", "save for", "only if"]
)
def test_each_way_of_excepting_is_known(mark: str) -> None:
    held = evidence(provision(text=f"Lamps shall be lit at dusk {mark} festive days."))

    assert (
        outcome("exception kept", "Lamps are lit at dusk.", "Lamps shall be lit at dusk", held=held)
        == "fail"
    )


def test_an_ellipsis_does_not_hide_a_denial() -> None:
    held = evidence(provision(text="Lamps shall in no case and never be lit at noon."))

    assert outcome("exception kept", "Lamps are lit.", "Lamps shall … be lit at noon", held=held) == "fail"
