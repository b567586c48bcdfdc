import asyncio
from collections.abc import Generator

from api.lines import sent_in_parts


def test_lines_are_sent_several_together_and_made_only_as_they_are_sent() -> None:
    made: list[int] = []

    def lines() -> Generator[str]:
        for number in range(10):
            made.append(number)
            yield "x" * 40_000

    async def first_two() -> list[int]:
        parts = sent_in_parts(lines())
        sizes = [len(await anext(parts)), len(await anext(parts))]
        await parts.aclose()
        return sizes

    assert asyncio.run(first_two()) == [80_000, 80_000]
    assert made == [0, 1, 2, 3]


def test_what_makes_them_is_ended_where_nobody_reads_on() -> None:
    ended: list[bool] = []

    def lines() -> Generator[str]:
        try:
            while True:
                yield "x" * 100_000
        finally:
            ended.append(True)

    async def leave_early() -> None:
        got_one = asyncio.Event()

        async def read() -> None:
            async for _ in sent_in_parts(lines()):
                got_one.set()

        reading = asyncio.create_task(read())
        await got_one.wait()
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)

    asyncio.run(leave_early())
    assert ended == [True]


def test_the_last_lines_are_sent_too() -> None:
    async def all_of(*lines: str) -> list[str]:
        def made() -> Generator[str]:
            yield from lines

        return [part async for part in sent_in_parts(made())]

    assert asyncio.run(all_of("a\n", "b\n")) == ["a\nb\n"]
    assert asyncio.run(all_of()) == []
