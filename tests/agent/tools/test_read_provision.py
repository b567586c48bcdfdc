import pytest

from copilot.actor import Actor
from copilot.agent.asking import Asking
from copilot.agent.tools.read_provision import READ_PROVISION
from copilot.errors import UnknownProvision
from copilot.law import Corpus
from copilot.retrieval import Searcher
from tests.agent.tools.conftest import Gather, ids
from tests.conftest import TODAY


def test_a_provision_is_read_with_its_parts(call: Gather) -> None:
    assert ids(call("read_provision", ids=["eu-ai-act/art-4"])) == [
        f"eu-ai-act/art-4/{n}" for n in (1, 2, 3)
    ]


def test_a_closed_text_is_as_unknown_as_one_that_does_not_exist(
    small_corpus: Corpus, searcher: Searcher
) -> None:
    clerk = Actor("clerk", frozenset())
    asking = Asking(clerk, small_corpus.as_of(TODAY), small_corpus.as_of(TODAY, layer="official"), searcher)
    closed = next(wording for wording in small_corpus.wordings() if wording.audience and wording.text)

    said = []
    for id_ in (str(closed.id), f"{closed.id.instrument}/99.9"):
        with pytest.raises(UnknownProvision) as error:
            READ_PROVISION.gather(READ_PROVISION.arguments(ids=(id_,)), asking)
        said.append(str(error.value).replace(id_.rpartition("/")[2], "ID"))

    assert said[0] == said[1]
