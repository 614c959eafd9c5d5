"""The index in the hands of a reader: filters, order, address, keyboard, and what is left without scripts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from ..support import RST
from .chromium import Browser

Build = Callable[..., Path]

KINDS = (
    ("ADR-1", "Files in folders", "accepted", "2023-05-01", "storage", "REQ-1"),
    ("ADR-2", "Kafka für Ereignisse", "proposed", "2024-02-01", "events, storage", "REQ-2, REQ-10"),
    ("ADR-9", "Objects in buckets", "accepted", "2024-07-01", "storage", "REQ-1"),
    ("ADR-10", "apache in front", "rejected", "", "", ""),
)


def _decisions() -> str:
    blocks = [RST.title("Decisions")]
    for identifier, title, status, date, tags, requirements in KINDS:
        options = {"status": status, "date": date, "tags": tags, "requirements": requirements}
        options = {name: value for name, value in options.items() if value}
        if identifier == "ADR-9":
            options |= {"supersedes": "ADR-1", "review": "2020-01-31"}
        blocks.append(RST.directive("adr", f"{identifier}: {title}", "Text.", **options))
    return RST.page(*blocks)


def _view(title: str, **options: str) -> str:
    return RST.page(
        RST.title(title), RST.directive("adr-index", "", **options), RST.title("Below", 2), "Text."
    )


PAGES = {
    "index.rst": RST.page(
        RST.title("Log"),
        RST.directive("toctree", "", "decisions\ntable\ntwo\ngrouped\ncards\ntimeline\nlist\nreview\none"),
    ),
    "decisions.rst": _decisions(),
    "table.rst": _view("Table"),
    "two.rst": RST.page(
        RST.title("Two"), RST.directive("adr-index"), RST.directive("adr-index", style="cards")
    ),
    "grouped.rst": _view("Grouped", group_by="tags"),
    "cards.rst": _view("Cards", style="cards"),
    "timeline.rst": _view("Timeline", style="timeline"),
    "list.rst": _view("List", style="list"),
    "review.rst": _view("Reviews", columns="title, review", filter="review"),
    "one.rst": _view("One", filter='id == "ADR-1"'),
}

SHOWN = """
const rows = [...document.querySelectorAll('.adr-view [data-req]')];
return rows.filter(row => row.checkVisibility()).map(row => row.textContent.match(/ADR-\\d+/)[0].slice(4)).join(' ');
"""
NOTED = """
const view = document.querySelectorAll('.adr-view')[arguments[0]];
return view.querySelector('[role=status]').textContent;
"""


class Reader:
    """Someone who uses the controls of an index."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder.relative_to(browser.folder).as_posix()

    def opens(self, page: str, **how: object) -> Reader:
        self.browser.open(f"{self.folder}/{page}", **how)  # type: ignore[arg-type]
        return self

    @property
    def sees(self) -> str:
        """The numbers of the decisions that are in sight, in order."""
        return str(self.browser.js(SHOWN))

    def hears(self, view: int = 0) -> str:
        """What the index announces."""
        return str(self.browser.js(NOTED, view))

    def types(self, text: str) -> Reader:
        self.element("input[type=search]").send_keys(text)
        return self

    def element(self, selector: str):  # type: ignore[no-untyped-def]
        return self.browser.driver.find_element("css selector", selector)

    def presses(self, selector: str) -> Reader:
        self.element(selector).click()
        return self

    def chooses(self, word: str, value: str) -> Reader:
        labels = self.browser.driver.find_elements("css selector", ".adr-tools label")
        (label,) = [one for one in labels if one.text.startswith(word)]
        label.find_element("xpath", f".//option[.='{value}']").click()
        return self

    @property
    def address(self) -> str:
        """The address of the page from the query on."""
        return str(self.browser.js("return location.search + location.hash"))


@pytest.fixture(scope="module")
def reader(browser: Browser, build: Build) -> Reader:
    """A reader of a small log in furo."""
    return Reader(browser, build(PAGES, extensions=["sphinx_adr"], suppress_warnings=["adr"]))


# -- filters --------------------------------------------------------------------------------------------------


