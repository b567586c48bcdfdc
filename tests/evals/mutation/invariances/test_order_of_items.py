from evals.mutation.invariances.order_of_items import order_of_items


def _written(text: str) -> list[str]:
    return [edit.on(text) for edit in order_of_items(text)]


def test_two_items_change_places() -> None:
    assert _written("They keep tools, services, components and parts.") == [
        "They keep tools, components, services and parts."
    ]


def test_words_of_different_forms_are_no_list() -> None:
    assert _written("It protects health, safety or fundamental rights.") == []
    assert _written("They keep tools, services, components and data records.") == []
