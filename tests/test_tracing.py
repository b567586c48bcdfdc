from collections.abc import Iterator
from contextlib import contextmanager

from copilot.tracing import Work, span, told_to


def test_whoever_listens_is_told_when_work_begins_and_ends() -> None:
    told: list[str] = []

    @contextmanager
    def listener(work: Work, **about: str | int) -> Iterator[None]:
        told.append(f"{work} {about}")
        yield
        told.append(f"{work} ends")

    with span("search"):
        pass
    with told_to(listener), span("tool", name="search_law"), span("search", top=3):
        pass
    with span("search"):
        pass

    assert told == ["tool {'name': 'search_law'}", "search {'top': 3}", "search ends", "tool ends"]
