from __future__ import annotations

import hmac
import json
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.errors import MachineError, ToolInputError
from copilot.grounding import Evidence
from copilot.law import Corpus, ProvisionId
from copilot.records import Question, Record
from copilot.records.ledger import (
    Ledger,
    Sight,
    closed_to,
    export_entries,
    export_lines,
    redact,
    verify_export,
)
from tests.records.conftest import NOON, AnswerTo, Place

LATER = NOON + timedelta(days=1)


@pytest.fixture
def filled(ledger: Ledger, question: Question, answer_to: AnswerTo) -> Ledger:
    """The officer asks and is answered, a clerk asks and is answered, the clerk's answer is redacted in part."""
    clerk = replace(question, actor=replace(question.actor, name="clerk"))
    for asker in (question, clerk):
        ledger.append(answer_to(asker, ledger.append(asker)))
    redact(ledger, 4, ["calls"], reason="Art. 17 GDPR", ordered_by="Data protection officer")
    return ledger


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("ascii").splitlines()]


def exported(file: Path) -> list[int]:
    return [line["entry"]["sequence"] for line in lines(file) if "entry" in line]


def test_a_supervisor_can_check_the_file_with_the_words_of_its_readme(
    filled: Ledger, place: Place, tmp_path: Path
) -> None:
    """Nothing of the copilot is used here: only JSON, SHA-256 and HMAC, as the first line says."""
    file = tmp_path / "ledger.jsonl"
    done = export_entries(filled, file)
    about, *rest, end = lines(file)
    key = bytes.fromhex(place.key_file.read_text().split("\n")[1])

    assert "HMAC-SHA256" in about["readme"]
    assert (end, done.entries, done.sha256) == ({"entries": 5}, 5, sha256(file.read_bytes()).hexdigest())
    previous = ""
    texts = set()
    for line in rest:
        if "text" in line:
            assert sha256(line["body"].encode()).hexdigest() == line["text"]
            texts.add(line["text"])
            continue
        entry = line["entry"]
        content = json.loads(entry["content"])
        for name, field in entry["fields"].items():
            assert (
                sha256((field["salt"] + field["value"]).encode()).hexdigest() == content["redactable"][name]
            )
        sealed = [entry[name] for name in ("sequence", "at", "kind", "key", "previous")]
        said = [
            "regulatory-copilot entry",
            1,
            about["ledger"],
            *sealed,
            sha256(entry["content"].encode()).hexdigest(),
        ]
        text = json.dumps(said, separators=(",", ":"))
        assert entry["mac"] == hmac.new(key, text.encode(), sha256).hexdigest()
        assert entry["previous"] == previous
        previous = entry["mac"]
        if entry["kind"] == "answer":
            assert {each["kept"] for each in content["evidence"]["provisions"]} <= texts


def test_a_period_and_an_actor_can_be_asked_for(filled: Ledger, tmp_path: Path) -> None:
    times = [entry.written_at for entry in filled.entries()]

    export_entries(filled, tmp_path / "period", since=times[1], before=times[3])
    export_entries(filled, tmp_path / "officer", actor="officer")
    export_entries(filled, tmp_path / "clerk", actor="clerk")
    export_entries(filled, tmp_path / "nobody", actor="nobody")

    assert exported(tmp_path / "period") == [2, 3]
    assert exported(tmp_path / "officer") == [1, 2]
    assert exported(tmp_path / "clerk") == [3, 4, 5]
    assert exported(tmp_path / "nobody") == []
    for name in ("period", "officer", "clerk", "nobody"):
        assert verify_export(tmp_path / name, filled.key_file.keys(), now=LATER).holds


@pytest.mark.parametrize(
    ("was", "becomes", "kind"),
    [
        ("extractive", "excellent!", "altered"),
        ("within 3 days", "within 9 days", "text"),
        ("Mr. Wick broken", "Mr. Snuff broke", "field"),
        ('{"entries":5}\n', "", "cut"),
    ],
)
def test_a_file_that_was_changed_is_found(
    was: str, becomes: str, kind: str, filled: Ledger, tmp_path: Path
) -> None:
    file = tmp_path / "ledger.jsonl"
    export_entries(filled, file)
    text = file.read_text()
    assert was in text
    file.write_text(text.replace(was, becomes))

    report = verify_export(file, filled.key_file.keys(), now=LATER)

    assert kind in {fault.kind for fault in report.faults}


