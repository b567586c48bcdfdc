from pydantic import BaseModel

from api.etag import tagged


class Lamp(BaseModel):
    """Something that is shown."""

    oil: str


def test_a_name_stands_for_the_very_bytes() -> None:
    names = [tagged(Lamp(oil=oil), None).headers["etag"] for oil in ("rape", "rape", "colza")]

    assert names[0] == names[1] != names[2]
    assert names[0].startswith('"')


def test_what_is_held_already_is_not_sent() -> None:
    etag = tagged(Lamp(oil="rape"), None).headers["etag"]

    for held in (etag, f"W/{etag}", f'"another", {etag}', "*"):
        answer = tagged(Lamp(oil="rape"), held)
        assert (answer.status_code, answer.body) == (304, b"")
    for other in ('"another"', "", etag.strip('"')):
        assert tagged(Lamp(oil="rape"), other).status_code == 200
