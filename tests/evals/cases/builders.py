import json
from pathlib import Path
from typing import Any

Line = dict[str, Any]


def golden(**changes: Any) -> Line:
    """A golden question on the made-up act that holds on its day, changed as a test wants."""
    return {
        "id": "report-lantern",
        "group": "policies",
        "question": "How soon is a broken lantern reported?",
        "as_of": "2025-08-01",
        "tags": ["figures"],
        "cluster": "lantern-act/art-1",
        "critical": True,
        "pinpoints": [{"id": "lantern-act/art-1/2", "grade": 3}],
        "nuggets": [{"vital": True, "about": "a keeper reports", "words": [["keeper*"], ["report*"]]}],
        "figures": ["3 days"],
        "forbidden_figures": ["14 days"],
        "wording_from": "2025-07-01",
        "author": "a test",
    } | changes


def time_flip(**changes: Any) -> Line:
    return {
        "id": "flip-report",
        "question": "Until when must a keeper tell of damage?",
        "cluster": "lantern-act/art-1",
        "first": side("2025-06-30", figures=["14 days"]),
        "second": side("2025-07-01", figures=["3 days"]),
        "note": "the time was cut",
        "author": "a test",
    } | changes


def side(as_of: str, **changes: Any) -> Line:
    return {"as_of": as_of, "pinpoints": [{"id": "lantern-act/art-1/2", "grade": 3}]} | changes


def refusal(**changes: Any) -> Line:
    return {
        "id": "ref-colour",
        "question": "Which colour must a lantern have?",
        "as_of": "2025-08-01",
        "category": "near-miss",
        "expects": ["no_source"],
        "nearest": ["lantern-act/art-2"],
        "matched": "ans-oil",
        "author": "a test",
    } | changes


def answerable(**changes: Any) -> Line:
    return {
        "id": "ans-oil",
        "question": "Which oil must a lantern have?",
        "as_of": "2025-08-01",
        "pinpoints": [{"id": "lantern-act/art-2", "grade": 3}],
        "must": [["vegetable oil"]],
        "author": "a test",
    } | changes


def written(folder: Path, **files: list[Line]) -> Path:
    """A folder of cases: ``golden`` stands for one file of golden questions, the others for theirs."""
    names = {
        "golden": "golden/own.jsonl",
        "time_flips": "time-flips.jsonl",
        "refusals": "refusals.jsonl",
        "matched": "refusals-matched.jsonl",
    }
    for kind, lines in files.items():
        file = folder / names[kind]
        file.parent.mkdir(exist_ok=True)
        file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return folder
