"""What a reader of the report must know about a Word file besides its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausecheck.reading.package import Package
from clausecheck.reading.unshown import Unshown
from clausecheck.reading.wordml import Element, W
from clausecheck.text import Notice

_FEW_WORDS = 50
_LARGE_PICTURE = 3.5e13
_UNREAD = (
    ("aFChunk", "part of another file", "parts of other files", "put into it"),
    ("package", "embedded file", "embedded files", "in it"),
    ("oleObject", "embedded object", "embedded objects", "in it"),
    ("diagramData", "diagram", "diagrams", "in it"),
    ("chart", "chart", "charts", "in it"),
    ("subDocument", "sub-document", "sub-documents", "linked from it"),
)
_HARMLESS = frozenset({"chart"})
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"


def notices(package: Package, unshown: Unshown, breaks_off: bool, words: int) -> tuple[Notice, ...]:
    """The notices in a fixed order; `words` is how many the reading text holds."""
    found = [*_changes(package), *unshown.notices(), *_comments(package), *_unread(package)]
    found.extend(_pictures(package, words))
    if package.related("vbaProject"):
        found.append(Notice("macros", "The file holds macros; they were not run."))
    if breaks_off:
        sentence = "A field in the file has no end, so text after it may be absent from what was read."
        found.append(Notice("damaged", sentence, touches_verdicts=True))
    return tuple(found)


def _changes(package: Package) -> Iterator[Notice]:
    roots = [package.body, *(root for kind in ("footnotes", "endnotes") if (root := package.root(kind)) is not None)]
    changed = {name: [e for root in roots for e in root.iter(W + name)] for name in ("ins", "del", "moveTo")}
    if not any(changed.values()):
        return
    counts = [
        _count(_texts(changed["ins"]), "insertion"),
        _count(_texts(changed["del"]), "deletion"),
        *([_count(_texts(changed["moveTo"]), "move")] if changed["moveTo"] else []),
    ]
    authors = _names(element.get(W + "author", "") for elements in changed.values() for element in elements)
    sentence = f"The file holds tracked changes ({_list(counts)}{authors}); it was read as if all were accepted."
    yield Notice("tracked-changes", sentence)


def _texts(elements: Sequence[Element]) -> int:
    """How many of the changes change words; all of them when none does."""
    return sum(1 for element in elements if element.find(f".//{W}r") is not None) or len(elements)


def _comments(package: Package) -> Iterator[Notice]:
    root = package.root("comments")
    comments = [] if root is None else root.findall(W + "comment")
    if comments:
        verb, authors = ("stands", "stand")[len(comments) > 1], _names(c.get(W + "author", "") for c in comments)
        count = _count(len(comments), "comment")
        yield Notice("comments", f"{count}{authors} {verb} in the margin of the file and did not count.")


def _unread(package: Package) -> Iterator[Notice]:
    for kind, one, several, where in _UNREAD:
        count = len(package.related(kind))
        if count:
            held = f"{count} {one if count == 1 else several}"
            sentence = f"The file has {held} {where}, which {'was' if count == 1 else 'were'} not read."
            yield Notice("unread-part", sentence, touches_verdicts=kind not in _HARMLESS)


def _pictures(package: Package, words: int) -> Iterator[Notice]:
    """Pictures that may hold text: large ones, and any in a file of few words."""
    extents = [(int(e.get("cx", "0")), int(e.get("cy", "0"))) for e in package.body.iter(_EXTENT)]
    large = sum(1 for width, height in extents if width * height > _LARGE_PICTURE)
    count = len(package.related("image")) if words < _FEW_WORDS else large
    if count:
        sentence = f"The file shows {_count(count, 'picture')} whose text, if any, was not recognised."
        yield Notice("picture", sentence, touches_verdicts=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _list(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _names(authors: Iterable[str]) -> str:
    named = sorted({author for author in authors if author.strip()})
    return f" by {_list(named)}" if named else ""