def test_words_filter_whatever_their_accents_and_order(reader: Reader) -> None:
    reader.opens("table.html")
    assert (reader.sees, reader.hears()) == ("1 2 9 10", "4 of 4 decisions")
    reader.types("EREIGNISSE fur")
    assert (reader.sees, reader.hears()) == ("2", "1 of 4 decisions")
    assert reader.address == "?adr-filter=EREIGNISSE+fur"
    reader.types(" nothing")
    assert (reader.sees, reader.hears()) == ("", "0 of 4 decisions")
    assert not reader.element(".adr-tablebox").is_displayed()
    reader.presses(".adr-tools button")
    assert (reader.sees, reader.address) == ("1 2 9 10", "")
    assert reader.browser.js("return document.activeElement.type") == "search"
    assert not reader.element(".adr-tools button").is_displayed()
    assert reader.browser.errors == ()


def test_statuses_add_up(reader: Reader) -> None:
    reader.opens("table.html").presses("[data-status=proposed]")
    assert reader.sees == "2"
    reader.presses("button[data-status=superseded]")
    assert (reader.sees, reader.address) == ("1 2", "?adr-status=proposed&adr-status=superseded")
    reader.presses("[data-status=proposed]")
    assert reader.sees == "1"
    assert reader.element("[data-status=superseded]").get_attribute("aria-pressed") == "true"


def test_tags_and_requirements_narrow(reader: Reader) -> None:
    reader.opens("table.html").chooses("Tag", "storage")
    assert reader.sees == "1 2 9"
    reader.chooses("Requirement", "REQ-1")
    assert (reader.sees, reader.address) == ("1 9", "?adr-tag=storage&adr-req=REQ-1")
    reader.chooses("Tag", "events")
    assert (reader.sees, reader.hears()) == ("", "0 of 4 decisions")
    options = [one.text for one in reader.browser.driver.find_elements("css selector", "select option")]
    assert options == ["any", "events", "storage", "any", "REQ-1", "REQ-2", "REQ-10"]


@pytest.mark.parametrize(("page", "order"), [("cards", "1 2 9 10"), ("timeline", "9 2 1 10")])
def test_cards_and_timelines_are_filtered_too(reader: Reader, page: str, order: str) -> None:
    reader.opens(f"{page}.html")
    assert reader.sees == order
    reader.types("buckets")
    assert (reader.sees, reader.hears()) == ("9", "1 of 4 decisions")


def test_groups_without_a_decision_in_sight_vanish(reader: Reader) -> None:
    reader.opens("grouped.html")
    assert (reader.sees, reader.hears()) == ("2 1 2 9 10", "4 of 4 decisions")
    reader.types("kafka")
    headings = reader.browser.driver.find_elements("css selector", ".adr-group")
    assert [one.text for one in headings if one.is_displayed()] == ["events", "storage"]
    assert (reader.sees, reader.hears()) == ("2 2", "1 of 4 decisions")


# -- order ----------------------------------------------------------------------------------------------------


def order_of(reader: Reader) -> dict[str, str]:
    heads = reader.browser.driver.find_elements("css selector", "thead th[aria-sort]")
    return {head.get_attribute("data-column"): head.get_attribute("aria-sort") for head in heads}


def test_columns_sort_both_ways_and_then_as_the_author_did(reader: Reader) -> None:
    reader.opens("table.html")
    assert order_of(reader) == {"id": "ascending"}
    button = "[data-column=decision] > button"
    reader.presses(button)
    assert (reader.sees, order_of(reader), reader.address) == (
        "10 1 2 9", {"decision": "ascending"}, "?adr-sort=decision",
    )  # fmt: skip
    reader.presses(button)
    assert (reader.sees, order_of(reader), reader.address) == (
        "9 2 1 10", {"decision": "descending"}, "?adr-sort=-decision",
    )  # fmt: skip
    reader.presses(button)
    assert (reader.sees, order_of(reader), reader.address) == ("1 2 9 10", {"id": "ascending"}, "")
    reader.presses("[data-column=id] > button")
    assert (reader.sees, reader.address) == ("10 9 2 1", "?adr-sort=-id")


def test_what_has_no_date_comes_last_both_ways(reader: Reader) -> None:
    reader.opens("table.html").presses("[data-column=date] > button")
    assert reader.sees == "1 2 9 10"
    reader.presses("[data-column=date] > button")
    assert reader.sees == "9 2 1 10"


def test_every_group_is_sorted(reader: Reader) -> None:
    reader.opens("grouped.html").presses("[data-column=decision] > button").presses(
        "[data-column=decision] > button"
    )
    assert reader.sees == "2 9 2 1 10"


