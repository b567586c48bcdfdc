from copilot.rules.ai_act.facts import FACTS, index_of
from copilot.rules.ai_act.formula import all_of, none_of, one_of

_FORMULA = all_of(
    "employment.recruitment", none_of("task.profiling"), one_of("education.level", "education.admission")
)


def _answers(**told: bool) -> list[bool | None]:
    known = {key.replace("__", "."): answer for key, answer in told.items()}
    return [known.get(fact.key) for fact in FACTS]


def _keys(indexes: object) -> list[str]:
    return [FACTS[index].key for index in indexes]  # type: ignore[attr-defined]


def test_an_open_condition_names_what_is_missing() -> None:
    answers = _answers(employment__recruitment=True, education__level=False)

    assert _FORMULA.value(answers) is None
    assert _keys(_FORMULA.pending(answers)) == ["task.profiling", "education.admission"]


def test_a_condition_names_what_decides_it() -> None:
    no = _answers(employment__recruitment=True, task__profiling=True, education__level=True)
    yes = _answers(employment__recruitment=True, task__profiling=False, education__admission=True)

    assert _FORMULA.value(no) is False
    assert _keys(_FORMULA.deciding(no)) == ["task.profiling"]
    assert _FORMULA.value(yes) is True
    assert _keys(_FORMULA.deciding(yes)) == [
        "employment.recruitment",
        "task.profiling",
        "education.admission",
    ]


def test_a_condition_says_which_way_each_fact_speaks() -> None:
    speaks = dict(_FORMULA.facts())

    assert speaks[index_of("employment.recruitment")]
    assert not speaks[index_of("task.profiling")]


def test_of_what_must_all_hold_the_first_open_part_is_asked_next_of_alternatives_all() -> None:
    assert _keys(_FORMULA.next(_answers())) == ["employment.recruitment"]
    assert _keys(_FORMULA.next(_answers(employment__recruitment=True))) == ["task.profiling"]
    assert _keys(_FORMULA.next(_answers(employment__recruitment=True, task__profiling=False))) == [
        "education.level",
        "education.admission",
    ]


def test_to_see_whether_a_condition_fails_it_is_asked_the_other_way_round() -> None:
    assert _keys(_FORMULA.next(_answers(), holds=False)) == [
        "employment.recruitment",
        "task.profiling",
        "education.level",
    ]
