from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.errors import RuleError
from clausecheck.vocabulary import load_vocabulary, standard_vocabulary


def written(folder: Path, text: str) -> Path:
    file = folder / "words.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_verbs_and_nouns_are_inflected(tmp_path: Path) -> None:
    file = written(
        tmp_path, '[irregular-verbs]\nsell = ["sells", "sold"]\n[trade]\nverbs = ["sell", "lease"]\nnouns = ["copy"]'
    )

    terms = set(load_vocabulary([file]).terms("trade"))

    assert {"sold", "leased", "leasing", "copies"} <= terms


def test_a_class_holds_what_it_includes(tmp_path: Path) -> None:
    file = written(tmp_path, '[a]\nterms = ["x"]\nincludes = ["b"]\n[b]\nterms = ["y"]')

    assert set(load_vocabulary([file]).terms("a")) == {"x", "y"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[a]\nverb = ["x"]', r'words.toml: `a.verb`: is unknown; did you mean "verbs"\?'),
        ('[a]\nterms = "x"', "words.toml: `a.terms`: must be a list of strings"),
        ('[disclose]\nterms = ["x"]\n[a]\nincludes = ["disclos"]', r'no class "disclos"; did you mean "disclose"\?'),
        ("[a", "words.toml: ``: is not TOML"),
    ],
)
def test_a_mistake_names_file_key_and_culprit(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        load_vocabulary([written(tmp_path, text)])


@pytest.mark.parametrize(
    ("term", "definition", "kinds"),
    [
        ("City Data", "video captured by the cameras", ("agency-data",)),
        ("Aggregated Customer Data", "data from which names were removed", ("derived-data",)),
        ("Data Processing Addendum", "the addendum attached", ("agreement",)),
        ("Effective Date", "the date of signature", ()),
    ],
)
def test_a_term_is_judged_by_what_it_is(term: str, definition: str, kinds: tuple[str, ...]) -> None:
    assert standard_vocabulary().kinds_of(term, definition) == kinds
