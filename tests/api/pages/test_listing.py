from typing import Any

import pytest

from api.pages.listing import listing_of


def _document(schema: dict[str, Any]) -> dict[str, Any]:
    lamp = {"description": "A lamp, in `code`.", "properties": {"oil": schema}, "required": ["oil"]}
    return {
        "info": {"description": "Lamps."},
        "tags": [
            {"name": "lamps", "description": "All lamps."},
            {"name": "wicks", "description": "None yet."},
        ],
        "paths": {
            "/lamps": {
                "post": {
                    "operationId": "lamps-light",
                    "tags": ["lamps"],
                    "summary": "Light a lamp",
                    "requestBody": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Lamp"}}}
                    },
                    "responses": {"200": {"content": {}}, "404": {}},
                }
            }
        },
        "components": {"schemas": {"Lamp": lamp | {"examples": [{"oil": "rape"}]}}},
    }


def test_operations_stand_under_their_topic_and_empty_topics_are_left_out() -> None:
    listing = listing_of(_document({"type": "string"}))

    (topic,) = listing.topics
    (operation,) = topic.operations
    assert (topic.name, operation.method, operation.path) == ("lamps", "POST", "/lamps")
    assert operation.example == '{\n  "oil": "rape"\n}'
    assert [(answer.status, answer.phrase) for answer in operation.answers] == [
        ("200", "OK"),
        ("404", "Not Found"),
    ]
    assert listing.shapes[0].about == "A lamp, in code."


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"type": "string"}, "text"),
        ({"type": "string", "format": "date"}, "day"),
        ({"anyOf": [{"type": "integer"}, {"type": "null"}]}, "whole number or null"),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Lamp"}}, "list of Lamp"),
        ({"enum": ["rape", "colza"], "type": "string"}, 'one of "rape", "colza"'),
        ({"const": "rape"}, '"rape"'),
        ({}, "anything"),
    ],
)
def test_what_a_field_holds_is_said_in_words(schema: dict[str, Any], said: str) -> None:
    (field,) = listing_of(_document(schema)).shapes[0].fields

    assert "".join(piece.words for piece in field.holds) == said
    assert field.needed
