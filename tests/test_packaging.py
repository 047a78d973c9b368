"""What is installed is what is in the repository."""

import configparser
import re
import tomllib
from pathlib import Path

from clausecheck.version import VERSION

ROOT = Path(__file__).parents[1]


def settings() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def listed(section: str, key: str) -> list[str]:
    return settings()[section][key].split("\n")[1:]


def test_every_package_is_listed() -> None:
    folders = {file.parent for file in (ROOT / "clausecheck").rglob("__init__.py")}
    packages = {".".join(folder.relative_to(ROOT).parts) for folder in folders}

    assert listed("options", "packages") == sorted({*packages, "clausecheck.clauses"})


def test_every_data_file_is_packaged() -> None:
    held = [file for file in (ROOT / "clauses").rglob("*") if file.is_file()]
    others = [f for f in (ROOT / "clausecheck").rglob("*") if f.is_file() and f.suffix not in {".py", ".pyc"}]
    patterns = settings()["options.package_data"]["clausecheck"].split(", ")

    assert {file.suffix for file in held} == {".toml"}
    assert all(any(file.relative_to(ROOT / "clausecheck").match(p) for p in patterns) for file in others)


def test_the_rules_are_no_package_of_python() -> None:
    assert not list((ROOT / "clauses").rglob("*.py"))


def test_pyproject_holds_only_the_build_system_and_ruff() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert set(project) == {"build-system", "tool"}
    assert set(project["tool"]) == {"ruff"}


def test_the_changelog_opens_with_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    versions = re.findall(r"^## \[([\d.]+)\]", changelog, re.MULTILINE)
    assert versions[0] == VERSION


def test_the_licence_is_apache_2() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert settings()["metadata"]["license"] == "Apache-2.0"
