"""What `from clausecheck import …` gives."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import clausecheck

PAGE = Path(__file__).parents[1] / "docs" / "python-api.md"
NAMES = [
    "Agreement",
    "ClausecheckError",
    "Document",
    "Pack",
    "Report",
    "RuleError",
    "UnreadableError",
    "UsageError",
    "assemble",
    "check",
    "load_pack",
    "read",
]


def test_the_public_names_are_these_in_order() -> None:
    assert clausecheck.__all__ == NAMES
    assert dir(clausecheck) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(clausecheck, name).__doc__
    assert re.search(rf"`{name}\b", PAGE.read_text(encoding="utf-8"))


def test_any_other_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'reed'"):
        _ = clausecheck.reed


def test_importing_the_package_loads_nothing_of_it() -> None:
    program = "import sys, clausecheck; print([m for m in sys.modules if m.startswith('clausecheck.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


def test_the_example_in_the_documentation_runs(tmp_path: Path) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    done = subprocess.run([sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "Vendor may keep the recordings of the City for as long as it finds them useful." in done.stdout