IN_SIGHT = """
return [...document.querySelectorAll('.adr-view [data-req]')].filter(row => {
  const own = row.getBoundingClientRect(), box = row.closest('.adr-view > *').getBoundingClientRect();
  return own.height && own.top < Math.min(box.bottom, innerHeight);
}).map(row => row.textContent.match(/ADR-\\d+/)[0].slice(4)).join(' ')
"""
"""The numbers of the decisions that stand in the window, where a box that is cut hides the others."""

CHANGES = """
const view = document.querySelector('.adr-view'), seen = new MutationObserver(() => {});
seen.observe(view, {subtree: true, childList: true, attributeFilter: ['hidden']});
new Function(arguments[0])();
return seen.takeRecords().filter(one => one.target.matches('tbody, ul, [data-req]'))
  .reduce((sum, one) => sum + (one.type == 'attributes' ? 1 : one.addedNodes.length + one.removedNodes.length), 0)
"""
"""How many rows a control comes, goes, or is hidden or shown, before the browser draws the page again."""


@pytest.fixture(scope="module")
def many(browser: Browser, build: Build) -> Reader:
    """A reader of three hundred decisions, of which the odd ones are proposed."""
    blocks = [
        RST.directive("adr", f"ADR-{n}: Title {n * 7 % 300:03}", status="proposed" if n % 2 else "accepted")
        for n in range(1, 301)
    ]
    page = RST.page(RST.title("Many"), RST.directive("adr-index", columns="id, title, status"), *blocks)
    cards = RST.page(RST.title("Cards"), RST.directive("adr-index", style="cards", group_by="status"))
    pages = {"index.rst": f"{page}\n.. toctree::\n\n   cards\n", "cards.rst": cards}
    return Reader(browser, build(pages, extensions=["sphinx_adr"], suppress_warnings=["adr"]))


EVERYTHING = [str(n) for n in range(1, 301)]
TITLED = sorted(EVERYTHING, key=lambda n: int(n) * 7 % 300)
SORT = "document.querySelector('[data-column=title] button').click()"
PRESS = "document.querySelector('button[data-status=proposed]').click()"


def awaits(reader: Reader, expected: list[str]) -> None:
    """All rows are in their places soon, and nothing is left of the copies and of the cut."""
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(reader.browser.driver, 20).until(lambda _: reader.sees.split() == expected)
    assert reader.browser.js(
        "return [...document.querySelectorAll('.adr-view > *')].every(box => !box.style.cssText)"
    )


def test_many_rows_are_complete_and_in_order_soon(many: Reader) -> None:
    """The first ones at once, the others in the frames that follow; also where a reader is quicker than these."""
    page = many.opens("index.html").browser
    proposed = [n for n in TITLED if int(n) % 2]
    for action, expected in ((SORT, TITLED), (PRESS, proposed), (PRESS, TITLED), (SORT, TITLED[::-1])):
        shown = page.js(f"{action}; {IN_SIGHT}").split()
        assert len(shown) > 10
        assert shown == expected[: len(shown)]
        awaits(many, expected)
    page.js(f"{SORT}; {SORT}; {PRESS}; {SORT}; {PRESS}; {SORT}")
    assert many.hears() == "300 of 300 decisions"
    awaits(many, EVERYTHING)


def test_of_many_rows_few_are_touched_before_the_next_frame(many: Reader) -> None:
    """Whatever a control does: the browser lays out again what is in sight, and not a thousand rows."""
    page = many.opens("index.html").browser
    none = "const i = document.querySelector('.adr-tools input'); i.value = '%s'; i.dispatchEvent(new Event('input'))"
    for action in (SORT, SORT, PRESS, PRESS, none % "nothing", none % ""):
        assert page.js(CHANGES, action) <= 80, action
    awaits(many, TITLED[::-1])


def test_of_many_rows_all_are_printed(many: Reader) -> None:
    """Also when the printer comes before the last frame."""
    page = many.opens("index.html").browser
    assert page.js(f"{SORT}; {PRESS}; dispatchEvent(new Event('beforeprint')); {SHOWN}").split() == [
        n for n in TITLED if int(n) % 2
    ]


