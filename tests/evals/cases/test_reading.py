from pathlib import Path
from typing import Any

import pytest

from copilot.errors import UnusableCase
from evals.cases import read_cases, read_golden, read_matched, read_refusals, read_time_flips
from tests.evals.cases.builders import answerable, golden, refusal, time_flip, written


def _fault(folder: Path) -> str:
    with pytest.raises(UnusableCase) as raised:
        read_cases(folder)
    assert raised.value.exit_code == 2
    assert raised.value.remedy
    return str(raised.value)


def test_a_firm_keeps_its_cases_in_a_folder_of_the_same_form(tmp_path: Path) -> None:
    folder = written(
        tmp_path, golden=[golden()], time_flips=[time_flip()], refusals=[refusal()], matched=[answerable()]
    )

    cases = read_cases(folder)

    assert [case.id for case in cases] == ["report-lantern", "flip-report", "ref-colour", "ans-oil"]
    assert str(cases.golden[0].place) == "golden/own.jsonl:1"
    assert read_golden(folder) == cases.golden
    assert read_time_flips(folder) == cases.time_flips
    assert read_refusals(folder) == cases.refusals
    assert read_matched(folder) == cases.matched


def test_a_folder_may_hold_one_kind_alone(tmp_path: Path) -> None:
    assert read_golden(written(tmp_path, golden=[golden()]))
    assert read_refusals(tmp_path) == ()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "golden/own.jsonl:3: case: Invalid JSON"),
        ("[]", "golden/own.jsonl:3: case: Input should be an object"),
        ('{"id": "x"}', "golden/own.jsonl:3: question: Field required"),
    ],
)
def test_a_malformed_line_is_named_with_its_number(tmp_path: Path, line: str, fault: str) -> None:
    folder = written(tmp_path, golden=[golden()])
    file = folder / "golden" / "own.jsonl"
    file.write_text(f"{file.read_text()}\n{line}\n")

    assert fault in _fault(folder)


def test_all_faulty_lines_are_named_at_once(tmp_path: Path) -> None:
    lines = [golden(critical="perhaps"), golden(), golden(as_of="soon")]

    fault = _fault(written(tmp_path, golden=lines))

    assert [line.partition(": Input")[0] for line in fault.splitlines()] == [
        "golden/own.jsonl:1: critical",
        "golden/own.jsonl:3: as_of",
    ]


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        (
            {"golden": [golden(), golden(question="Something else entirely?")]},
            'golden/own.jsonl:2: id: "report-lantern" is that of golden/own.jsonl:1, too',
        ),
        (
            {"golden": [golden()], "time_flips": [time_flip(id="report-lantern")]},
            'time-flips.jsonl:1: id: "report-lantern" is that of golden/own.jsonl:1, too',
        ),
        (
            {"golden": [golden(), golden(id="again", question="how soon is a broken lantern REPORTED")]},
            'golden/own.jsonl:2: question: asks nearly the same as "report-lantern"',
        ),
        (
            {"refusals": [refusal()]},
            'refusals.jsonl:1: matched: "ans-oil" is not in refusals-matched.jsonl',
        ),
        (
            {
                "refusals": [refusal(), refusal(id="other", question="Who paints?")],
                "matched": [answerable()],
            },
            'refusals.jsonl:2: matched: "ans-oil" is the twin of another refusal already',
        ),
        ({"matched": [answerable()]}, 'refusals-matched.jsonl:1: id: no refusal has "ans-oil" as its twin'),
    ],
)
def test_what_cannot_stand_side_by_side_is_named(tmp_path: Path, files: dict[str, Any], fault: str) -> None:
    assert fault in _fault(written(tmp_path, **files))


def test_a_refusal_and_its_twin_may_ask_in_the_same_words(tmp_path: Path) -> None:
    same = "Which oil must a lantern have?"

    assert read_cases(
        written(tmp_path, refusals=[refusal(question=same)], matched=[answerable(question=same)])
    )


def test_a_folder_without_cases_is_no_empty_success(tmp_path: Path) -> None:
    assert "there are no cases" in _fault(tmp_path)
    assert "there are no cases" in _fault(tmp_path / "missing")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "time-flips.jsonl").write_bytes(b"\xff\xfe\x00")

    assert "time-flips.jsonl cannot be read" in _fault(tmp_path)
