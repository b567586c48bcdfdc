"""Keys and sessions: with what somebody proves who they are, and what that opens.

::

    keys = AccessKeys(ledger)
    made = keys.create(opens, expires_at=then, longest=timedelta(days=365), made_by="Ms. Flint")
    keys.proven(made.token).opens.roles
    keys.revoke(made.key.id, by="Ms. Flint")
"""

from copilot.records.keys.key import AccessKey, Made, Opens
from copilot.records.keys.keys import AccessKeys
from copilot.records.keys.token import KeyKind, kind_of

__all__ = ["AccessKey", "AccessKeys", "KeyKind", "Made", "Opens", "kind_of"]
