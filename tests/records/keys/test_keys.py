"""Keys over both kinds of database: made, shown, proven, revoked, and told to the ledger."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from copilot.errors import SignInNeeded, UnknownKey, UnusableKey
from copilot.records.keys import AccessKeys, Made, Opens
from copilot.records.ledger import Ledger, redact, verify_ledger
from tests.records.attacker import tampering
from tests.records.conftest import NOON, Place

OPENS = Opens("Ms. Flint", frozenset({"officer"}), frozenset({"control-room"}))
MONTH, YEAR = timedelta(days=30), timedelta(days=365)


@pytest.fixture
def keys(ledger: Ledger) -> AccessKeys:
    """The keys of an empty ledger."""
    return AccessKeys(ledger)


def made(keys: AccessKeys, opens: Opens = OPENS, *, expires_at: datetime = NOON + MONTH) -> Made:
    return keys.create(opens, expires_at=expires_at, longest=YEAR, made_by="Mr. Wick")


def test_a_key_opens_what_it_was_made_for(keys: AccessKeys) -> None:
    key = made(keys, replace(OPENS, scopes=frozenset({"ask"})))

    proven = keys.proven(key.token, "key")

    assert proven == key.key
    assert (proven.opens.scopes, proven.made_by, proven.expires_at) == ({"ask"}, "Mr. Wick", NOON + MONTH)


def test_the_secret_is_kept_nowhere(keys: AccessKeys, place: Place) -> None:
    prefix, key_id, secret = made(keys).token.split("_")

    assert (prefix, len(secret)) == ("cpk", 64)
    with tampering(place.url) as connection:
        rows = "".join(
            str(tuple(row))
            for table in ("entries", "fields", "api_keys")
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        )
    assert key_id in rows
    assert secret not in rows
    assert secret not in repr(keys.all())


def test_another_secret_for_a_known_key_proves_nothing(keys: AccessKeys) -> None:
    token = made(keys).token
    other = made(keys).token

    mixed = "_".join((*token.split("_")[:2], other.split("_")[2]))

    for wrong in (mixed, token[:-1], token + "0", token.replace("cpk", "cps"), "", "cpk_x_y", "cpk_ü_ü"):
        with pytest.raises(SignInNeeded, match="this key is not known"):
            keys.proven(wrong, "key")


def test_a_key_that_is_revoked_opens_nothing_and_stays_listed(keys: AccessKeys) -> None:
    key = made(keys)

    revoked = keys.revoke(key.key.id, by="Ms. Snuff")

    assert (revoked.revoked_by, revoked.holds_at(NOON)) == ("Ms. Snuff", False)
    assert keys.all() == (revoked,)
    with pytest.raises(SignInNeeded, match="this key was revoked"):
        keys.proven(key.token, "key")
    assert keys.revoke(key.key.id, by="somebody later") == revoked


def test_what_one_process_revokes_is_revoked_for_every_other(keys: AccessKeys, place: Place) -> None:
    key = made(keys)
    with place.open() as another:
        AccessKeys(another).revoke(key.key.id, by="Ms. Snuff")

    with pytest.raises(SignInNeeded, match="revoked"):
        keys.proven(key.token, "key")


def test_a_key_that_has_expired_opens_nothing(keys: AccessKeys, place: Place) -> None:
    key = made(keys, expires_at=NOON + MONTH)
    assert keys.any_holds()

    place.clock.now = NOON + MONTH

    assert not keys.any_holds()
    with pytest.raises(SignInNeeded, match="this key has expired"):
        keys.proven(key.token, "key")


def test_the_latest_key_is_listed_first(keys: AccessKeys) -> None:
    first, second = made(keys), made(keys)

    assert [key.id for key in keys.all()] == [second.key.id, first.key.id]


@pytest.mark.parametrize(
    ("opens", "said"),
    [
        (replace(OPENS, holder=" "), "needs a holder"),
        (replace(OPENS, holder="Flint\nofficer"), "one line"),
        (replace(OPENS, holder="F" * 201), "needs a holder"),
        (replace(OPENS, roles=frozenset()), "without a role"),
        (replace(OPENS, scopes=frozenset()), "would open nothing"),
        (replace(OPENS, scopes=frozenset({"manage-keys"})), "would open nothing"),
    ],
)
def test_a_key_that_names_nobody_or_opens_nothing_is_not_made(
    opens: Opens, said: str, keys: AccessKeys
) -> None:
    with pytest.raises(UnusableKey, match=said):
        made(keys, opens)

    assert keys.all() == ()


@pytest.mark.parametrize("expires_at", [NOON, NOON + YEAR + timedelta(days=1)])
def test_a_key_ends_in_time(expires_at: datetime, keys: AccessKeys) -> None:
    with pytest.raises(UnusableKey, match="at most 365 days"):
        made(keys, expires_at=expires_at)


def test_there_is_no_key_to_revoke_under_another_id(keys: AccessKeys) -> None:
    session = keys.open_session(made(keys).token, lasts=MONTH)

    for nobodys in ("nobody", session.key.id):
        with pytest.raises(UnknownKey):
            keys.revoke(nobodys, by="Mr. Wick")


def test_making_and_revoking_stand_in_the_ledger_and_names_can_be_redacted(
    keys: AccessKeys, ledger: Ledger
) -> None:
    key = made(keys)
    keys.revoke(key.key.id, by="Ms. Snuff")

    creation, revocation = ledger.entries()

    assert (creation.kind, creation.said["action"], revocation.said["action"]) == (
        "access",
        "created",
        "revoked",
    )
    assert (creation.said["access_key"], creation.said["roles"]) == (key.key.id, ["officer"])
    assert json.loads(revocation.fields["by"].value) == "Ms. Snuff"
    assert "Flint" not in creation.content

    redact(ledger, creation.sequence, ["holder", "by"], reason="Art. 17 GDPR", ordered_by="DPO")

    assert ledger.entry(creation.sequence).redacted == ("by", "holder")
    assert verify_ledger(ledger, now=NOON + MONTH).holds


def test_a_session_opens_what_its_key_does_and_is_no_key(keys: AccessKeys) -> None:
    key = made(keys)

    session = keys.open_session(key.token, lasts=timedelta(hours=12))

    assert keys.proven(session.token, "session") == key.key
    assert keys.all() == (key.key,)
    with pytest.raises(SignInNeeded):
        keys.proven(session.token, "key")
    with pytest.raises(SignInNeeded):
        keys.open_session(session.token, lasts=MONTH)


def test_a_session_ends_with_its_key(keys: AccessKeys, place: Place) -> None:
    key = made(keys, expires_at=NOON + timedelta(hours=1))
    session = keys.open_session(key.token, lasts=timedelta(hours=12))
    assert session.key.expires_at == key.key.expires_at

    keys.revoke(key.key.id, by="Mr. Wick")

    with pytest.raises(SignInNeeded, match="this session was revoked"):
        keys.proven(session.token, "session")


def test_a_session_ends_when_its_time_is_over_or_it_is_told_to(keys: AccessKeys, place: Place) -> None:
    key = made(keys)
    ended, left = (keys.open_session(key.token, lasts=timedelta(hours=12)) for _ in range(2))

    keys.end_session(ended.token)
    keys.end_session("nonsense")

    with pytest.raises(SignInNeeded, match="this session is not known"):
        keys.proven(ended.token, "session")
    assert keys.proven(left.token, "session") == key.key
    place.clock.now = NOON + timedelta(hours=13)
    with pytest.raises(SignInNeeded, match="this session has expired"):
        keys.proven(left.token, "session")


def test_sessions_that_are_over_are_cleared_away(keys: AccessKeys, place: Place) -> None:
    key = made(keys)
    keys.open_session(key.token, lasts=timedelta(hours=1))
    place.clock.now = NOON + timedelta(hours=2)

    keys.open_session(key.token, lasts=timedelta(hours=1))

    with tampering(place.url) as connection:
        assert connection.scalar(text("SELECT count(*) FROM api_keys WHERE kind = 'session'")) == 1


def test_a_key_cannot_be_ended_as_a_session(keys: AccessKeys) -> None:
    key = made(keys)

    keys.end_session(key.token)

    assert keys.proven(key.token, "key") == key.key
