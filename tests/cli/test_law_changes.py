import json
from collections.abc import Callable

import pytest

from copilot.law import Corpus

Copilot = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _small(small_corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copilot.cli.law_changes.corpus_in_force", lambda settings: small_corpus)


def test_changes_are_shown_word_by_word_with_what_leans_on_them(copilot: Copilot) -> None:
    code, out, _ = copilot("law", "changes", "lantern-act", "2025-06-30", "2025-07-01")

    assert code == 0
    assert "2 provisions differ" in out
    assert "within [-14-] {+3+} days" in out
    assert "leans on it: policy/lamp-care/1.2 (Art. 1(2) Lantern Act)" in out


def test_changes_as_json(copilot: Copilot) -> None:
    _, out, _ = copilot("law", "changes", "lantern-act", "2025-06-30", "2025-07-01", "--json")

    changed, added = json.loads(out)
    assert (changed["kind"], changed["leaning"][0]["source"]) == ("changed", "policy/lamp-care/1.2")
    assert (added["id"], added["before"]) == ("lantern-act/art-3", None)


def test_an_instrument_that_is_not_held_is_wrong_usage(copilot: Copilot) -> None:
    code, _, err = copilot("law", "changes", "neon-act", "2025-06-30", "2025-07-01")

    assert (code, "'neon-act' is not held" in err) == (2, True)
