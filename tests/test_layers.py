"""The rooms of the program import one way, and every third-party library has its room."""

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

HOME = Path(__file__).parents[1] / "clausecheck"
FILES = sorted(HOME.rglob("*.py"))
RANK = {
    "errors": 0,
    "text": 0,
    "version": 0,
    "reading": 1,
    "vocabulary": 1,
    "agreement": 2,
    "safeguards": 2,
    "checking": 3,
    "reporting": 4,
    "cli": 5,
    "__init__": 6,
    "__main__": 6,
}
SINGLE = {"errors", "text", "version"}
"""Modules of rank 0, which may see each other; rooms of one rank may not."""
ROOMS = {
    "ahocorasick_rs": {"agreement", "checking"},
    "click": {"cli"},
    "docx": {"reading"},
    "lxml": {"reading"},
    "pypdf": {"reading"},
    "pypdfium2": {"reading"},
    "pypdfium2_raw": {"reading"},
    "regex": {"checking", "safeguards"},
    "selectolax": {"reading"},
    "tabulate": {"reporting/table"},
}
STANDARD = sys.stdlib_module_names


def name_of(file: Path) -> str:
    """The module in `file`, dotted."""
    parts = file.relative_to(HOME.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


MODULES = {name_of(file): file for file in FILES}


def imported(file: Path) -> Iterator[str]:
    """Every module that `file` imports, dotted, anywhere in its body; a name that is a module counts as one."""
    package = name_of(file).split(".") if file.name == "__init__.py" else name_of(file).split(".")[:-1]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                inside = f"{base}.{alias.name}"
                yield inside if inside in MODULES else base


def ours(file: Path) -> set[str]:
    return {module for module in imported(file) if module.split(".")[0] == "clausecheck"}


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_imports_point_one_way(file: Path) -> None:
    mine = room_of(name_of(file))
    for module in ours(file):
        other = room_of(module)
        allowed = other == mine or RANK[other] < RANK[mine] or {mine, other} <= SINGLE
        assert allowed, f"{mine} must not see {module}"


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_every_library_is_used_in_its_room_alone(file: Path) -> None:
    place = name_of(file).removeprefix("clausecheck.").replace(".", "/")
    libraries = {module.split(".")[0] for module in imported(file)} - set(STANDARD) - {"clausecheck"}
    for library in libraries:
        assert library in ROOMS, f"{library} has no room"
        assert any(place == room or place.startswith(f"{room}/") for room in ROOMS[library]), f"{library} in {place}"


def test_there_is_no_import_cycle() -> None:
    graph = {name: ours(file) - {name} for name, file in MODULES.items()}

    assert len(list(TopologicalSorter(graph).static_order())) >= len(MODULES)


def test_every_room_has_a_rank() -> None:
    assert {room_of(name) for name in MODULES} <= set(RANK)
