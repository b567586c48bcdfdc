"""The policies as one caller sees them: for the routes and for the pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from api.shapes.policy import PolicyBody, policy_body
from copilot.actor import Actor
from copilot.errors import CopilotError, PolicyConflict, UnknownPolicy

if TYPE_CHECKING:
    from api.service import Service
    from api.texts import Texts
    from copilot.law.policy_upload import ReadPolicy


def policies_seen(service: Service, actor: Actor, *, today: date) -> list[PolicyBody]:
    """Every policy that an actor may see, by its id."""
    from copilot.records.policies import listed

    texts = service.texts()
    found = listed(texts.corpus, texts.uploaded.instruments, service.shelf().policies(actor), actor)
    ready, files = _is_searchable(texts), texts.uploaded.files
    return [policy_body(policy, today=today, files=files, index_ready=ready) for policy in found]


def policy_seen(service: Service, policy_id: str, actor: Actor, *, today: date) -> PolicyBody:
    """One of them; one that is closed to the actor is as unknown as one that does not exist."""
    found = (policy for policy in policies_seen(service, actor, today=today) if policy.id == policy_id)
    policy = next(found, None)
    if policy is None:
        raise UnknownPolicy(
            f"there is no policy {policy_id!r}", remedy="See which there are: GET /v1/policies"
        )
    return policy


def upload(service: Service, policy: ReadPolicy, actor: Actor) -> str:
    """Put a new policy on the shelf; its id."""
    kept = service.shelf().upload(policy, actor, taken=_folder_ids(service, actor))
    service.upkeep.look_now()
    return kept.id


def replace(service: Service, policy_id: str, policy: ReadPolicy, actor: Actor) -> None:
    """Add a version to a policy that was uploaded."""
    _require_uploaded(service, policy_id, actor)
    service.shelf().replace(policy_id, policy, actor)
    service.upkeep.look_now()


def retire(service: Service, policy_id: str, on: date, actor: Actor) -> None:
    """End a policy that was uploaded from a day on."""
    _require_uploaded(service, policy_id, actor)
    service.shelf().retire(policy_id, on, actor)
    service.upkeep.look_now()


def _is_searchable(texts: Texts) -> bool:
    try:
        texts.searcher()
    except CopilotError:
        return False
    return True


def _folder_ids(service: Service, actor: Actor) -> frozenset[str]:
    from copilot.records.policies import folder_ids

    texts = service.texts()
    return folder_ids(texts.corpus, texts.uploaded.instruments, actor)


def _require_uploaded(service: Service, policy_id: str, actor: Actor) -> None:
    if policy_id in _folder_ids(service, actor):
        raise PolicyConflict(
            f"policy {policy_id} comes from the folder of policies",
            remedy="Change its file there, and start the copilot anew.",
        )
