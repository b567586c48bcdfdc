"""Keys on the command line: the first one is made here, where the owner of the machine sits."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from copilot.errors import SignInNeeded
from copilot.records.keys import AccessKeys
from copilot.records.ledger import chosen_ledger
from copilot.settings import Settings

Copilot = Callable[..., tuple[int, str, str]]
OFFICER = ("keys", "create", "--holder", "Ms. Flint", "--role", "officer", "--days", "30")


@pytest.fixture
def keys(tmp_path: Path) -> Iterator[AccessKeys]:
    """The keys that the commands make."""
    with chosen_ledger(Settings(data_dir=tmp_path / "data")) as ledger:
        yield AccessKeys(ledger)


def listed(copilot: Copilot) -> list[dict[str, Any]]:
    _, out, _ = copilot("keys", "list", "--json")
    told: list[dict[str, Any]] = json.loads(out)
    return told


def test_a_key_is_shown_once_and_opens_what_was_said(copilot: Copilot, keys: AccessKeys) -> None:
    code, out, err = copilot(
        *OFFICER, "--audience", "control-room", "--scope", "ask", "--scope", "read-law"
    )

    opens = keys.proven(out.strip(), "key").opens
    assert (code, opens.holder, opens.roles) == (0, "Ms. Flint", {"officer"})
    assert (opens.audiences, opens.scopes) == ({"control-room"}, {"ask", "read-law"})
    assert "It is not shown again." in err
    secret = out.strip().rpartition("_")[2]
    assert secret not in err + "".join(copilot("keys", "list")[1:]) + json.dumps(listed(copilot))


def test_a_program_is_told_in_json(copilot: Copilot, keys: AccessKeys) -> None:
    _, out, _ = copilot(*OFFICER, "--role", "auditor", "--every-audience", "--json")

    made = json.loads(out)
    assert keys.proven(made["token"], "key").id == made["key"]["id"]
    assert (made["key"]["roles"], made["key"]["audiences"]) == (["officer", "auditor"], ["*"])


def test_keys_are_listed_for_a_person(copilot: Copilot) -> None:
    copilot(*OFFICER)
    (key,) = listed(copilot)
    copilot("keys", "revoke", key["id"])

    _, out, _ = copilot("keys", "list")

    assert all(told in out for told in (key["id"], "Ms. Flint", "all of the roles", "revoked on"))


def test_a_key_that_is_revoked_opens_nothing(copilot: Copilot, keys: AccessKeys) -> None:
    _, out, _ = copilot(*OFFICER)
    (key,) = listed(copilot)

    code, told, _ = copilot("keys", "revoke", key["id"])

    assert (code, told) == (0, f"Key {key['id']} of Ms. Flint is revoked.\n")
    with pytest.raises(SignInNeeded, match="revoked"):
        keys.proven(out.strip(), "key")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ("keys", "create", "--holder", "Ms. Flint", "--role", "emperor", "--days", "1"),
            2,
            "none of officer, analyst",
        ),
        (("keys", "create", "--holder", "Ms. Flint", "--days", "1"), 2, "--role"),
        (("keys", "create", "--role", "officer"), 2, "--holder"),
        ((*OFFICER, "--scope", "everything"), 2, "none of ask, read-law"),
        ((*OFFICER, "--scope", "manage-keys"), 13, "would open nothing"),
        (("keys", "create", "--holder", " ", "--role", "officer", "--days", "1"), 13, "needs a holder"),
        (
            ("keys", "create", "--holder", "Ms. Flint", "--role", "officer", "--days", "366"),
            13,
            "at most 365 days",
        ),
        (("keys", "revoke", "nobodys"), 13, "no key of this id"),
    ],
)
def test_what_cannot_be_done_is_said(
    words: tuple[str, ...], code: int, said: str, copilot: Copilot
) -> None:
    ended, out, err = copilot(*words)

    assert (ended, said in " ".join(err.split())) == (code, True)
    assert "cpk_" not in out


def test_how_long_a_key_may_last_can_be_set(copilot: Copilot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPILOT_KEY_DAYS", "7")

    assert copilot(*OFFICER)[0] == 13
    assert copilot("keys", "create", "--holder", "Ms. Flint", "--role", "officer", "--days", "7")[0] == 0


def test_the_ledger_lists_what_was_done_with_keys(copilot: Copilot) -> None:
    copilot(*OFFICER)
    (key,) = listed(copilot)

    assert f"key {key['id']} created" in copilot("audit", "show")[1]
    assert copilot("audit", "verify")[0] == 0