def test_an_entry_taken_out_of_an_unbroken_file_is_found(filled: Ledger, tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    export_entries(filled, file)
    kept = [line for line in file.read_text().splitlines() if '"sequence":3}' not in line]
    file.write_text("\n".join(kept))

    report = verify_export(file, filled.key_file.keys(), now=LATER)

    assert ("missing", 4) in {(fault.kind, fault.sequence) for fault in report.faults}


def test_a_file_is_never_written_over(filled: Ledger, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("important")

    with pytest.raises(MachineError, match="is there already"):
        export_entries(filled, tmp_path / "there")
    with pytest.raises(MachineError, match="cannot be written"):
        export_entries(filled, tmp_path / "none" / "file")

    assert (tmp_path / "there").read_text() == "important"


@pytest.mark.parametrize("text", ["", "nonsense\n", '{"entries": 1}\n', '{"readme": 1}\n', "[1]\n"])
def test_what_is_no_export_is_told(text: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text(text)

    with pytest.raises(ToolInputError, match="is no export"):
        verify_export(file, {}, now=LATER)
    with pytest.raises(MachineError, match="cannot be read"):
        verify_export(tmp_path / "none", {}, now=LATER)


class TestForSomebodyWhoMayNotSeeAll:
    """An export for an auditor to whom the control room's texts are closed."""

    @pytest.fixture
    def file(self, ledger: Ledger, question: Question, small_corpus: Corpus, tmp_path: Path) -> Path:
        """The officer's two answers, of which one leans on a closed text, as the auditor exports them."""
        auditor = Actor("auditor", frozenset({"sales"}))
        for provision in ("lantern-act/art-2", "policy/watch-list/1.1"):
            held = small_corpus.as_of(question.as_of).provision(ProvisionId.parse(provision))
            evidence = Evidence.gathered(small_corpus, [held], as_of=question.as_of)
            asked = ledger.append(question)
            ledger.append(Record(question, asked, "m", {}, (), (), evidence, (), (), (), None, "f" * 64))
        file = tmp_path / "ledger.jsonl"
        with ledger.reading() as connection:
            sight = Sight(connection, auditor, closed_to(auditor, small_corpus))
            file.write_text("".join(export_lines(connection, sight, since=None, before=None)))
        return file

    def test_what_is_closed_is_left_out_and_counted(self, file: Path) -> None:
        said = file.read_text()

        assert exported(file) == [1, 2, 3]
        assert lines(file)[-1] == {"entries": 3, "left_out": 1}
        assert [line["withheld"]["sequence"] for line in lines(file) if "withheld" in line] == [4]
        assert "not the whole" in lines(file)[0]["readme"]
        assert not lines(file)[0]["unbroken"]
        assert not [word for word in ("watch", "Watch", "Vine Street", "thieves") if word in said]

    def test_what_is_there_can_be_checked(self, file: Path, ledger: Ledger) -> None:
        report = verify_export(file, ledger.key_file.keys(), now=LATER)

        assert (report.faults, report.entries, report.withheld) == ((), 3, 1)

    def test_a_line_that_was_taken_out_is_missed(self, file: Path, ledger: Ledger) -> None:
        kept = [line for line in file.read_text().splitlines() if '"withheld"' not in line]
        file.write_text("\n".join(kept) + "\n")

        report = verify_export(file, ledger.key_file.keys(), now=LATER)

        assert [fault.kind for fault in report.faults] == ["cut"]

    def test_a_text_that_was_changed_is_found(self, file: Path, ledger: Ledger) -> None:
        file.write_text(file.read_text().replace("Only vegetable oil", "Only whale oil"))

        report = verify_export(file, ledger.key_file.keys(), now=LATER)

        assert [fault.kind for fault in report.faults] == ["text"]

    def test_who_sees_everything_exports_the_whole(
        self, file: Path, ledger: Ledger, tmp_path: Path
    ) -> None:
        whole = tmp_path / "whole.jsonl"
        owner = Actor("owner", frozenset({EVERY_AUDIENCE}))
        with ledger.reading() as connection:
            lines = export_lines(connection, Sight(connection, owner, ()), since=None, before=None)
            whole.write_text("".join(lines))
        export_entries(ledger, tmp_path / "same.jsonl")

        assert whole.read_bytes() == (tmp_path / "same.jsonl").read_bytes()
