"""Safeguards themselves, not findings: the list of a pack, and one safeguard explained."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from clausecheck.reporting import json, markdown
from clausecheck.reporting.table import Style, grid
from clausecheck.safeguards.model import Authority, Pack, Safeguard

_STATUS = {
    "text-seen": "the text itself was read",
    "second-hand": "known from a report of it",
    "unverified": "not checked",
}


def table(safeguards: Sequence[Safeguard], style: Style) -> str:
    """One row a safeguard: id, weight, group and the question it answers."""
    name = max((len(s.id) for s in safeguards), default=0)
    rest = max(24, style.width - name - 12)
    rows = [
        (s.id, s.weight, "\n".join((style.wrap(s.title, rest, "1"), style.wrap(s.question, rest)))) for s in safeguards
    ]
    return grid(("Safeguard", "Weight", "Title and question"), rows) + "\n" if rows else "No safeguards.\n"


def listed_markdown(safeguards: Sequence[Safeguard], pack: Pack) -> str:
    """The list as Markdown, a heading a group."""
    blocks = [f"# {markdown.plain(pack.title)}"]
    for group in dict.fromkeys(s.group for s in safeguards):
        blocks.append(f"## {markdown.plain(group)}")
        rows = [
            f"| `{s.id}` | {s.weight} | {markdown.plain(s.title)} | {markdown.plain(s.question)} |"
            for s in safeguards
            if s.group == group
        ]
        blocks.append("\n".join(["| Safeguard | Weight | Title | Question |", "| --- | --- | --- | --- |", *rows]))
    return "\n\n".join(blocks) + "\n"


def listed_json(safeguards: Sequence[Safeguard], pack: Pack) -> str:
    """The list as JSON, each safeguard with its wording and positions."""
    return json.dumped({"pack": pack.name, "digest": pack.digest, "safeguards": [_object(s) for s in safeguards]})


def _object(safeguard: Safeguard) -> json.Object:
    held = safeguard.positions
    return {
        "id": safeguard.id,
        "title": safeguard.title,
        "group": safeguard.group,
        "weight": safeguard.weight,
        "question": safeguard.question,
        "why": safeguard.why,
        "owed_by": list(safeguard.owed_by),
        "ask": list(safeguard.ask),
        "elements": [
            {"id": e.id, "title": e.title, "required": e.id in safeguard.required} for e in safeguard.elements
        ],
        "wording": safeguard.wording,
        "positions": {"preferred": held.preferred, "fallback": held.fallback, "walk_away": held.walk_away},
        "authorities": [
            {
                "cite": a.cite,
                "jurisdiction": a.jurisdiction,
                "force": list(a.force),
                "status": a.status,
                "as_of": a.as_of.isoformat(),
                "note": a.note,
            }
            for a in safeguard.authorities
        ],
    }


def explained(safeguard: Safeguard, pack: Pack, style: Style) -> str:
    """Everything a reader may ask about one safeguard, as text."""
    held = safeguard.positions
    source = pack.positions or "of the rules; --positions FILE gives your own"
    sections: list[tuple[str, Iterable[str]]] = [
        ("Why it matters", [safeguard.why]),
        ("Owed by", [", ".join(f"the {side}" for side in safeguard.owed_by)]),
        ("What is looked for", _elements(safeguard)),
        ("What takes it away", _contrary(safeguard)),
        ("What looks like it and does not count", _listed(like.why for like in safeguard.lookalikes)),
        ("Wording to propose", [safeguard.wording]),
        (
            f"Positions ({source})",
            [f"- Preferred: {held.preferred}", f"- Fallback: {held.fallback}", f"- Walk away: {held.walk_away}"],
        ),
        ("Questions to ask the vendor", _listed(safeguard.ask)),
        ("Who asks for it", map(_authority, safeguard.authorities)),
    ]
    head = [
        style.wrap(safeguard.title, style.width, "1"),
        style.wrap(f"{safeguard.id} · {safeguard.group} · {safeguard.weight}", style.width, "2"),
        style.wrap(safeguard.question, style.width),
    ]
    blocks = ["\n".join(head), *(_section(title, list(lines), style) for title, lines in sections)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(title: str, lines: Sequence[str], style: Style) -> str:
    body = [_indented(line, style.width) for line in lines if line]
    return "\n".join((style.wrap(title, style.width, "1"), *body)) if body else ""


def _indented(line: str, width: int) -> str:
    hang = "    " if line.startswith("- ") else "  "
    return textwrap.fill(line, width, initial_indent="  ", subsequent_indent=hang, break_on_hyphens=False)


def _elements(safeguard: Safeguard) -> Iterable[str]:
    titles = {element.id: element.title for element in safeguard.elements}
    for element in safeguard.elements:
        needed = "needed for present" if element.id in safeguard.required else "reported, not needed"
        yield f"- {element.title} ({needed})"
    floor = [" or ".join(titles[name] for name in part) for part in safeguard.floor]
    if floor:
        yield f"- The least that counts as weak: {'; and '.join(floor)}."


def _contrary(safeguard: Safeguard) -> Iterable[str]:
    against = [(signal.says, signal.effect) for signal in safeguard.signals if signal.polarity == "against"]
    undoing = [(defeater.says, defeater.effect) for defeater in safeguard.defeaters]
    for says, effect in dict.fromkeys((*against, *undoing)):
        if says:
            yield f"- The text {says} ({effect} it)."


def _listed(lines: Iterable[str]) -> Iterable[str]:
    return (f"- {line}" for line in dict.fromkeys(lines))


def _authority(authority: Authority) -> str:
    force = ", ".join(word.replace("-", " ") for word in authority.force)
    checked = f"{_STATUS[authority.status]}, {authority.as_of.isoformat()}"
    note = f": {authority.note}" if authority.note else ""
    return f"- {authority.cite} ({authority.jurisdiction}; {force}){note} [{checked}]"
