from datetime import date

from api.pages.classification.calendar import calendar_of
from api.pages.classification.icalendar import icalendar
from copilot.rules.ai_act import system_from
from copilot.rules.ai_act.duties import duties
from tests.api.pages.classification.test_calendar import DEPLOYER

AS_OF = date(2026, 11, 20)


def file(name: str = "Scorer; retail, new") -> str:
    return icalendar(calendar_of(duties(system_from(DEPLOYER, "facts"), AS_OF), None), name, AS_OF)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_each_day_is_a_whole_day_entry_that_names_its_duties() -> None:
    lines = unfolded(file())

    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART;VALUE=DATE:20250202",
        "DTSTART;VALUE=DATE:20260802",
        "DTSTART;VALUE=DATE:20271202",
    ]
    assert "SUMMARY:Scorer\\; retail\\, new: AI Act\\, 1 duty from this day" in lines
    described = [line for line in lines if line.startswith("DESCRIPTION")]
    assert described[0].startswith(
        "DESCRIPTION:As of 2026-11-20:\\nArt. 4 AI literacy (deployer\\; binds now)"
    )


def test_no_line_is_longer_than_calendar_programs_read() -> None:
    assert max(len(line.encode()) for line in file("Ünïcödé " * 12).split("\r\n")) <= 75


def test_the_same_case_gives_the_same_file() -> None:
    assert file() == file()
