"""The benchmark measures what it says: the same articles, whole sites, every step a real change."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from site_builder import routes
from tests.bench.article import invented
from tests.bench.compare import STEPS, Runner, runners, steps, table
from tests.bench.own import Own
from tests.bench.rivals import hugo, pelican, story
from tests.bench.timing import Cost, FailedRunError, timed
from tests.conftest import tree

COUNT = 20


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """This program's plain site of a few articles."""
    place = tmp_path_factory.mktemp("bench")
    runner = next(runner for runner in runners(place) if runner.name == "plain")
    for number in range(COUNT):
        runner.write(invented(number))
    return runner


def test_every_step_changes_what_it_says(plain: Runner) -> None:
    costs = dict(steps(plain, COUNT, 0))
    assert tuple(costs) == STEPS
    shown = tree(plain.output)
    assert costs["cold"].written == costs["cold"].files > COUNT
    assert costs["no change"].written == 0
    assert 0 < costs["edit one"].written < costs["edit one"].files
    assert costs["add one"].written > 0
    assert costs["rename a tag"].written > 0
    assert any(b"Suntingan 0 " in page for path, page in shown.items() if path.startswith("article/"))
    assert all(cost.cpu > 0 and cost.memory > 10 and cost.volume > 10_000 for cost in costs.values())


def test_the_plain_site_has_the_kinds_of_pages_that_others_have(plain: Runner) -> None:
    plain.build()
    kinds = {routes.kind(path) for path in tree(plain.output)}
    assert kinds - {None} == {"home", "articles", "article", "tag", "place", "person", "outlet"}
    assert {"feed.xml", "sitemap.xml"} <= tree(plain.output).keys()


def test_both_sites_of_this_program_are_made_from_the_same_content(tmp_path: Path) -> None:
    sites = [Own("full", tmp_path / "full", plain=False), Own("plain", tmp_path / "plain", plain=True)]
    for site in sites:
        site.write_site()
        site.write(invented(0))
    full, bare = (tree(site.folder / "content") for site in sites)
    assert {name for name, raw in full.items() if bare[name] != raw} == {"site.yml"}


@pytest.mark.parametrize("rival", [hugo, pelican], ids=lambda rival: str(rival.NAME))
def test_a_rival_has_the_articles_with_all_their_terms(tmp_path: Path, rival: object) -> None:
    told = story(invented(0).proposal.article)
    rival.write_site(tmp_path)  # type: ignore[attr-defined]
    rival.write_story(told, tmp_path)  # type: ignore[attr-defined]
    (path,) = tmp_path.glob(f"content/**/{told.name}.md")
    text = path.read_text("utf-8")
    assert told.body in text
    assert all(term in text for term in (told.title, told.outlet, told.day, *told.tags, *told.people))


def test_a_run_that_fails_says_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(FailedRunError, match="no such site"):
        timed([sys.executable, "-c", "raise SystemExit('no such site')"], output=tmp_path, folder=tmp_path)


def test_the_table_holds_medians_and_their_ratios() -> None:
    def cost(cpu: float) -> Cost:
        return Cost(cpu, 2 * cpu, 100, 10, 5, 1_000_000)

    costs = {(name, step): [cost(x) for x in (1.0, 9.0, 2.0)] for name in ("full", "Hugo") for step in STEPS}
    costs["full", "cold"] = [cost(1.0)] * 3
    head, _, first, *rest = table(1000, ["full", "Hugo"], costs)
    assert head.startswith("| 1,000 articles | step | CPU s |")
    assert first == "| full | cold | 1.00 | 2.00 | 100 | 10 | 5 | 1.0 | 0.50 | 0.50 | 1.00 |"
    assert len(rest) == 2 * len(STEPS) - 1
