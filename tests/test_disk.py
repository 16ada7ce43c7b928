"""Reading folders, writing content, publishing a site."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from site_builder import disk
from site_builder.disk import (
    MANIFEST,
    Change,
    File,
    Report,
    publish,
    read_file,
    read_folder,
    seal,
    unfinished,
    verify,
    write_all,
)
from site_builder.disk.system import workspace
from site_builder.errors import BuildError, Problem

SITE = {"index.html": b"one", "a/b.html": b"two", "a/c.html": b"three"}
NEXT = {"index.html": b"ONE", "a/b.html": b"two", "d/e.html": b"four"}


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def _problems(found: Iterable[File | Problem]) -> dict[str, str]:
    return {Path(item.where).name: item.what for item in found if isinstance(item, Problem)}


# Reading ------------------------------------------------------------------------------------------------------------


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    for path in ("b.txt", "a/z.txt", "a/é.txt", "a.txt", "C.txt"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(path.encode())
    found = list(read_folder(tmp_path))
    assert [File(path, path.encode()) for path in disk.names(tmp_path)] == found
    assert found == [File(path, path.encode()) for path in sorted(("b.txt", "a/z.txt", "a/é.txt", "a.txt", "C.txt"))]


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert list(read_folder(tmp_path / "none")) == []
    assert disk.names(tmp_path / "none") == ()


def test_links_pipes_and_devices_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x")
    root = tmp_path / "seeds"
    root.mkdir()
    (root / "file.txt").symlink_to(secret)
    (root / "folder").symlink_to(tmp_path)
    (root / "dangling.txt").symlink_to(tmp_path / "none")
    os.mkfifo(root / "pipe.txt")
    found = list(read_folder(root))
    assert _problems(found) == dict.fromkeys(
        ("dangling.txt", "file.txt", "folder", "pipe.txt"), "a link, pipe or device, not a file"
    )
    assert len(found) == 4
    assert disk.names(root) == ()


LITTER = (
    ".#x.md",
    "#x.md#",
    "x.md~",
    ".x.md.swp",
    "4913",
    "x.md.orig",
    "x.md.rej",
    "~$x.docx",
    "x (conflicted copy).md",
)


@pytest.mark.parametrize("name", LITTER)
def test_litter_is_said_and_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    (problem,) = read_folder(tmp_path)
    assert isinstance(problem, Problem)
    assert problem.what == "left behind by an editor or a synchroniser"


def test_files_of_systems_are_left_out(tmp_path: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", ".gitkeep", ".hidden.md"):
        (tmp_path / name).write_text("x")
    assert list(read_folder(tmp_path)) == []


def test_a_file_over_the_limit_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "at.txt").write_bytes(b"x" * 100)
    (tmp_path / "over.txt").write_bytes(b"x" * 101)
    assert _problems(read_folder(tmp_path, limit=100)) == {"over.txt": "larger than 0.0001 MB"}
    assert isinstance(read_file(tmp_path / "over.txt", limit=100), Problem)
    assert read_file(tmp_path / "at.txt", limit=100) == b"x" * 100
    assert read_file(tmp_path / "none.txt") is None


def test_a_name_that_cannot_be_shown_is_a_problem(tmp_path: Path) -> None:
    for name in (b"a\xff.txt", b"a\nb.txt", "a\u202eb.txt".encode()):
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_bytes(b"x")
    found = list(read_folder(tmp_path))
    assert [problem.what for problem in found if isinstance(problem, Problem)] == [
        "a name with invisible or undecodable characters"
    ] * 3
    assert all(str(problem).encode() for problem in found if isinstance(problem, Problem))


def test_a_folder_without_end_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / ("d/" * 40)).mkdir(parents=True)
    (problem,) = read_folder(tmp_path)
    assert isinstance(problem, Problem)
    assert problem.what == "more than 32 folders deep"


def test_a_file_that_goes_while_the_folder_is_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    found = read_folder(tmp_path)
    assert next(found) == File("a.txt", b"a")
    (tmp_path / "b.txt").unlink()
    assert _problems(found) == {"b.txt": "cannot be read: No such file or directory"}


# Writing ------------------------------------------------------------------------------------------------------------


def _change(root: Path, name: str = "x", **given: str | bytes | None) -> Change:
    article = root / "articles" / "2024" / f"{name}.md"
    values: dict[str, str | bytes | None] = {
        "before": "before", "text": "text", "record": "record", "seen_text": None, "seen_reading": None, **given,
    }  # fmt: skip
    return Change(article, article.with_suffix(".reading.json"), **values)  # type: ignore[arg-type]


def test_articles_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    written = write_all([_change(tmp_path, "x"), _change(tmp_path, "y", text="Teks é")], root=tmp_path)
    assert _tree(tmp_path) == {
        "articles/2024/x.md": b"text",
        "articles/2024/x.reading.json": b"record",
        "articles/2024/y.md": "Teks é".encode(),
        "articles/2024/y.reading.json": b"record",
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles"]
    assert [path.name for path in written.articles] == ["x.md", "y.md"]
    assert written.problems == ()


def test_nothing_to_write_touches_nothing(tmp_path: Path) -> None:
    assert write_all([_change(tmp_path, before=None, text=None, record=None)], root=tmp_path / "none").articles == ()
    assert list(tmp_path.iterdir()) == []


def test_a_file_saved_meanwhile_is_left_alone(tmp_path: Path) -> None:
    write_all([_change(tmp_path)], root=tmp_path)
    (tmp_path / "articles/2024/x.md").write_text("edited")
    change = _change(tmp_path, seen_text=b"text", seen_reading=b"record", text="new", record="new")
    written = write_all([change, _change(tmp_path, "y")], root=tmp_path)
    assert (tmp_path / "articles/2024/x.md").read_text() == "edited"
    assert [path.name for path in written.articles] == ["y.md"]
    assert "saved by somebody" in written.problems[0].what


def test_a_file_that_appeared_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "articles/2024").mkdir(parents=True)
    (tmp_path / "articles/2024/x.md").write_text("by hand")
    written = write_all([_change(tmp_path)], root=tmp_path)
    assert (tmp_path / "articles/2024/x.md").read_text() == "by hand"
    assert written.articles == ()
    assert len(written.problems) == 1


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/2024").symlink_to(tmp_path / "elsewhere")
    written = write_all([_change(tmp_path / "content")], root=tmp_path / "content")
    assert written.problems[0].what == "a link to a folder"
    assert list((tmp_path / "elsewhere").iterdir()) == []


# Publishing ---------------------------------------------------------------------------------------------------------


def test_the_site_is_what_was_published(tmp_path: Path) -> None:
    output = tmp_path / "public"
    assert publish(SITE.items(), output) == Report(("a/b.html", "a/c.html", "index.html"), 0, (), seal(output))
    assert _tree(output) == SITE
    assert publish(NEXT.items(), output) == Report(("d/e.html", "index.html"), 1, ("a/c.html",), seal(output))
    assert _tree(output) == NEXT
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
    assert verify(output) == (3, ())


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(SITE.items(), output)
    before = output.stat().st_ino, (output / MANIFEST).stat().st_mtime_ns
    assert publish(reversed(SITE.items()), output) == Report((), 3, (), seal(output))
    assert (output.stat().st_ino, (output / MANIFEST).stat().st_mtime_ns) == before


def test_unchanged_files_are_the_same_files(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(SITE.items(), output)
    before = (output / "a/b.html").stat().st_ino
    publish(NEXT.items(), output)
    assert (output / "a/b.html").stat().st_ino == before
    assert (output / "a/b.html").stat().st_nlink == 1


def test_a_damaged_file_is_not_used_again(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(SITE.items(), output)
    (output / "a/b.html").write_bytes(b"twO")
    assert publish(SITE.items(), output).written == ("a/b.html",)
    assert _tree(output) == SITE


def test_a_folder_that_another_program_filled_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(BuildError, match="did not write"):
        publish(SITE.items(), tmp_path)
    assert _tree(tmp_path) == {"thesis.doc": b"years of work"}


def test_a_file_that_somebody_put_into_the_site_is_not_deleted(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(SITE.items(), output)
    (output / "CNAME").write_text("example.org")
    (output / "a" / "link").symlink_to(tmp_path)
    with pytest.raises(BuildError) as caught:
        publish(NEXT.items(), output)
    assert [problem.where for problem in caught.value.problems] == [f"{output}/CNAME", f"{output}/a/link"]
    (output / "CNAME").unlink()
    (output / "a" / "link").unlink()
    (output / ".DS_Store").write_text("x")
    publish(NEXT.items(), output)
    assert _tree(output) == NEXT


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    publish(SITE.items(), tmp_path / "public")
    assert _tree(tmp_path / "public") == SITE


def test_a_link_to_a_folder_keeps_pointing_there(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "public").symlink_to(tmp_path / "real")
    publish(SITE.items(), tmp_path / "public")
    publish(NEXT.items(), tmp_path / "public")
    assert (tmp_path / "public").is_symlink()
    assert _tree(tmp_path / "real") == NEXT


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/x",
        "../x",
        "a/../../x",
        "a//b",
        "a/",
        "./a",
        "a\x00b",
        "a\nb",
        "a\\b",
        "c:x",
        "a.",
        "a ",
        "é" * 200,
        MANIFEST,
    ],
)
def test_no_path_leaves_the_folder(tmp_path: Path, path: str) -> None:
    output = tmp_path / "public"
    publish(SITE.items(), output)
    with pytest.raises(BuildError):
        publish([*NEXT.items(), (path, b"x")], output)
    assert _tree(output) == SITE
    assert [found.name for found in tmp_path.iterdir()] == ["public"]


@pytest.mark.parametrize("other", ["index.html", "INDEX.html", "e\u0301.html"])
def test_two_pages_with_one_path_are_refused(tmp_path: Path, other: str) -> None:
    with pytest.raises(BuildError, match=r"claimed twice|cannot keep both"):
        publish([*SITE.items(), ("é.html", b"x"), (other, b"x")], tmp_path / "public")


def test_a_page_that_is_also_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError):
        publish([("a", b"x"), ("a/b", b"y")], tmp_path / "public")
    assert list(tmp_path.iterdir()) == []


def test_an_error_in_a_page_leaves_the_old_site(tmp_path: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        raise BuildError(Problem("x", "is bad", "mend it"))

    output = tmp_path / "public"
    publish(SITE.items(), output)
    with pytest.raises(BuildError, match="is bad"):
        publish(files(), output)
    assert _tree(output) == SITE
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_an_output_that_cannot_be_written_is_a_problem_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for output in (tmp_path / "file", tmp_path / "file" / "public", Path("/proc/public")):
        with pytest.raises(BuildError) as caught:
            publish(SITE.items(), output)
        assert caught.value.problems[0].hint
        assert caught.value.problems[0].what.startswith(
            ("is not a folder", "could not be written: File", "could not be written: No")
        )


def test_the_second_of_two_builds_is_told_at_once(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(SITE.items(), output)
    with (
        workspace(tmp_path / ".site.public", busy="publishing this site"),
        pytest.raises(BuildError, match="another run is publishing this site"),
    ):
        publish(NEXT.items(), output)
    assert _tree(output) == SITE
    publish(NEXT.items(), output)
    assert _tree(output) == NEXT


@pytest.mark.parametrize("name", ["new", "old"])
def test_what_a_dead_run_left_is_removed(tmp_path: Path, name: str) -> None:
    output = tmp_path / "public"
    publish(SITE.items(), output)
    (tmp_path / ".site.public" / name).mkdir(parents=True)
    (tmp_path / ".site.public" / name / "x").write_text("x")
    (tmp_path / ".site.public" / "lock").write_text("")
    publish(NEXT.items(), output)
    assert _tree(output) == NEXT
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_run_that_died_between_two_renames_is_healed(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(SITE.items(), output)
    (tmp_path / ".site.public").mkdir()
    output.rename(tmp_path / ".site.public" / "old")
    assert publish(SITE.items(), output) == Report((), 3, (), seal(output))
    assert _tree(output) == SITE


def test_where_folders_cannot_be_exchanged_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk.publishing, "can_exchange", lambda _new, _site: False)
    output = tmp_path / "public"
    publish(SITE.items(), output)
    publish(NEXT.items(), output)
    assert _tree(output) == NEXT
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_verify_finds_every_difference(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(SITE.items(), output)
    (output / "index.html").write_bytes(b"onE")
    (output / "a/b.html").unlink()
    (output / "more.html").write_bytes(b"x")
    checked, problems = verify(output)
    assert checked == 3
    assert {Path(problem.where).name: problem.what for problem in problems} == {
        "index.html": "is not as it was published",
        "b.html": "is missing",
        "more.html": "is not in the manifest",
    }
    checked, problems = verify(tmp_path / "none")
    assert (checked, problems[0].what) == (0, "has no manifest")


def test_every_flipped_bit_of_a_site_is_found(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(SITE.items(), output)
    for path in (output / "index.html", output / MANIFEST):
        raw = path.read_bytes()
        for bit in range(len(raw) * 8):
            flipped = bytearray(raw)
            flipped[bit // 8] ^= 1 << bit % 8
            path.write_bytes(flipped)
            assert verify(output)[1], f"bit {bit} of {path.name}"
        path.write_bytes(raw)
    assert verify(output)[1] == ()


def test_a_damaged_manifest_is_written_anew_though_no_file_changed(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(SITE.items(), output)
    manifest = output / MANIFEST
    manifest.write_bytes(manifest.read_bytes() + b"one line too many\n")
    assert verify(output)[1] != ()
    publish(SITE.items(), output)
    assert verify(output) == (len(SITE), ())


def test_one_site_has_one_seal(tmp_path: Path) -> None:
    output = tmp_path / "public"
    assert seal(output) == b""
    first = publish(SITE.items(), output).seal
    assert seal(output) == first == publish(SITE.items(), output).seal
    assert publish(NEXT.items(), output).seal == seal(output) != first


def test_what_a_dead_run_left_is_seen_until_the_next_one(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish(SITE.items(), output)
    assert not unfinished(output)
    (tmp_path / ".site.public" / "old").mkdir(parents=True)
    assert unfinished(output)
    publish(SITE.items(), output)
    assert not unfinished(output)


def test_what_is_not_read_is_said_in_full(tmp_path: Path) -> None:
    (tmp_path / "a.md~").write_text("x")
    (tmp_path / "b\u200b.md").write_text("x")
    (tmp_path / "c.md").symlink_to("a.md~")
    (tmp_path / "z.md").write_text("x")
    deep = tmp_path.joinpath(*["d"] * 33)
    deep.mkdir(parents=True)
    (deep / "x.md").write_text("x")
    (deep.parent / "x.md").write_text("x")
    compare = "compare it with its original, then delete it"
    assert list(read_folder(tmp_path)) == [
        Problem(f"{tmp_path}/a.md~", "left behind by an editor or a synchroniser", compare),
        Problem(f"{tmp_path}/b\u200b.md", "a name with invisible or undecodable characters", "rename it"),
        Problem(f"{tmp_path}/c.md", "a link, pipe or device, not a file", "put the file itself there"),
        Problem(str(deep), "more than 32 folders deep", "move it up"),
        File("d/" * 32 + "x.md", b"x"),
        File("z.md", b"x"),
    ]


def test_a_name_that_no_text_can_hold_is_shown_escaped(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/x\xff.md")).write_text("x")
    except OSError:
        pytest.skip("this file system has no such names")
    (problem,) = read_folder(tmp_path)
    assert isinstance(problem, Problem)
    assert problem.where == f"{tmp_path}/x\\udcff.md"


def test_a_folder_that_may_not_be_read_is_said_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return real(path)

    (tmp_path / "a").mkdir()
    monkeypatch.setattr(os, "scandir", refuse)
    hint = "check that it is there and that you may read it"
    assert list(read_folder(tmp_path)) == [Problem(f"{tmp_path}/a", "cannot be read: Permission denied", hint)]
