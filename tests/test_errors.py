from collections.abc import Iterator

import pytest

from copilot import errors
from copilot.cli import EXIT_CODES
from copilot.errors import CopilotError, CorpusError


def _tree(root: type[CopilotError]) -> Iterator[type[CopilotError]]:
    yield root
    for branch in root.__subclasses__():
        yield from _tree(branch)


@pytest.mark.parametrize("error", sorted(set(_tree(CopilotError)), key=lambda error: error.__name__))
def test_every_error_is_in_the_drawing_with_a_documented_exit_code(error: type[CopilotError]) -> None:
    line = next(line for line in (errors.__doc__ or "").splitlines() if f" {error.__name__} " in f"{line} ")
    assert f"exit {error.exit_code}" in line
    assert error.exit_code in EXIT_CODES


def test_an_error_says_what_happened_and_what_to_do_next() -> None:
    error = CopilotError("the oil is gone", remedy="Fetch oil.")

    assert (str(error), error.remedy) == ("the oil is gone", "Fetch oil.")


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ({}, "wrong"),
        ({"file": "a.md"}, "a.md: wrong"),
        ({"file": "a.md", "line": 7}, "a.md:7: wrong"),
    ],
)
def test_a_corpus_error_names_its_place(place: dict[str, str | int], message: str) -> None:
    assert str(CorpusError("wrong", remedy="Right it.", **place)) == message  # type: ignore[arg-type]
