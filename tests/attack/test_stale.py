"""A run that says "nothing to do" must be right: the site that is there is the one that these inputs make."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.attack.runs import SITE_YML, Victim, first
from tests.conftest import tree


def test_a_site_that_another_cache_published_meanwhile_is_replaced(victim: Victim, tmp_path: Path) -> None:
    site = first(tmp_path / "site")
    assert victim.run(site).code == 0
    expected = tree(site.output)
    other = tmp_path / "other"
    shutil.copytree(site.content, other)
    (other / "site.yml").write_text(SITE_YML.replace("Arsip uji", "Arsip lain"), "utf-8")
    assert victim.run(site, f"--content={other}", f"--cache={tmp_path / 'cache'}", "render").code == 0
    assert tree(site.output) != expected
    assert victim.run(site, "render").code == 0
    assert tree(site.output) == expected


def test_an_old_site_put_back_from_a_backup_is_replaced(victim: Victim, tmp_path: Path) -> None:
    site = first(tmp_path / "site")
    assert victim.run(site).code == 0
    shutil.copytree(site.output, tmp_path / "backup")
    (site.content / "site.yml").write_text(SITE_YML.replace("Arsip uji", "Arsip lain"), "utf-8")
    assert victim.run(site).code == 0
    expected = tree(site.output)
    shutil.rmtree(site.output)
    shutil.copytree(tmp_path / "backup", site.output)
    assert victim.run(site).code == 0
    assert tree(site.output) == expected


def test_what_a_dead_run_left_behind_goes_though_nothing_changed(victim: Victim, tmp_path: Path) -> None:
    site = first(tmp_path / "site")
    for _ in range(2):
        assert victim.run(site).code == 0
        leftover = site.root / ".site.public" / "old"
        leftover.mkdir(parents=True)
        (leftover / "index.html").write_text("old")
        assert victim.run(site).code == 0
        assert not leftover.parent.exists()
