"""The firm's own policies, as they were uploaded: kept in the database, for every replica."""

from copilot.records.policies.listing import ListedPolicy, ListedVersion, folder_ids, listed
from copilot.records.policies.shelf import PolicyShelf
from copilot.records.policies.version import KeptPolicy, PolicyVersion, shelf_id

__all__ = [
    "KeptPolicy",
    "ListedPolicy",
    "ListedVersion",
    "PolicyShelf",
    "PolicyVersion",
    "folder_ids",
    "listed",
    "shelf_id",
]
