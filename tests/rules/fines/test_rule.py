from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path
from re import findall
from typing import get_args

import pytest

import copilot.rules.fines as package
from copilot.errors import NotInForce, ToolInputError
from copilot.law import Corpus, LawOnDay, ProvisionId, load_corpus
from copilot.rules.fines import Fine, Kind, Offender, Supervisor, Topic, fine_for

CHANGES = (
    *(
        date(2016, 7, 3),
        date(2024, 8, 1),
        date(2025, 2, 2),
        date(2025, 8, 2),
        date(2026, 6, 5),
        date(2026, 7, 27),
    ),
    *(date(2026, 8, 2), date(2026, 12, 2), date(2027, 12, 2), date(2028, 8, 2), date(2030, 12, 31)),
)
DAYS = sorted({*CHANGES, *(day - timedelta(days=1) for day in CHANGES)})


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(policies=None)


def _on(law: LawOnDay) -> list[Fine]:
    found = []
    kinds: tuple[Kind | None, ...] = (None, *get_args(Kind))
    supervisors: tuple[Supervisor | None, ...] = (None, *get_args(Supervisor))
    for topic, kind, supervisor in product(get_args(Topic), kinds, supervisors):
        with suppress(NotInForce, ToolInputError):
            found.append(fine_for(topic, Offender(kind, Decimal(10), supervisor), law=law))
    return found


def test_every_step_cites_law_that_is_in_force_on_the_day(corpus: Corpus) -> None:
    for day in DAYS:
        law = corpus.as_of(day)
        fines = _on(law)
        assert bool(fines) is (day >= DAYS[1])
        for fine in fines:
            assert all(cited in law for cited in fine.result.citations), fine.result


def test_every_provision_the_code_names_is_in_the_corpus(corpus: Corpus) -> None:
    folder = Path(package.__path__[0])
    code = "\n".join(file.read_text() for file in folder.glob("*.py"))
    named = set(findall(r'"((?:eu-ai-act|mar)/[a-z0-9/.-]+)"', code))
    short = set(findall(r'"(art-[a-z0-9/.-]+)"', code))

    assert len(named) > 40
    for text in [*named, *(f"eu-ai-act/{path}" for path in short)]:
        assert corpus.timeline(ProvisionId.parse(text)), text


def test_the_rules_are_valid_while_the_law_they_read_is(corpus: Corpus) -> None:
    for topic in get_args(Topic):
        start = fine_for(topic, Offender(), law=corpus.as_of(date(2026, 11, 20))).valid.start
        with pytest.raises(NotInForce):
            fine_for(topic, Offender(), law=corpus.as_of(start - timedelta(days=1)))


def test_the_same_input_gives_the_same_result(corpus: Corpus) -> None:
    first, second = (
        fine_for("transparency", Offender("sme", Decimal("5e6")), law=each.as_of(date(2026, 11, 20)))
        for each in (corpus, load_corpus(policies=None))
    )

    assert first == second
    assert repr(first) == repr(second)
    assert first.result.inputs_hash == second.result.inputs_hash
    assert first.result.version == "1"
