import pytest

from copilot.agent.intake.readable import LONGEST, remarks_on, require_readable
from copilot.errors import ToolInputError


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "says nothing"),
        (" \n\t ... 42", "says nothing"),
        ("It ranks CVs. " * 8_000, f"at most {LONGEST:,} are read"),
        (
            "Das System bewertet die Bewerbungen von Kandidaten und ist für den Einsatz in der EU.",
            "another language",
        ),
        ("Le système évalue les candidats pour un emploi et les classe par score.", "another language"),
        ("Система оценивает кандидатов.", "another language"),
        ("该系统对求职者进行排名。", "another language"),
    ],
)
def test_what_is_not_read_is_said(text: str, said: str) -> None:
    with pytest.raises(ToolInputError, match=said) as refused:
        require_readable(text)

    assert "copilot classify --form" in refused.value.remedy


@pytest.mark.parametrize("text", ["CV ranking tool", "It ranks résumés in Köln.", "AI", "x" * 200])
def test_short_english_is_read(text: str) -> None:
    require_readable(text)


@pytest.mark.parametrize(
    "text",
    [
        "We run two systems: one ranks CVs, one plans shifts.",
        "It ranks CVs. A second tool plans shifts.",
        "System A ranks CVs. System B plans shifts.",
    ],
)
def test_two_systems_are_remarked_on(text: str) -> None:
    assert ["more than one system" in remark for remark in remarks_on(text)] == [True]


def test_one_system_is_not() -> None:
    assert not list(remarks_on("The system ranks CVs that two people wrote."))
