"""Ask, as it looks: at every size, in light and dark, with large text, by keyboard, and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.asking import BROKEN, WEATHER, ask
from tests.browser.browsing import DESKTOP, NARROWEST, PHONE, ZOOMED, Scheme, Visiting, faultless, picture

_FOCUS_FROM_UNDER_THE_BAR = """focused => {
  window.scrollBy({ top: focused.getBoundingClientRect().top - innerHeight + 40, behavior: "instant" });
  focused.focus();
  const box = focused.getBoundingClientRect();
  return focused.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_readable_at_every_size_in_light_and_dark(scheme: Scheme, visit: Visiting) -> None:
    faultless(visit("/", scheme=scheme))
    begun = visit("/")
    ask(begun, BROKEN)
    ask(begun, WEATHER)
    for name, size in {
        "desktop": DESKTOP,
        "phone": PHONE,
        "narrowest": NARROWEST,
        "zoomed": ZOOMED,
    }.items():
        page = visit(begun.url, size=size, scheme=scheme)
        faultless(page)
        expect(page.get_by_label("As of")).to_be_in_viewport()
        picture(page, f"ask-{name}-{scheme}")


def test_with_text_twice_as_large_nothing_is_cut_off(visit: Visiting) -> None:
    page = visit("/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    ask(page, BROKEN)

    faultless(page)
    picture(page, "ask-large-text")


def test_on_paper_stand_the_answer_and_its_words_alone(visit: Visiting) -> None:
    page = visit("/")
    turn = ask(page, BROKEN)

    page.emulate_media(media="print")

    expect(turn.locator("[data-statements]")).to_be_visible()
    expect(page.get_by_label("Follow-up question")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Pages")).to_be_hidden()
    expect(turn.locator("q").first).to_be_visible()


def test_what_the_keyboard_reaches_is_never_left_under_the_bar(visit: Visiting) -> None:
    page = visit("/", size=PHONE)
    ask(page, WEATHER)
    turn = ask(page, BROKEN)

    seen = [reached.evaluate(_FOCUS_FROM_UNDER_THE_BAR) for reached in turn.get_by_role("link").all()]
    seen += [reached.evaluate(_FOCUS_FROM_UNDER_THE_BAR) for reached in turn.get_by_role("button").all()]

    assert len(seen) >= 5
    assert all(seen)


def test_the_bar_is_reached_without_the_page_moving(visit: Visiting) -> None:
    page = visit("/", size=PHONE)
    turn = ask(page, BROKEN)
    turn.get_by_role("link", name="Note 1").focus()
    page.evaluate("window.scrollTo({ top: 0, behavior: 'instant' })")

    page.get_by_label("As of").evaluate("day => day.focus()")

    assert page.evaluate("window.scrollY") == 0
