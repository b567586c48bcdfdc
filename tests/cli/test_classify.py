import json
from collections.abc import Callable
from pathlib import Path

import pytest

Copilot = Callable[..., tuple[int, str, str]]

_LAMP_RATER = """\
name: Lamp keeper rater
nature: {machine_based: yes, autonomous: yes, infers: yes, influences: yes, model_only: no}
scope: {exclusively_defence: no, foreign_cooperation: no, sole_research: no, open_source: no}
nexus: {placed_in_union: yes}
employment: {recruitment: yes}
task: {profiling: yes}
"""


@pytest.fixture
def facts(tmp_path: Path) -> str:
    """A file that describes a system."""
    file = tmp_path / "system.yaml"
    file.write_text(_LAMP_RATER, encoding="utf-8")
    return str(file)


def test_a_system_is_classified(facts: str, copilot: Copilot) -> None:
    code, out, _ = copilot("classify", "--facts", facts, "--as-of", "2026-11-20", "--steps")

    assert code == 0
    assert "high-risk-annex-iii (Annex III, point 4(a))" in out
    assert "from 2027-12-02" in out
    assert "Open questions" in out
    assert "Is it meant for recruiting or selecting persons?  yes" in out


def test_json_carries_tiers_basis_questions_and_steps(facts: str, copilot: Copilot) -> None:
    code, out, _ = copilot("classify", "--facts", facts, "--as-of", "2026-11-20", "--json")

    found = json.loads(out)
    assert code == 0
    certain = [tier for tier in found["tiers"] if tier["certainty"] == "certain"]
    assert [(tier["tier"], tier["provision"]) for tier in certain] == [
        ("high-risk-annex-iii", "eu-ai-act/anx-3/4/a")
    ]
    assert {rule["reading"] is None for rule in certain[0]["applies"]} == {True, False}
    assert "eu-ai-act/art-6/3" in found["basis"]
    assert found["open_questions"]
    assert {"question", "found", "matters", "provision"} == set(found["steps"][0])
    assert found["valid"] == {"from": "2026-07-27", "until": "2026-12-02"}


def test_the_form_can_be_classified(tmp_path: Path, copilot: Copilot) -> None:
    code, form, _ = copilot("classify", "--form")
    (tmp_path / "form.yaml").write_text(form, encoding="utf-8")

    assert code == 0
    code, out, _ = copilot("classify", "--facts", str(tmp_path / "form.yaml"))
    assert code == 0
    assert "no tier is certain yet" in out


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("employment: {involved: no, recruitment: yes}", 9, "both cannot be"),
        ("lamps: yes", 9, "there is no fact 'lamps'"),
    ],
)
def test_what_cannot_be_is_said(text: str, code: int, said: str, tmp_path: Path, copilot: Copilot) -> None:
    file = tmp_path / "system.yaml"
    file.write_text(text, encoding="utf-8")

    ended = copilot("classify", "--facts", str(file))
    assert ended[0] == code
    assert said in ended[2]


def test_a_day_before_the_act_is_said(facts: str, copilot: Copilot) -> None:
    code, _, err = copilot("classify", "--facts", facts, "--as-of", "2024-07-31")

    assert code == 4
    assert "not in force on 2024-07-31" in err


def test_a_file_that_is_not_there_is_said(copilot: Copilot) -> None:
    code, _, err = copilot("classify", "--facts", "nowhere.yaml")

    assert code == 9
    assert "nowhere.yaml cannot be read" in err


def test_without_facts_the_usage_is_said(copilot: Copilot) -> None:
    code, _, err = copilot("classify")

    assert code == 2
    assert "--facts FILE" in err


def test_a_description_is_classified_on_proposed_facts(copilot: Copilot) -> None:
    text = "We sell a CV ranking tool to EU employers. It does not infer emotions."

    code, out, _ = copilot("classify", "--describe", text, "--as-of", "2026-11-20")

    assert code == 0
    assert "employment.recruitment: yes  'CV ranking' [10:20] high" in out
    assert "would lessen what the Act demands" in out
    assert "emotions.emotions: no" in out
    assert "On these facts: high-risk (Annex III, point 4(a))." in out
    assert "Without those that lessen: high-risk" in out
    assert "Open questions" in out


def test_json_carries_the_proposed_facts_beside_the_classification(copilot: Copilot) -> None:
    words = ("classify", "--describe", "It screens job applications by machine learning.", "--json")
    code, out, _ = copilot(*words, "--as-of", "2026-11-20")

    found = json.loads(out)
    assert code == 0
    assert {"tiers", "basis", "open_questions", "steps", "proposed"} <= set(found)
    recruitment = next(one for one in found["proposed"] if one["fact"] == "employment.recruitment")
    assert recruitment == {
        "fact": "employment.recruitment",
        "value": True,
        "words": "screens job applications",
        "offsets": [3, 27],
        "confidence": "high",
        "lessens": False,
        "nearest": None,
    }
    assert found["call"] == {
        "class": "high-risk",
        "provisions": ["eu-ai-act/anx-3/4/a"],
        "supposed": {},
    }
    assert found["without_what_lessens"] is None


def test_told_facts_count_over_a_description(facts: str, copilot: Copilot) -> None:
    words = ("--describe", "It ranks CVs without profiling anybody.", "--facts", facts)
    code, out, _ = copilot("classify", *words, "--as-of", "2026-11-20")

    assert code == 0
    assert "high-risk-annex-iii (Annex III, point 4(a))" in out
    assert "not taken: task.profiling: no (task.profiling was told to be yes)" in out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "says nothing"),
        ("Wir bewerten Bewerber für die Bank und das Amt.", "another language"),
        ("It ranks CVs. " * 8_000, "12,000 are read"),
    ],
)
def test_a_description_that_cannot_be_read_is_said(text: str, said: str, copilot: Copilot) -> None:
    code, _, err = copilot("classify", "--describe", text)

    assert code == 9
    assert said in err
