"""Who calls, how it was proven, and what they may do.

``install`` puts the door before the routes, and ``SecurityHeaders`` stand around all that answers. A route says with
``may`` what it needs; what is not made of parameters asks ``caller_of`` and ``require``. What texts a caller sees is
decided by ``Actor.may_see`` alone.
"""

from api.access.access import SESSION_LASTS, Access, holder_of
from api.access.call import COOKIE, Call
from api.access.caller import OWNER, Caller
from api.access.guard import caller_of, may, require
from api.access.installing import install
from api.access.security_headers import SecurityHeaders
from api.access.table import Needs, needs_of, table_of

__all__ = [
    "COOKIE",
    "OWNER",
    "SESSION_LASTS",
    "Access",
    "Call",
    "Caller",
    "Needs",
    "SecurityHeaders",
    "caller_of",
    "holder_of",
    "install",
    "may",
    "needs_of",
    "require",
    "table_of",
]
