"""A process of its own that asks questions and prints the number of each entry that was acknowledged."""

from __future__ import annotations

import secrets
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread

from sqlalchemy import make_url

from copilot.actor import Actor
from copilot.grounding import Evidence
from copilot.records import Question, Record
from copilot.records.ledger import Ledger

_PATIENCE = 120.0


def opened(url: str, key_file: str) -> Ledger:
    """The ledger of these words of a command line."""
    return Ledger.open(
        make_url(url),
        Path(key_file),
        clock=lambda: datetime.now(UTC),
        random_bytes=secrets.token_bytes,
        patience=_PATIENCE,
    )


def question(who: str = "asker") -> Question:
    """A question as long as one that people ask."""
    asked = f"{who} asks: " + "when must a broken lantern be reported? " * 10
    return Question(asked, asked, date(2026, 11, 20), Actor(who, frozenset()), None)


def answer(asked: Question, sequence: int) -> Record:
    """An answer without statements, as a refusal is."""
    return Record(asked, sequence, "extractive", {}, (), (), Evidence(), (), (), (), None, "f" * 64)


def ask(ledger: Ledger, who: str) -> None:
    """Ask and be answered; each is told once the ledger has it."""
    asked = question(who)
    sequence = ledger.append(asked)
    sys.stdout.write(f"{sequence} {who} question\n")
    sys.stdout.write(f"{ledger.append(answer(asked, sequence))} {who} answer {sequence}\n")
    sys.stdout.flush()


def main(url: str, key_file: str, name: str, askers: int, *, without_end: bool) -> None:
    """So many people ask at once, each once or without end."""

    def asking(who: str) -> None:
        ask(ledger, who)
        while without_end:
            ask(ledger, who)

    with opened(url, key_file) as ledger:
        threads = [Thread(target=asking, args=(f"{name}-{number}",)) for number in range(askers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


if __name__ == "__main__":
    main(*sys.argv[1:4], int(sys.argv[4]), without_end=sys.argv[5] == "without-end")
