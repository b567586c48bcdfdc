import pytest

from copilot.errors import CorpusError
from copilot.rules.jurisdictions import read_register
from tests.rules.jurisdictions.builders import corpus, register

_REGISTER = """\
known_until: 2026-11-20
sources:
  - {id: ours, title: Ours}
places:
  - {id: uk, name: United Kingdom, remarks: [{text: None., provision: uk-mar/note-1}]}
themes:
  - {id: notice, name: notice, work: One notice.}
cases:
  used: &used {any: [roles.uses, {above: 5, figure: launch.total_assets_usd}]}
regimes:
  - id: lanterns
    name: Lantern rules
    places: [uk]
    kind: statute
    provision: uk-mar/note-2
    standing:
     [{status: enacted, source: ours, confidence: M}, {status: in force, from: 2026-01-01, source: ours, confidence: L}]
    engaged_if: {all: [*used, {not: launch.consumers}]}
    duties: [{theme: notice, who: deployer, asks: Say so., provision: uk-mar/note-3, if: launch.companion}]
    ai_act_duties: [{theme: notice, keys: [literacy]}]
"""  # fmt: skip


def test_a_register_is_read() -> None:
    (regime,) = read_register(_REGISTER, "x.yaml", corpus()).regimes

    assert (regime.name, regime.standing[1].status) == ("Lantern rules", "in force")


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("roles.uses", "roles.used", 9, "there is no fact 'roles.used'"),
        ("not: launch.consumers", "not: launch.total_assets_usd", 11, "there is no fact 'launch.total_assets_usd'"),
        ("figure: launch.total_assets_usd", "figure: launch.age", 9, "figure"),
        ("if: launch.companion", "if: launch.companions", 11, "there is no fact 'launch.companions'"),
        ("uk-mar/note-3", "uk-mar/note-33", 11, "holds no note-33"),
        ("uk-mar/note-1", "uk-mar/note-11", 5, "holds no note-11"),
        ("places: [uk]", "places: [us]", 11, "there is no place 'us'"),
        ("name: United Kingdom", "name: United Kingdom, within: europe", 5, "there is no place 'europe'"),
        ("{theme: notice, who", "{theme: notices, who", 11, "there is no theme 'notices'"),
        ("keys: [literacy]", "keys: [numeracy]", 11, "there is no duty of the AI Act 'numeracy'"),
        ("status: enacted, source: ours", "status: enacted, source: theirs", 11, "there is no source 'theirs'"),
        ("status: enacted, source", "status: enacted, from: 2027-01-01, source", 11, "not in order"),
        ("status: in force, from: 2026-01-01", "status: in force", 11, "not in order"),
        ("status: in force", "status: asleep", 17, "status"),
        ("id: notice, name: notice", "name: notice", 7, "id"),
        ("themes:", "themes:\n  - {id: notice, name: n, work: w}", 7, "stands here 2 times"),
    ],
)  # fmt: skip
def test_a_fault_names_file_and_line(old: str, new: str, line: int, message: str) -> None:
    text = _REGISTER.replace(old, new, 1)

    with pytest.raises(CorpusError) as caught:
        read_register(text, "x.yaml", corpus())

    assert message in str(caught.value)
    assert (caught.value.file, caught.value.line) == ("x.yaml", line)


def test_every_theme_and_every_place_of_the_shipped_register_is_used() -> None:
    shipped = register()
    used = {duty.theme for regime in shipped.regimes for duty in regime.duties}
    used |= {one.theme for regime in shipped.regimes for one in regime.ai_act_duties}

    assert used == {theme.id for theme in shipped.themes}
    assert {place for regime in shipped.regimes for place in regime.places} == set(shipped.place_names)
    assert {source.id for source in shipped.sources} == {
        standing.source for regime in shipped.regimes for standing in regime.standing
    }
