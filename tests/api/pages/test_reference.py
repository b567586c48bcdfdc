import re

from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs


def test_the_page_shows_every_operation_and_every_shape(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    page = client.get("/docs").text

    for path, ways in document["paths"].items():
        for method in ways:
            assert f"<code>{method.upper()} {path}</code>" in page
    for shape in document["components"]["schemas"]:
        assert f'id="shape-{shape}"' in page


def test_every_way_on_the_page_leads_somewhere_on_it(client: TestClient) -> None:
    page = client.get("/docs").text

    ways, places = set(re.findall(r'href="#([^"]+)"', page)), re.findall(r'id="([^"]+)"', page)
    assert ways <= set(places)
    assert len(places) == len(set(places))


def test_the_page_needs_no_script_and_nothing_from_outside(client: TestClient) -> None:
    page = client.get("/docs").text

    assert "<script" not in page
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)


def test_an_example_can_be_copied_as_it_stands(client: TestClient) -> None:
    assert "&#34;infringement&#34;: &#34;eu-ai-act/art-5&#34;" in client.get("/docs").text


def test_the_page_is_for_those_who_may_read_the_law(client_as: ClientAs) -> None:
    assert client_as("auditor").get("/docs").status_code == 200
    assert client_as("administrator").get("/docs").status_code == 403
