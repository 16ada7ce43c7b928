"""Arguments, exit codes and what is printed; whole runs are in test_sites and test_laws."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from site_builder.cli import COMMANDS, main
from site_builder.errors import Problem, in_order
from tests.conftest import ROOT, Workspace, tree, workspace

ARTICLE = """POLRES SABU GELAR RAKOR PENGAMANAN PILKADA

SEBA, SUARASABU.ID - Kapolres Sabu Raijua AKBP Rudi Hartawan memimpin rapat koordinasi pengamanan Pilkada
di aula Mapolres Sabu Raijua, Selasa (9/7/2024). "Kami siap menjaga Pilkada," ujarnya.
"""


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    made = workspace(tmp_path, seeds=_one_seed(tmp_path / "raw"))
    for article in made.articles.rglob("*.*"):
        article.unlink()
    return made


def _one_seed(folder: Path) -> Path:
    folder.mkdir()
    (folder / "sabu.txt").write_text(ARTICLE, "utf-8")
    return folder


def arguments(place: Workspace) -> list[str]:
    names = ("seeds", "content", "templates", "output", "cache")
    return [f"--{name}={getattr(place, name)}" for name in names]


def test_without_a_command_it_ingests_and_renders_and_says_what_to_open(
    place: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments(place)) == 0

    printed = capsys.readouterr()
    assert "1 seeds: 1 new, 0 changed, 0 unchanged" in printed.out
    assert f"{place.output}/index.html" in printed.out.replace("\n", "")
    assert not printed.err
    assert (place.output / "index.html").exists()


def test_options_may_stand_before_or_after_the_command(place: Workspace) -> None:
    assert main([*arguments(place), "ingest"]) == 0
    before = tree(place.content)
    assert main(["ingest", *arguments(place)]) == 0

    assert len(list(place.articles.rglob("*.md"))) == 1
    assert tree(place.content) == before


def test_a_dry_run_says_what_would_be_written_and_writes_nothing(
    place: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(place.root)

    assert main(["--dry-run", *arguments(place)]) == 0

    assert "would be written" in capsys.readouterr().out
    assert tree(place.root) == before


def test_json_is_one_object_and_nothing_else(place: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    (place.seeds / "empty.txt").touch()

    assert main(["--json", *arguments(place)]) == 0

    printed = capsys.readouterr()
    done = json.loads(printed.out)
    assert done["ingest"]["seeds"] == 1
    assert len(done["ingest"]["added"]) == 1
    assert [problem["where"] for problem in done["ingest"]["problems"]] == [str(place.seeds / "empty.txt")]
    assert done["render"]["articles"] == 1
    assert not printed.err


def test_a_bad_seed_is_reported_and_costs_one_article(place: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    (place.seeds / "empty.txt").touch()

    assert main(["-q", *arguments(place)]) == 0

    printed = capsys.readouterr()
    assert not printed.out
    assert f"{place.seeds}/empty.txt: " in printed.err
    assert "hint: " in printed.err
    assert len(list((place.output / "article").iterdir())) == 1


def test_strict_exits_1_where_anything_needs_mending(place: Workspace) -> None:
    assert main(["--strict", *arguments(place)]) == 0
    (place.seeds / "empty.txt").touch()

    assert main(["--strict", *arguments(place)]) == 1
    assert (place.output / "index.html").exists()


def test_check_finds_what_a_build_would_only_report(place: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", *arguments(place)]) == 0
    assert main(["check", *arguments(place)]) == 0
    assert "Nothing to mend: 1 articles" in capsys.readouterr().out
    assert not place.output.exists()

    (article,) = place.articles.rglob("*.md")
    article.write_text(article.read_text("utf-8").replace("review: pending", "review: perhaps"), "utf-8")
    assert main(["check", *arguments(place)]) == 1
    printed = capsys.readouterr().err
    assert f"{article}:" in printed
    assert "review" in printed


def test_check_reads_seeds_and_what_is_stated_beside_them(place: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    (place.seeds / "empty.txt").touch()
    (place.seeds / "sabu.yml").write_text("outlet: Suara Sabu\ntags: [rakorr]\n", "utf-8")
    before = tree(place.root)

    assert main(["check", *arguments(place)]) == 1
    printed = capsys.readouterr().err
    assert f"{place.seeds}/empty.txt: " in printed
    assert f"{place.seeds}/sabu.yml:2: there is no tag 'rakorr'" in printed
    assert "did you mean “rakor”?" in printed
    assert tree(place.root) == before


def test_an_article_renamed_without_its_reading_is_not_taken_for_a_person_s(
    place: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ingest", *arguments(place)]) == 0
    (article,) = place.articles.rglob("*.md")
    article.rename(article.with_name("nama-baru.md"))
    before = tree(place.content)

    assert main(["ingest", *arguments(place)]) == 0
    assert f"{article.stem}.reading.json" in capsys.readouterr().err
    assert tree(place.content) == before

    reading = article.with_name(f"{article.stem}.reading.json")
    reading.rename(reading.with_name("nama-baru.reading.json"))
    assert main(["--strict", "ingest", *arguments(place)]) == 0


def test_of_two_articles_of_one_slug_the_one_with_a_reading_is_published(place: Workspace) -> None:
    assert main(["ingest", *arguments(place)]) == 0
    (article,) = place.articles.rglob("*.md")
    twin = place.articles / "1999" / article.name
    twin.parent.mkdir()
    twin.write_text("---\nschema: 1\ntitle: Tulisan lain\n---\nIsi.\n", "utf-8")

    assert main(["-q", *arguments(place), "render"]) == 0
    assert "Tulisan lain" not in (place.output / "article" / f"{article.stem}.html").read_text("utf-8")


def test_a_broken_setting_is_the_user_s_problem_without_a_traceback(
    place: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    (place.content / "site.yml").write_text("titel: Arsip\n", "utf-8")

    assert main(arguments(place)) == 1

    printed = capsys.readouterr().err
    assert f"{place.content}/site.yml:1: " in printed
    assert "Traceback" not in printed
    assert not list(place.articles.rglob("*.md")), "nothing is ingested for a site that cannot be built"


def test_what_stops_a_run_is_told_in_json_too(place: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    (place.content / "site.yml").write_text("titel: Arsip\n", "utf-8")

    for command in ([], ["render"], ["check"]):
        assert main([*arguments(place), *command, "--json"]) == 1
        printed = capsys.readouterr()
        assert [(one["where"], one["fatal"]) for one in json.loads(printed.out)["problems"]] == [
            (f"{place.content}/site.yml:1", True)
        ]
        assert not printed.err


def test_a_slip_in_the_name_of_a_folder_is_no_empty_archive(
    place: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments(place), "render", f"--content={place.root}/contnt"]) == 2
    assert f"did you mean “{place.content}”?" in " ".join(capsys.readouterr().err.split())
    assert main([*arguments(place), "render", f"--content={place.root}/other/one"]) == 2
    assert f"to begin a new one: mkdir -p {place.root}/other/one" in " ".join(capsys.readouterr().err.split())


def test_a_new_project_begins_with_empty_folders(tmp_path: Path) -> None:
    fresh = Workspace(tmp_path)
    for folder in (fresh.seeds, fresh.content):
        folder.mkdir()
    assert main(arguments(fresh)) == 0
    assert (fresh.output / "index.html").exists()


@pytest.mark.parametrize("command", ["release", "review", "evaluate"])
def test_a_command_offers_only_what_it_uses(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    printed = capsys.readouterr().out
    assert "--content" in printed
    assert not [option for option in ("--output", "--url", "--dry-run", "--cache") if option in printed]


def test_an_interruption_while_the_program_loads_prints_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "build.py").write_bytes((ROOT / "build.py").read_bytes())
    package = tmp_path / "site_builder" / "cli"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise KeyboardInterrupt\n", "utf-8")
    done = subprocess.run(
        [sys.executable, tmp_path / "build.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("wrong", [["no-such-command"], ["--no-such-option"], ["render", "extra"]])
def test_what_cannot_be_understood_exits_2(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(wrong) == 2
    assert "Usage:" in capsys.readouterr().err


def test_the_second_run_changes_nothing_and_a_changed_template_changes_its_pages(
    place: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--json", *arguments(place)]) == 0
    assert main(["--json", *arguments(place)]) == 0
    second = json.loads(capsys.readouterr().out.splitlines()[1])
    assert second["ingest"]["unchanged"] == 1
    assert second["render"]["written"] == second["render"]["deleted"] == []

    own = place.root / "templates"
    for path, raw in tree(place.templates).items():
        (own / path).parent.mkdir(parents=True, exist_ok=True)
        (own / path).write_bytes(raw)
    about = own / "about.html"
    about.write_text(about.read_text("utf-8").replace("</h1>", " kami</h1>", 1), "utf-8")
    assert main(["--json", *arguments(place)]) == 0
    assert json.loads(capsys.readouterr().out)["render"]["written"] == ["about.html"]


def test_a_site_that_was_damaged_is_mended_by_a_run_that_has_nothing_new(place: Workspace) -> None:
    assert main(["-q", *arguments(place)]) == 0
    page = place.output / "about.html"
    sound = page.read_bytes()
    page.write_bytes(sound[:100])

    assert main(["-q", *arguments(place)]) == 0
    assert page.read_bytes() == sound


def test_a_field_given_back_to_the_machine_is_read_again(place: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", *arguments(place)]) == 0
    (article,) = place.articles.rglob("*.md")
    written = article.read_text("utf-8")
    article.write_text(written.replace("Kabupaten Sabu Raijua", "Kota Kupang"), "utf-8")
    assert main(["ingest", *arguments(place)]) == 0
    assert "Kota Kupang" in article.read_text("utf-8")

    assert main([*arguments(place), "release", article.stem, "places"]) == 0
    assert "Kota Kupang" in article.read_text("utf-8")
    assert main(["ingest", *arguments(place)]) == 0
    assert article.read_text("utf-8") == written

    capsys.readouterr()
    assert main([*arguments(place), "release", "no-such-article", "places"]) == 1
    assert main([*arguments(place), "release", article.stem, "tempat"]) == 1
    printed = capsys.readouterr().err
    assert "no-such-article: no article has this slug" in printed
    assert "“tempat” is not a field" in printed


def test_a_slip_in_a_sidecar_takes_no_stated_fact_from_an_article(
    place: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    sidecar = place.seeds / "sabu.yml"
    sidecar.write_text("url: https://example.org/sabu\n", "utf-8")
    assert main(["ingest", *arguments(place)]) == 0
    (article,) = place.articles.rglob("*.md")
    assert "https://example.org/sabu" in article.read_text("utf-8")
    before = tree(place.content)

    sidecar.write_text('url: "https://example.org/sabu\n', "utf-8")
    assert main(["ingest", *arguments(place)]) == 0
    assert f"{sidecar}:" in capsys.readouterr().err
    assert tree(place.content) == before


@pytest.mark.parametrize("inside", ["seeds/public", "content/public", "."])
def test_a_site_is_never_published_among_its_sources(
    place: Workspace, inside: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(place.seeds), tree(place.content)
    assert main([*arguments(place), "render", f"--output={place.root / inside}"]) == 1
    assert "choose a folder of its own as --output" in capsys.readouterr().err
    assert (tree(place.seeds), tree(place.content)) == before


def test_problems_of_one_file_stand_in_the_order_of_its_lines() -> None:
    places = [Problem(f"a.md:{line}", "x", "y") for line in (10, 9, 27)]
    assert [problem.where for problem in in_order([*places, *places])] == ["a.md:9", "a.md:10", "a.md:27"]


def test_review_lists_what_is_less_than_sure_with_its_evidence(
    place: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ingest", "-q", *arguments(place)]) == 0
    assert main([*arguments(place), "review", "--json"]) == 0
    doubts = json.loads(capsys.readouterr().out)["review"]["doubts"]
    assert [doubt["need"] for doubt in doubts] == sorted((doubt["need"] for doubt in doubts), reverse=True)
    assert ("published", "no rule found it in the text") in {(doubt["field"], doubt["why"]) for doubt in doubts}

    assert main([*arguments(place), "review", "--most", "1"]) == 0
    printed = capsys.readouterr().out
    assert f"    {doubts[0]['field']}: " in printed
    assert f"and {len(doubts) - 1} more" in printed


def test_evaluate_prints_differences_and_scores(
    place: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = {
        "id": "sabu.txt", "title": "Another title", "outlet": None, "url": None, "published": None,
        "event_date": "2024-07-09", "place": {"name": "Kabupaten Sabu Raijua"}, "people": [], "orgs": [],
        "quotes": [], "boilerplate": [], "tags": ["rakor"], "complete": True,
    }  # fmt: skip
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(record), "utf-8")

    assert main([*arguments(place), "evaluate", str(gold), f"--raw={tmp_path / 'raw'}"]) == 0
    printed = capsys.readouterr().out
    assert "sabu.txt: title: 'POLRES SABU GELAR RAKOR PENGAMANAN PILKADA', not ['Another title']" in printed
    assert "event.date" in printed
    assert "ms of processor time an article" in printed

    assert main([*arguments(place), "evaluate", str(gold), f"--raw={tmp_path / 'nowhere'}"]) == 1
    gold.write_text("{}\n", "utf-8")
    assert main([*arguments(place), "evaluate", str(gold)]) == 1
    assert f"{gold}:1: not a record" in capsys.readouterr().err


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    for name in COMMANDS:
        assert main([name, "--help"]) == 0
        printed = capsys.readouterr().out
        command = getattr(import_module(f"site_builder.cli.{name}"), name)
        assert command.help.split("\n")[0] in printed


def test_the_list_of_commands_is_in_the_order_of_daily_work(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    listed = capsys.readouterr().out.partition("Commands:")[2].split("\n")
    assert [line.split()[0] for line in listed if line.strip()] == list(COMMANDS)
    assert main(["nonsense"]) == 2
