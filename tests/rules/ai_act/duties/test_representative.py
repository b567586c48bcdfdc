from tests.rules.ai_act.builders import plain, yes
from tests.rules.ai_act.duties.lookup import HIRING, duty_of, owed

_MANDATED = {"roles": yes("mandated", "in_union")}


def test_the_representative_carries_out_the_mandate_or_ends_it() -> None:
    assert owed(plain(**HIRING, **_MANDATED)) == {"representative-tasks", "representative-terminate"}
    assert owed(plain(**_MANDATED)) == set()
    assert duty_of(plain(**HIRING, **_MANDATED), "representative-tasks").fined == "Art. 99(4)(b)"
