from api.pages.holdings import holdings
from copilot.law import Corpus, load_corpus


def test_the_firms_policies_stand_apart_from_the_law(small_corpus: Corpus) -> None:
    groups = {
        group.name: [act.id for act in group.acts] for group in holdings(small_corpus.instruments.values())
    }

    assert groups == {
        "European Union": ["lantern-act"],
        "The firm’s policies": ["policy/lamp-care", "policy/watch-list"],
    }


def test_what_ships_falls_into_few_groups() -> None:
    groups = holdings(load_corpus(policies=None).instruments.values())

    assert [group.name for group in groups] == [
        "European Union",
        "The firm’s policies",
        "Standards and frameworks",
        "United Kingdom",
        "United States and its states",
    ]
