"""Who calls, how it was proven, and what they may do."""

from api.access.caller import Caller
from api.access.guard import may

__all__ = ["Caller", "may"]
