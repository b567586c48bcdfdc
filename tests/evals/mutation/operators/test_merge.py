from evals.mutation.operators.merge import merge_of_two
from tests.evals.mutation.builders import made, said


def test_the_actor_of_one_provision_gets_the_duty_of_another() -> None:
    statement = said(
        "Importers shall keep a copy of the certificate.",
        lantern_act__art_7__1="Notified bodies shall take out appropriate liability insurance for their work.",
    )

    copies = {copy.where: copy.draft for copy in made(merge_of_two, statement)}

    merged = "Importers shall take out appropriate liability insurance for their work."
    assert {draft.text for draft in copies.values()} == {merged}
    assert [cited.source for cited in copies["text"].citations] == ["lantern-act/art-2/1"]
    assert [cited.source for cited in copies["both cited"].citations] == [
        "lantern-act/art-2/1",
        "lantern-act/art-7/1",
    ]


def test_the_same_actor_may_have_both_duties() -> None:
    statement = said(
        "Importers shall keep a copy of the certificate.",
        lantern_act__art_7__1="Importers shall verify that the marking is on every one of the lanterns.",
    )

    assert made(merge_of_two, statement) == []
