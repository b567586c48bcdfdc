"""Pages of other origins call the API only where they are named, and then with a key."""

from __future__ import annotations

from fastapi.testclient import TestClient

from api import create_app
from copilot.settings import Settings
from tests.api.conftest import calling

PORTAL, EVIL = "https://portal.example", "https://evil.example"
PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}


def test_no_other_origin_may_read_anything(client: TestClient) -> None:
    answer = client.get("/v1/search?q=oil", headers={"Origin": EVIL})
    asked = client.options("/v1/search", headers=PREFLIGHT | {"Origin": EVIL})

    assert not [name for name in (*answer.headers, *asked.headers) if name.startswith("access-control")]


def test_an_origin_that_is_named_may_call_with_a_key_and_never_with_a_cookie(settings: Settings) -> None:
    app = create_app(settings.model_copy(update={"cors_origins": (PORTAL,), "host": "0.0.0.0"}))
    with calling(app) as client:
        allowed = client.options("/v1/search", headers=PREFLIGHT | {"Origin": PORTAL})
        refused = client.options("/v1/search", headers=PREFLIGHT | {"Origin": EVIL})
        turned_away = client.get("/v1/search?q=oil", headers={"Origin": PORTAL})

    assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (200, PORTAL)
    assert "access-control-allow-credentials" not in allowed.headers
    assert refused.status_code == 400
    assert "access-control-allow-origin" not in refused.headers
    assert (turned_away.status_code, turned_away.headers["access-control-allow-origin"]) == (401, PORTAL)
