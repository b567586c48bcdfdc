from fastapi.testclient import TestClient

from api.assets import PATH, asset


def test_a_file_is_kept_by_the_browser_under_an_address_of_its_version(client: TestClient) -> None:
    got = client.get(asset("tokens.css"))

    assert got.status_code == 200
    assert got.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert asset("tokens.css") == f"{PATH}/tokens.css"


def test_another_version_is_not_found(client: TestClient) -> None:
    assert client.get("/static/000000000000/tokens.css").status_code == 404
    assert client.get(asset("nothing.css")).status_code == 404


def test_scripts_are_sent_as_scripts(client: TestClient) -> None:
    assert client.get(asset("ask/page.js")).headers["content-type"].startswith("text/javascript")


def test_pages_name_nothing_of_another_host(client: TestClient) -> None:
    for page in ("/", "/search", "/provision/lantern-act/art-1"):
        text = client.get(page).text
        assert "http://" not in text
        assert "https://" not in text
        assert " style=" not in text
        assert "onclick" not in text
