"""What is owed under the AI Act: each duty by role and tier, from when it binds, and what would prove it."""

from copilot.rules.ai_act.duties.duty import Duties, Duty, Ground, Lightened, NotOwed, Standing, of_role
from copilot.rules.ai_act.duties.owed import duties
from copilot.rules.ai_act.duties.rule import BEARERS, Bearer, Source

__all__ = [
    "BEARERS",
    "Bearer",
    "Duties",
    "Duty",
    "Ground",
    "Lightened",
    "NotOwed",
    "Source",
    "Standing",
    "duties",
    "of_role",
]
