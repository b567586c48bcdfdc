import pytest

from evals.mutation.operators.actor import other_actor
from tests.evals.mutation.builders import texts


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Deployers shall keep logs.", None),
        ("The deployer shall keep the deployer's logs.", "The provider shall keep the provider's logs."),
        ("The provider shall inform the deployer.", "The deployer shall inform the provider."),
        ("The controller uses processors.", "The processor uses controllers."),
        ("Fines go to notified bodies.", "Fines go to notifying authorities."),
    ],
)
def test_actors_change_places(text: str, changed: str | None) -> None:
    assert texts(other_actor, text) == ({changed} if changed else set())


def test_actors_named_together_stay() -> None:
    assert (
        texts(
            other_actor,
            "Each provider or, where applicable, the deployer reports; a provider or deployer may.",
        )
        == set()
    )


def test_a_data_provider_is_not_the_provider() -> None:
    assert texts(other_actor, "A data provider and a service provider deliver it.") == set()