def test_of_many_cards_in_groups_the_right_ones_are_in_sight(many: Reader) -> None:
    page = many.opens("cards.html").browser
    accepted = [n for n in EVERYTHING if not int(n) % 2]
    assert many.sees.split() == [*(n for n in EVERYTHING if int(n) % 2), *accepted]
    shown = page.js(f"{PRESS.replace('proposed', 'accepted')}; {IN_SIGHT}").split()
    assert len(shown) > 10
    assert shown == accepted[: len(shown)]
    awaits(many, accepted)


# -- the address ----------------------------------------------------------------------------------------------


def test_an_address_brings_everything_back(reader: Reader) -> None:
    query = "x=1&adr-filter=in&adr-status=accepted&adr-status=superseded&adr-tag=storage&adr-sort=-date"
    reader.opens(f"table.html?{query}#below")
    assert (reader.sees, reader.hears()) == ("9 1", "2 of 4 decisions")
    assert reader.element("input[type=search]").get_attribute("value") == "in"
    assert reader.address == f"?{query}#below"
    reader.presses("[data-status=superseded]")
    assert "x=1" in reader.address
    assert reader.address.endswith("#below")
    assert reader.browser.js("return document.querySelector('#below').getBoundingClientRect().top < 900")


@pytest.mark.parametrize(
    "query", ["adr-tag=nothing", "adr-sort=nothing", "adr-status=x", "adr-sort=%", "adr-sort=-"]
)
def test_an_address_that_means_nothing_shows_everything(reader: Reader, query: str) -> None:
    assert reader.opens(f"table.html?{query}").sees == "1 2 9 10"
    assert reader.browser.errors == ()


def test_two_indexes_mind_their_own_business(reader: Reader) -> None:
    reader.opens("two.html?adr2-filter=kafka&adr-tag=storage")
    assert (reader.sees, reader.hears(0), reader.hears(1)) == (
        "1 2 9 2",
        "3 of 4 decisions",
        "1 of 4 decisions",
    )
    reader.types("bucket")
    assert (reader.sees, reader.hears(0), reader.hears(1)) == ("9 2", "1 of 4 decisions", "1 of 4 decisions")
    assert reader.address == "?adr2-filter=kafka&adr-tag=storage&adr-filter=bucket"


# -- everybody ------------------------------------------------------------------------------------------------


def test_the_keyboard_reaches_everything(reader: Reader) -> None:
    reader.opens("table.html")
    reader.browser.js("document.querySelector('.adr-summary button').focus()")
    keys = reader.browser.driver.switch_to
    reached = []
    for _ in range(12):
        reached.append(
            reader.browser.js(
                "const e = document.activeElement; return e.dataset.status ?? e.type + e.textContent"
            )
        )
        keys.active_element.send_keys("\ue004")
    assert reached[:4] == ["proposed", "accepted", "rejected", "superseded"]
    assert reached[4] == "search"
    assert [one[:10] for one in reached[5:7]] == ["select-one"] * 2
    assert reached[7:11] == ["buttonID", "buttonDecision", "buttonStatus", "buttonDate"]
    reader.browser.js("document.querySelector('[data-column=date] button').focus()")
    keys.active_element.send_keys("\ue00d")
    assert order_of(reader) == {"date": "ascending"}
    assert reader.browser.js("return document.activeElement.parentNode.dataset.column") == "date"


def test_controls_have_names_and_states(reader: Reader) -> None:
    reader.opens("table.html")
    status = reader.element("[role=status]")
    assert status.get_attribute("aria-live") == "polite"
    assert reader.element("input[type=search]").accessible_name == "Filter"
    names = [one.accessible_name for one in reader.browser.driver.find_elements("css selector", "select")]
    assert names == ["Tag", "Requirement"]
    assert reader.element(".adr-summary").accessible_name == "Status"
    heads = reader.browser.driver.find_elements("css selector", "thead th")
    assert [head.accessible_name for head in heads] == ["ID", "Decision", "Status", "Date"]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("page", ["table", "cards", "timeline", "grouped", "review"])
def test_axe_finds_nothing_in_use(reader: Reader, page: str, system: str, width: int) -> None:
    reader.opens(f"{page}.html?adr-status=accepted&adr-filter=i", width=width, system=system)
    assert reader.browser.axe(".adr-view") == []
    assert reader.browser.js("return document.documentElement.scrollWidth <= innerWidth")


