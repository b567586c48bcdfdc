from evals.mutation.operators.list_item import other_item
from tests.evals.mutation.builders import texts


def test_one_item_becomes_one_that_is_not_in_the_list() -> None:
    changed = texts(other_item, "They monitor by collecting, storing and deleting data.")

    assert len(changed) == 2
    assert all(text.startswith("They monitor by collecting, ") for text in changed)
    assert all("storing" not in text or "deleting" not in text for text in changed)


def test_a_pair_and_a_clause_are_no_lists() -> None:
    assert (
        texts(other_item, "Providers and deployers report it, whether or not it is said, as is known.")
        == set()
    )
