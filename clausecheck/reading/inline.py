"""The words of one Word paragraph, in the view in which every tracked change is accepted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from clausecheck.reading.styles import Styles
from clausecheck.reading.symbols import symbol
from clausecheck.reading.unshown import Unshown
from clausecheck.reading.wordml import Element, W, local, toggle, value

_PASSED_OVER = frozenset({
    "pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "tbl",
    "sectPr",
})  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_PAGE_END = "\n\n"


@dataclass(slots=True)
class Words:
    """What a paragraph holds: its text, the notes that it cites (kind, id) and the text boxes anchored in it.

    `bold` is true until a word comes that is not.
    """

    text: list[str] = field(default_factory=list)
    bold: bool = True
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class Inline:
    """Reads paragraphs of one part in order; fields reach from one paragraph into the next."""

    def __init__(self, styles: Styles, unshown: Unshown) -> None:
        self._styles = styles
        self._unshown = unshown
        self._fields: list[bool] = []
        self._handlers: dict[str, Callable[[Element, Element | None, Words], None]] = {
            "r": self._run,
            "t": self._text,
            "sym": self._symbol,
            "fldChar": self._field,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "txbxContent": self._box,
            "AlternateContent": self._alternate,
        }

    @property
    def inside_code(self) -> bool:
        """True while a field was begun whose result never came, so that text after it counts as code."""
        return not all(self._fields)

    def words(self, paragraph: Element) -> Words:
        """The words of a w:p."""
        words = Words()
        self._walk(paragraph, paragraph.find(W + "pPr"), words)
        return words

    def _walk(self, parent: Element, properties: Element | None, words: Words) -> None:
        for child in parent:
            name = local(child)
            if name in _PASSED_OVER:
                continue
            if name in _SIGNS:
                self._add(_PAGE_END if child.get(W + "type") == "page" else _SIGNS[name], words)
            elif name in self._handlers:
                self._handlers[name](child, properties, words)
            else:
                self._walk(child, properties, words)

    def _add(self, text: str, words: Words) -> None:
        if not self.inside_code:
            words.text.append(text)

    def _run(self, run: Element, properties: Element | None, words: Words) -> None:
        own = run.find(W + "rPr")
        hidden = self._styles.is_hidden(own, properties)
        if not hidden and not self._styles.is_struck(own, properties):
            before = len(words.text)
            self._walk(run, properties, words)
            if words.bold and "".join(words.text[before:]).strip():
                words.bold = self._styles.is_bold(own, properties)
            return
        aside = Words(notes=[] if hidden else words.notes, boxes=[] if hidden else words.boxes)
        self._walk(run, properties, aside)
        (self._unshown.hidden if hidden else self._unshown.struck).append("".join(aside.text))

    def _text(self, element: Element, _: Element | None, words: Words) -> None:
        self._add((element.text or "").replace("\u00ad", ""), words)

    def _symbol(self, element: Element, _: Element | None, words: Words) -> None:
        self._add(symbol(element.get(W + "font", ""), element.get(W + "char", "")), words)

    def _field(self, mark: Element, _: Element | None, words: Words) -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self._add(_form_value(mark.find(W + "ffData")), words)
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _note(self, reference: Element, _: Element | None, words: Words) -> None:
        if not self.inside_code:
            words.notes.append((local(reference).removesuffix("Reference"), reference.get(W + "id", "")))

    def _box(self, content: Element, _: Element | None, words: Words) -> None:
        words.boxes.append(content)

    def _alternate(self, element: Element, properties: Element | None, words: Words) -> None:
        """One of several forms of the same thing: the first choice, the fallback only where there is no choice."""
        forms = sorted((child for child in element if local(child) in {"Choice", "Fallback"}), key=local)
        if forms:
            self._walk(forms[0], properties, words)


def _form_value(data: Element | None) -> str:
    """What an old form field shows that has no result of its own: a check box, the entry of a list."""
    box = None if data is None else data.find(W + "checkBox")
    if box is not None:
        checked = toggle(box, "checked")
        return "☒" if (toggle(box, "default") if checked is None else checked) else "☐"
    choice = None if data is None else data.find(W + "ddList")
    if choice is None:
        return ""
    entries = [entry.get(W + "val", "") for entry in choice.findall(W + "listEntry")]
    chosen = value(choice, "result") or value(choice, "default") or "0"
    return entries[int(chosen)] if chosen.isdecimal() and int(chosen) < len(entries) else ""