def test_columns_can_be_sorted_by_on_a_phone(reader: Reader) -> None:
    reader.opens("table.html", width=390).presses("[data-column=decision] > button")
    assert reader.sees == "10 1 2 9"


def test_without_scripts_the_index_is_complete_and_quiet(reader: Reader) -> None:
    reader.opens("table.html", script=False)
    page = reader.browser
    assert [one.text for one in page.driver.find_elements("css selector", ".adr-c-id")] == [
        "ADR-1", "ADR-2", "ADR-9", "ADR-10",
    ]  # fmt: skip
    assert page.driver.find_elements("css selector", ".adr-view :is(button, input, select)") == []


@pytest.mark.parametrize("page", ["one", "list"])
def test_where_nothing_can_be_chosen_there_are_no_controls(reader: Reader, page: str) -> None:
    reader.opens(f"{page}.html")
    assert reader.browser.driver.find_elements("css selector", ".adr-ui :is(button, input, select)") == []
    assert not reader.browser.js("return [...document.scripts].some(one => one.src.includes('sphinx-adr'))")


def test_a_strict_policy_for_content_lets_the_script_work(reader: Reader, many: Reader) -> None:
    """With a policy that forbids inline scripts and styles, nothing of ours is refused."""
    policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"
    meta = f'<head><meta http-equiv="Content-Security-Policy" content="{policy}">'
    for one, page in ((reader, "table"), (many, "index")):
        out = one.browser.folder / one.folder
        html = (out / f"{page}.html").read_text(encoding="utf-8")
        (out / "strict.html").write_text(html.replace("<head>", meta, 1), encoding="utf-8")
    reader.opens("strict.html").types("kafka")
    assert reader.sees == "2"
    page = many.opens("strict.html").browser
    box = "getComputedStyle(document.querySelector('.adr-tablebox')).maxHeight"
    shown = page.js(f"{SORT}; return {box}")
    assert shown.endswith("px")
    awaits(many, TITLED)


# -- review dates ---------------------------------------------------------------------------------------------


def test_review_dates_say_how_far_away_they_are(reader: Reader) -> None:
    reader.opens("review.html")
    said = reader.element("td .adr-rel").text
    years = (dt.datetime.now(dt.UTC).date() - dt.date(2020, 1, 31)).days / 365.25
    assert said == f"{round(years)} years ago"
    assert "adr-late" in reader.element("td .adr-rel").get_attribute("class")
    reader.opens("decisions.html")
    assert reader.element(".adr-header .adr-rel").text == said


CLOCK = """
const set = document.createElement('script');
const RealDate = Date;
window.Date = class extends RealDate { constructor(...a) { a.length ? super(...a) : super(2026, 10, 20, 23, 30); } };
for (const [date, language] of arguments[0]) {
  const time = document.createElement('time');
  time.className = 'adr-due';
  time.dateTime = date;
  document.body.append(time);
}
document.querySelectorAll('.adr-rel').forEach(one => one.remove());
document.documentElement.lang = arguments[1];
set.src = document.querySelector('script[src*=sphinx-adr]').src + '&again';
return new Promise(done => {
  set.onload = () => done([...document.querySelectorAll('body > .adr-due')].map(
    one => one.nextElementSibling?.className.startsWith('adr-rel') ? one.nextElementSibling.textContent : ''));
  document.head.append(set);
});
"""


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                "9 days ago",
                "yesterday",
                "today",
                "tomorrow",
                "in 45 days",
                "in 3 months",
                "in 2 years",
                "",
                "",
            ],
        ),
        (
            "de",
            [
                "vor 9 Tagen",
                "gestern",
                "heute",
                "morgen",
                "in 45 Tagen",
                "in 3 Monaten",
                "in 2 Jahren",
                "",
                "",
            ],
        ),
        ("not_a language", None),
    ],
)
def test_far_and_near_in_the_language_of_the_page(
    reader: Reader, language: str, expected: list[str] | None
) -> None:
    dates = [
        "2026-11-11",
        "2026-11-19",
        "2026-11-20",
        "2026-11-21",
        "2027-01-04",
        "2027-02-25",
        "2028-11-20",
        "2027",
        "",
    ]
    reader.opens("decisions.html")
    found = reader.browser.js(CLOCK, [[date, ""] for date in dates], language)
    assert len(found) == len(dates)
    assert found == expected if expected else all(found[:7])
