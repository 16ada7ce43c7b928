"""Memory of pure functions."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import random
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from site_builder.store import (
    AS_IT_IS,
    Codec,
    digest_of,
    digest_of_files,
    memo,
    remember,
    same_as_last,
    versions,
)

SALT = b"code"


def _shout(text: str) -> bytes:
    return text.upper().encode() * 3


def _run(
    folder: Path | None, arguments: Iterable[str], *, salt: bytes = SALT, name: str = "shout"
) -> tuple[list[bytes], int]:
    """The results of one run, and how many of them were computed."""
    with memo(_shout, name=name, salt=salt, folder=folder, codec=AS_IT_IS) as shout:
        return [shout(argument) for argument in arguments], shout.computed


def test_the_second_time_nothing_is_computed(tmp_path: Path) -> None:
    first = _run(tmp_path, "abc")
    assert first == ([b"AAA", b"BBB", b"CCC"], 3)
    assert _run(tmp_path, "abc") == (first[0], 0)


def test_within_one_run_an_argument_is_computed_once(tmp_path: Path) -> None:
    assert _run(tmp_path, "aaba")[1] == 2


def test_without_a_folder_nothing_is_remembered() -> None:
    assert _run(None, "aa") == ([b"AAA", b"AAA"], 2)


def test_another_salt_or_name_remembers_nothing(tmp_path: Path) -> None:
    _run(tmp_path, "a")
    assert _run(tmp_path, "a", salt=b"other code")[1] == 1
    assert _run(tmp_path, "a", name="whisper")[1] == 1
    assert _run(tmp_path, "a")[1] == 1


def test_what_a_run_did_not_ask_for_is_forgotten(tmp_path: Path) -> None:
    _run(tmp_path, "abc")
    _run(tmp_path, "ab")
    assert _run(tmp_path, "abc")[1] == 1


def test_the_files_do_not_grow_without_end(tmp_path: Path) -> None:
    for number in range(50):
        _run(tmp_path, ["same", f"{number}" * 100])
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 2_000
    assert len(list(tmp_path.iterdir())) == 2


def test_a_run_that_fails_keeps_what_was_remembered(tmp_path: Path) -> None:
    _run(tmp_path, "ab")
    with pytest.raises(UnicodeEncodeError):
        _run(tmp_path, ["c", "\ud800"])
    assert _run(tmp_path, "ab")[1] == 0


def test_results_of_other_kinds_have_a_codec(tmp_path: Path) -> None:
    codec: Codec[dict[str, int]] = Codec(lambda value: json.dumps(value).encode(), json.loads)
    for expected in (1, 0):
        with memo(lambda text: {text: len(text)}, name="count", salt=SALT, folder=tmp_path, codec=codec) as count:
            assert count("abc") == {"abc": 3}
            assert count.computed == expected


def test_a_result_that_cannot_be_decoded_is_computed_again(tmp_path: Path) -> None:
    _run(tmp_path, "a")
    codec: Codec[bytes] = Codec(bytes, lambda raw: json.dumps(json.loads(raw)).encode())
    with memo(_shout, name="shout", salt=SALT, folder=tmp_path, codec=codec) as shout:
        assert shout("a") == b"AAA"
        assert shout.computed == 1


def _flip(raw: bytes, rng: random.Random) -> bytes:
    changed = bytearray(raw)
    changed[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _cut(raw: bytes, rng: random.Random) -> bytes:
    return raw[: rng.randrange(len(raw))]


def _grow(raw: bytes, rng: random.Random) -> bytes:
    return raw + rng.randbytes(rng.randrange(1, 200))


def _replace(_raw: bytes, rng: random.Random) -> bytes:
    return rng.randbytes(rng.randrange(300))


@pytest.mark.parametrize("damage", [_flip, _cut, _grow, _replace])
def test_no_damage_gives_a_wrong_result_or_an_error(
    tmp_path: Path, damage: Callable[[bytes, random.Random], bytes]
) -> None:
    rng = random.Random(7)  # noqa: S311
    words = [f"word{number}" for number in range(6)]
    expected = [_shout(word) for word in words]
    for _ in range(150):
        _run(tmp_path, words)
        path = rng.choice(sorted(tmp_path.iterdir()))
        path.write_bytes(damage(path.read_bytes(), rng))
        assert _run(tmp_path, words)[0] == expected
    assert _run(tmp_path, words) == (expected, 0)


def test_data_of_another_index_is_a_miss(tmp_path: Path) -> None:
    _run(tmp_path / "one", "abc")
    _run(tmp_path / "two", "cba")
    (tmp_path / "one" / "shout.1.data").write_bytes((tmp_path / "two" / "shout.1.data").read_bytes())
    assert _run(tmp_path / "one", "abc") == ([b"AAA", b"BBB", b"CCC"], 2)


def test_a_folder_that_cannot_be_used_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert _run(tmp_path / "file", "aa") == ([b"AAA", b"AAA"], 2)
    (tmp_path / "shout.1.data").mkdir()
    assert _run(tmp_path, "a")[0] == [b"AAA"]


def test_a_link_in_the_cache_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    folder = tmp_path / "cache"
    _run(folder, "a")
    for path in list(folder.iterdir()):
        path.unlink()
        path.symlink_to(secret)
    assert _run(folder, "ab")[0] == [b"AAA", b"BBB"]
    assert secret.read_bytes() == b"secret"


def test_two_runs_at_once_never_give_a_wrong_result(tmp_path: Path) -> None:
    with (
        memo(_shout, name="shout", salt=SALT, folder=tmp_path, codec=AS_IT_IS) as one,
        memo(_shout, name="shout", salt=SALT, folder=tmp_path, codec=AS_IT_IS) as other,
    ):
        for number in range(50):
            assert one(f"a{number}") == _shout(f"a{number}")
            assert other(f"b{number % 7}") == _shout(f"b{number % 7}")
    assert _run(tmp_path, [f"a{n}" for n in range(50)])[0] == [_shout(f"a{n}") for n in range(50)]


def test_digests_tell_apart_where_parts_end() -> None:
    assert digest_of("ab", "c") != digest_of("a", "bc")
    assert digest_of("ab", "c") == digest_of(b"ab", b"c")
    assert len(digest_of()) == 32


def test_a_digest_of_files_knows_names_and_contents_and_no_times(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.py").write_text("x")
    (tmp_path / "c.pyc").write_text("y")
    first = digest_of_files(tmp_path, endings=(".py",))
    (tmp_path / "c.pyc").write_text("z")
    os.utime(tmp_path / "a" / "b.py", (0, 0))
    assert digest_of_files(tmp_path, endings=(".py",)) == first
    (tmp_path / "a" / "b.py").write_text("z")
    second = digest_of_files(tmp_path, endings=(".py",))
    (tmp_path / "a" / "b.py").rename(tmp_path / "a" / "d.py")
    assert len({first, second, digest_of_files(tmp_path, endings=(".py",))}) == 3


def test_links_and_pipes_are_not_read_for_a_digest_and_still_seen(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    empty = digest_of_files(folder, endings=(".md",))
    (folder / "a.md").symlink_to(tmp_path / "secret")
    os.mkfifo(folder / "b.md")
    linked = digest_of_files(folder, endings=(".md",))
    (tmp_path / "secret").write_text("x")
    assert linked == digest_of_files(folder, endings=(".md",))
    assert linked != empty


def test_versions_name_what_is_installed_and_what_is_not() -> None:
    first, second = versions(["pyyaml", "no-such-package"]).split("\n")
    assert first == "no-such-package -"
    assert second.startswith("pyyaml 6")


def test_the_last_run_is_known_by_its_digest(tmp_path: Path) -> None:
    assert not same_as_last(b"one", name="site", folder=tmp_path)
    remember(b"one", name="site", folder=tmp_path / "new")
    assert same_as_last(b"one", name="site", folder=tmp_path / "new")
    assert not same_as_last(b"two", name="site", folder=tmp_path / "new")
    remember(b"one", name="site", folder=None)
    assert not same_as_last(b"one", name="site", folder=None)


def test_a_digest_frames_each_part_by_its_length() -> None:
    assert digest_of("ab", b"c") == hashlib.sha256(b"2:ab1:c").digest()
    assert digest_of("\ud800") == hashlib.sha256(b"3:\xed\xa0\x80").digest()


def test_a_digest_of_files_says_which_of_them_were_no_files(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.md").write_text("x")
    (tmp_path / "c.md").symlink_to("b.md")
    assert digest_of_files(tmp_path, endings=(".md",)) == digest_of("a/b.md", b"file x", "c.md", b"no file")


@pytest.mark.parametrize("error", [ValueError, TypeError, KeyError])
def test_whatever_a_decoder_complains_of_is_a_miss(tmp_path: Path, error: type[Exception]) -> None:
    def refuse(_raw: bytes) -> bytes:
        raise error

    _run(tmp_path, "a")
    codec: Codec[bytes] = Codec(bytes, refuse)
    with memo(_shout, name="shout", salt=SALT, folder=tmp_path, codec=codec) as shout:
        assert (shout("a"), shout.computed) == (b"AAA", 1)


def test_a_disk_that_cannot_be_read_is_a_miss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise OSError(errno.EIO, "the disk is broken")

    _run(tmp_path, "ab")
    monkeypatch.setattr(os, "read", refuse)
    assert _run(tmp_path, "ab") == ([b"AAA", b"BBB"], 2)


def test_folders_are_made_as_deep_as_they_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    _run(folder / "c", "a")
    assert _run(folder / "c", "a")[1] == 0
    remember(b"one", name="site", folder=folder / "d" / "e")
    assert same_as_last(b"one", name="site", folder=folder / "d" / "e")


def test_what_is_remembered_stands_in_numbered_files_that_only_the_owner_may_write(tmp_path: Path) -> None:
    _run(tmp_path, "abc")
    _run(tmp_path, "a", salt=b"other")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["shout.1.data", "shout.index"]
    for number in range(4):
        _run(tmp_path, ["a", str(number) * 9], salt=b"other")
    (data,) = tmp_path.glob("*.data")
    assert data.name in {"shout.2.data", "shout.3.data", "shout.4.data"}
    assert data.stat().st_mode & 0o022 == 0
