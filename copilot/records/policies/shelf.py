"""The policies that were uploaded: added to, replaced and retired, never deleted; each change is in the ledger."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date
from hashlib import sha256

from sqlalchemy import Connection

from copilot.actor import Actor
from copilot.errors import NotPermitted, PolicyConflict, UnknownPolicy
from copilot.law.policy_upload import ReadPolicy
from copilot.records.ledger import Ledger
from copilot.records.ledger.entry import PolicyAction
from copilot.records.ledger.pen import Pen
from copilot.records.ledger.writing import unsealed
from copilot.records.policies import rows
from copilot.records.policies.version import KeptPolicy, PolicyVersion, shelf_id

_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")


class PolicyShelf:
    """The uploaded policies of one database. Threads may share it, and any number of processes and hosts have it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def policies(self, actor: Actor) -> tuple[KeptPolicy, ...]:
        """What an actor may see of the shelf, by id."""
        with self._ledger.reading() as connection:
            kept = KeptPolicy.grouped(rows.all_versions(connection))
        return tuple(policy for policy in kept if actor.may_see(policy.audience))

    def policy(self, policy_id: str, actor: Actor) -> KeptPolicy:
        """One policy; one that is closed to the actor is as unknown as one that does not exist."""
        with self._ledger.reading() as connection:
            return _seen(connection, policy_id, actor)

    def file(self, version: PolicyVersion) -> bytes:
        """The file of a version, as it was uploaded."""
        with self._ledger.reading() as connection:
            return rows.file_of(connection, version.number)

    def upload(self, policy: ReadPolicy, actor: Actor, *, taken: Container[str]) -> KeptPolicy:
        """Put a new policy on the shelf; ``taken`` are the ids of the folder's policies that the actor may see."""
        policy_id = shelf_id(policy.head)
        _require_own_audience(policy, actor)
        with self._ledger.writing() as pen:
            if policy_id in taken or rows.all_versions(pen.connection, policy_id):
                raise PolicyConflict(
                    f"there is a policy {policy_id} already",
                    remedy="Add a version to it where it was uploaded, or choose another id.",
                )
            self._put(pen, policy_id, policy, actor)
            return _seen(pen.connection, policy_id, actor)

    def replace(self, policy_id: str, policy: ReadPolicy, actor: Actor) -> KeptPolicy:
        """Add the next version: the one before ends on the day from which this one is in force."""
        with self._ledger.writing() as pen:
            held = _seen(pen.connection, policy_id, actor)
            _require_same_policy(held, policy)
            start, latest = policy.head.effective, _latest_in_force(held)
            if latest is not None and start <= latest.head.effective:
                raise PolicyConflict(
                    f"version {latest.head.version} is in force {latest.in_force}, and version "
                    f"{policy.head.version} would be from {start}: on some days there would be two",
                    remedy=f"Let it be effective after {latest.head.effective}, or retire what is held first.",
                )
            if any(version.head.version == policy.head.version for version in held.versions):
                raise PolicyConflict(
                    f"there is a version {policy.head.version} of {policy_id} already",
                    remedy="Give the new one another name.",
                )
            if latest is not None and (latest.until is None or latest.until > start):
                self._change(pen, latest, "replaced", actor, ends_on=start)
            self._put(pen, policy_id, policy, actor)
            return _seen(pen.connection, policy_id, actor)

    def retire(self, policy_id: str, on: date, actor: Actor) -> KeptPolicy:
        """End a policy from a day on; on days before it stands as it stood."""
        with self._ledger.writing() as pen:
            held = _seen(pen.connection, policy_id, actor)
            going = [
                version
                for version in held.versions
                if version.in_force is not None and (version.until is None or version.until > on)
            ]
            if not going:
                raise PolicyConflict(
                    f"{policy_id} is in force on no day from {on} on",
                    remedy="It was retired before, or ends of itself.",
                )
            for version in going:
                self._change(pen, version, "retired", actor, ends_on=max(on, version.head.effective))
            return _seen(pen.connection, policy_id, actor)

    def last_change(self) -> int:
        """The number of the last change to any policy: it tells whether what was read is still the latest."""
        with self._ledger.reading() as connection:
            return rows.last_change(connection)

    def _put(self, pen: Pen, policy_id: str, policy: ReadPolicy, actor: Actor) -> None:
        version = PolicyVersion(
            number=rows.next_file(pen.connection),
            policy=policy_id,
            head=policy.head,
            file_name=policy.file_name,
            size=len(policy.content),
            sha256=sha256(policy.content).hexdigest(),
            uploaded_by=actor.name,
            uploaded_at=self._ledger.clock(),
        )
        rows.add_file(pen.connection, version, policy.content, policy.text)
        self._change(pen, version, "uploaded", actor, ends_on=None)

    def _change(
        self, pen: Pen, version: PolicyVersion, action: PolicyAction, actor: Actor, *, ends_on: date | None
    ) -> None:
        """Keep a change, and seal that it was made; who made it can be redacted."""
        number = rows.add_change(
            pen.connection, version.number, action, ends_on=ends_on, by=actor.name, at=self._ledger.clock()
        )
        said = {
            "change": number,
            "action": action,
            "policy": version.policy,
            "version": version.head.version,
            "audience": version.head.audience,
            "effective": version.head.effective,
            "until": version.head.until,
            "ends_on": ends_on,
            "file": version.sha256,
            "reading": rows.hash_of_reading(pen.connection, version.number),
        }
        pen.add(unsealed("policy", said, {"actor": actor.name}, self._ledger.random_bytes))


def _seen(connection: Connection, policy_id: str, actor: Actor) -> KeptPolicy:
    known = _ID.fullmatch(policy_id) is not None
    found = KeptPolicy.grouped(rows.all_versions(connection, policy_id)) if known else ()
    if not found or not actor.may_see(found[0].audience):
        raise UnknownPolicy(
            f"there is no policy {policy_id!r}", remedy="See which there are: copilot policies list"
        )
    return found[0]


def _latest_in_force(held: KeptPolicy) -> PolicyVersion | None:
    """The version whose days are the last; one that was ended before its first day has none."""
    return next((version for version in reversed(held.versions) if version.in_force is not None), None)


def _require_own_audience(policy: ReadPolicy, actor: Actor) -> None:
    if not actor.may_see(policy.head.audience):
        raise NotPermitted(
            f"{actor.name} may not give a policy to {', '.join(sorted(policy.head.audience))}",
            remedy="Give it to an audience of your own; whoever uploads a policy has to be able to see it.",
        )


def _require_same_policy(held: KeptPolicy, policy: ReadPolicy) -> None:
    told, latest = policy.head, held.latest.head
    if told.id != latest.id or told.audience != latest.audience:
        raise PolicyConflict(
            f"the file is of {shelf_id(told)}, and the version to be replaced of {held.id}",
            remedy="All versions of a policy have its id and its audience. Upload it as a policy of its own, "
            "and retire this one.",
        )
