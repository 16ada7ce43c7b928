"""The shape of the code, enforced: imports point down, files and clocks stay where they belong, nothing grows too long.

Each rule is a function from a parsed module to its violations.  The table ``SLIPS`` shows for every rule that it fires.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = "site_builder"

LAYERS: tuple[frozenset[str], ...] = tuple(
    frozenset(names.split())
    for names in (
        "errors model folders progress",
        "data locale",
        "canonical edtf slugs templating wording",
        "grammar",
        "formats",
        "config vocabulary decisions readers labels extractors content archive links routes marking markup",
        "evidence notes views review citation linked_data syndication tables search",
        "pages exports checks",
        "render",
        "store disk fetching evaluation",
        "glance reports serving",
        "pipeline again",
        "cli",
    )
)
"""A module imports from the layers above its own in this list; modules of one layer must not form a cycle."""

GROWING = frozenset({"readers", "labels", "extractors", "pages", "exports"})
"""Folders that grow by one file at a time: no file there knows another."""

TOUCH_FILES = frozenset({"disk", "store", "glance", "again", "locale", "data"})
"""``data`` and ``locale`` read the tables and catalogues that are shipped inside the package."""
FILE_MODULES = frozenset({"fcntl", "glob", "os", "shutil", "tempfile"})
FILE_CALLS = frozenset(
    {"read_bytes", "read_text", "write_bytes", "write_text", "mkdir", "touch"}
    | {"unlink", "rename", "rglob", "iterdir", "rmdir", "stat"}
)
WORLD_MODULES = frozenset({"getpass", "locale", "platform", "random", "secrets", "socket", "uuid"})
NETWORK = "fetching"
"""The one room that speaks to other machines, and only when a person names an address."""
WORLD_CALLS = frozenset({"environ", "getenv", "now", "today", "utcnow"})
VAGUE = frozenset(
    {"base", "common", "handler", "handlers", "helper", "helpers", "manager", "misc", "tools", "util", "utils"}
)

FUNCTION_LINES = 50
MODULE_LINES = 300


@dataclass(frozen=True, slots=True)
class Module:
    """One parsed file; ``parts`` is its dotted name without the package: ``("readers", "txt")``."""

    parts: tuple[str, ...]
    text: str

    @property
    def top(self) -> str:
        return self.parts[0] if self.parts else PACKAGE

    def nodes(self) -> Iterator[ast.AST]:
        return ast.walk(ast.parse(self.text))

    def imports(self) -> Iterator[str]:
        """Dotted names of imported modules; for ``from m import a`` both ``m`` and ``m.a``."""
        for node in self.nodes():
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.parts}: relative import"
                yield str(node.module)
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    def own_imports(self) -> Iterator[tuple[str, ...]]:
        """Imported modules of this package, without its name."""
        for name in self.imports():
            parts = tuple(name.split("."))
            if parts[0] == PACKAGE and len(parts) > 1:
                yield parts[1:]


Rule = Callable[[Module], Iterator[str]]


def imports_point_down(module: Module) -> Iterator[str]:
    for target in module.own_imports():
        if layer(target[0]) > layer(module.top):
            yield f"imports {'.'.join(target)}, which stands above it"


def siblings_in_a_growing_folder_are_strangers(module: Module) -> Iterator[str]:
    if module.top in GROWING and len(module.parts) > 1:
        for target in module.own_imports():
            path = ROOT / PACKAGE / Path(*target[:2])
            if target[0] == module.top and target != module.parts and len(target) > 1 and is_module(path):
                yield f"imports its sibling {'.'.join(target[:2])}"


def only_disk_and_store_touch_files(module: Module) -> Iterator[str]:
    if module.top in TOUCH_FILES:
        return
    yield from (f"imports {name}" for name in module.imports() if name.split(".")[0] in FILE_MODULES)
    for node in module.nodes():
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if name in FILE_CALLS or (isinstance(node.func, ast.Name) and node.func.id == "open"):
                yield f"line {node.lineno}: calls {name or 'open'}()"


def no_clock_environment_or_chance_below_the_command_line(module: Module) -> Iterator[str]:
    if module.top == "cli":
        return
    imported = set(module.imports())
    forbidden = WORLD_MODULES - ({"socket"} if module.top == NETWORK else set())
    yield from (f"imports {name}" for name in sorted(imported & forbidden))
    for node in module.nodes():
        if isinstance(node, ast.Attribute):
            clock = "time" in imported and isinstance(node.value, ast.Name) and node.value.id == "time"
            if node.attr in WORLD_CALLS or (clock and node.attr != "struct_time"):
                yield f"line {node.lineno}: uses {node.attr}"


def no_import_hides(module: Module) -> Iterator[str]:
    for node in module.nodes():
        if isinstance(node, ast.FunctionDef):
            hidden = [inner for inner in ast.walk(node) if isinstance(inner, ast.Import | ast.ImportFrom)]
            yield from (f"line {inner.lineno}: import inside {node.name}()" for inner in hidden)
        if isinstance(node, ast.Name) and node.id == "TYPE_CHECKING":
            yield f"line {node.lineno}: TYPE_CHECKING hides a cycle"


def only_the_command_line_prints(module: Module) -> Iterator[str]:
    if module.top != "cli":
        for node in module.nodes():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                yield f"line {node.lineno}: prints"


def no_exception_is_caught_blindly(module: Module) -> Iterator[str]:
    for node in module.nodes():
        if isinstance(node, ast.ExceptHandler):
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            for kind in caught:
                if kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"}):
                    yield f"line {node.lineno}: catches everything"


def names_say_what_is_inside(module: Module) -> Iterator[str]:
    yield from (f"is named {part}" for part in module.parts if part in VAGUE)


def functions_are_short(module: Module) -> Iterator[str]:
    for node in module.nodes():
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{node.name}() has {lines} lines, more than {FUNCTION_LINES}"


def modules_are_short(module: Module) -> Iterator[str]:
    lines = len(module.text.splitlines())
    if lines > MODULE_LINES:
        yield f"has {lines} lines, more than {MODULE_LINES}"


def every_module_says_what_it_is(module: Module) -> Iterator[str]:
    if not ast.get_docstring(ast.parse(module.text)):
        yield "has no docstring"


RULES: tuple[Rule, ...] = (
    imports_point_down,
    siblings_in_a_growing_folder_are_strangers,
    only_disk_and_store_touch_files,
    no_clock_environment_or_chance_below_the_command_line,
    no_import_hides,
    only_the_command_line_prints,
    no_exception_is_caught_blindly,
    names_say_what_is_inside,
    functions_are_short,
    modules_are_short,
    every_module_says_what_it_is,
)

SLIPS: tuple[tuple[Rule, str, str], ...] = (
    (imports_point_down, "model", "from site_builder import cli"),
    (imports_point_down, "readers.txt", "from site_builder.pages.home import view"),
    (siblings_in_a_growing_folder_are_strangers, "labels.new", "from site_builder.labels import Line, share"),
    (only_disk_and_store_touch_files, "pipeline", "import shutil"),
    (only_disk_and_store_touch_files, "pages.home", "text = path.read_text()"),
    (only_disk_and_store_touch_files, "pages.home", "open('x')"),
    (no_clock_environment_or_chance_below_the_command_line, "render", "import random"),
    (no_clock_environment_or_chance_below_the_command_line, "render", "day = date.today()"),
    (no_clock_environment_or_chance_below_the_command_line, "render", "import time\nbegin = time.monotonic()"),
    (no_clock_environment_or_chance_below_the_command_line, "disk.reading", "import socket"),
    (no_import_hides, "render", "def f():\n    import json"),
    (no_import_hides, "render", "if TYPE_CHECKING:\n    import json"),
    (only_the_command_line_prints, "render", "print(1)"),
    (no_exception_is_caught_blindly, "cli", "try:\n    f()\nexcept Exception:\n    pass"),
    (no_exception_is_caught_blindly, "cli", "try:\n    f()\nexcept (KeyError, BaseException):\n    pass"),
    (names_say_what_is_inside, "utils", ""),
    (functions_are_short, "render", "def f():\n" + "    x = 1\n" * 50),
    (modules_are_short, "render", "x = 1\n" * 301),
    (every_module_says_what_it_is, "render", "x = 1"),
)


def layer(name: str) -> int:
    for number, names in enumerate(LAYERS):
        if name in names:
            return number
    pytest.fail(f"{PACKAGE}/{name} has no place in the layers: add it to LAYERS, and to the map in the package")


def is_module(path: Path) -> bool:
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def parse(path: Path) -> Module:
    parts = path.relative_to(ROOT / PACKAGE).with_suffix("").parts
    return Module(parts[:-1] if parts[-1] == "__init__" else parts, path.read_text("utf-8"))


MODULES = [parse(path) for path in sorted((ROOT / PACKAGE).rglob("*.py"))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_module_keeps_the_rule(rule: Rule) -> None:
    broken = [f"{'.'.join(module.parts)} {what}" for module in MODULES for what in rule(module)]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(("rule", "name", "text"), SLIPS, ids=lambda value: getattr(value, "__name__", None))
def test_a_slip_is_seen(rule: Rule, name: str, text: str) -> None:
    assert list(rule(Module(tuple(name.split(".")), text)))


def test_every_rule_has_a_slip() -> None:
    assert {rule for rule, _, _ in SLIPS} == set(RULES)


def test_the_layers_name_no_module_that_is_gone() -> None:
    assert set().union(*LAYERS) == {module.top for module in MODULES if module.parts}


def test_no_imports_go_round_in_circles() -> None:
    names = {module.parts for module in MODULES}
    graph = {
        module.parts: {target for target in module.own_imports() if target in names and not parent(target, module)}
        for module in MODULES
    }
    TopologicalSorter(graph).prepare()


def parent(target: tuple[str, ...], module: Module) -> bool:
    """A folder's ``__init__`` is imported by its files, and may list them."""
    return target == module.parts[: len(target)]


def test_every_module_stands_in_the_map() -> None:
    text = next(module.text for module in MODULES if not module.parts)
    missing = sorted({module.top for module in MODULES if module.parts and f"``{module.top}" not in text})
    assert not missing, f"not in the map of {PACKAGE}/__init__.py: {', '.join(missing)}"
