from datetime import date

from copilot.law import load_corpus
from copilot.rules.table.ai_act_duties import section

_LAW = load_corpus(policies=None).as_of(date(2026, 11, 20))


def _lines(part: str, heading: str) -> tuple[str, ...]:
    entries = next(each.entries for each in section(_LAW).parts if each.heading == part)
    return next(entry.lines for entry in entries if entry.heading.startswith(heading))


def test_each_way_to_come_under_a_duty_is_told() -> None:
    lines = _lines("Owed by: deployer", "Art. 27(1): ")

    assert "Owed by high-risk-annex-iii, only Annex III, point 5(b); Annex III, point 5(c)." in lines
    assert any(line.startswith("Owed by high-risk-annex-iii, but not Annex III, point 2") for line in lines)
    assert any("(`organisation.public_services`)" in line for line in lines)


def test_what_is_fined_and_what_no_list_names_are_told_apart() -> None:
    assert "- Fined by: Art. 99(4)(g)" in _lines("Owed by: provider", "Art. 50(2): ")
    assert "- Fined by: no list of Art. 99 or 101" in _lines("Owed by: deployer", "Art. 27(1): ")


def test_an_older_wording_has_the_dates_and_the_fine_of_its_time() -> None:
    data = _lines("Duties in another wording on other days", "Art. 10: ")
    help_ = _lines("Duties in another wording on other days", "Art. 25(2): ")

    assert any(line.startswith("- Binds from 2026-08-02: high-risk under Annex III") for line in data)
    assert not any("2027-12-02" in line for line in data)
    assert "- Fined by: no list of Art. 99 or 101" in help_


def test_a_relief_for_some_grounds_alone_names_them() -> None:
    lines = _lines("Owed by: provider", "Art. 73: ")

    assert any("for what is owed by high-risk-annex-iii" in line for line in lines)
