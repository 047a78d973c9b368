"""Who the parties are, and every name that each of them bears in these documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from clausecheck.agreement.model import Definition, Party, Sentence, Side
from clausecheck.text import Document
from clausecheck.vocabulary import Vocabulary

_COMPANY = re.compile(
    r"\b(?P<name>[A-Z][\w&’'-]*(?:[. ](?:[A-Z][\w&’'.-]*|AI|of)){0,4}?),? (?P<form>Inc\b\.?|LLC\b|L\.L\.C\.|Corp\b\.?|Corporation\b|Ltd\b\.?|Limited\b|PBC\b"
    r"|P\.B\.C\.|GmbH\b|S\.?A\.?S\b\.?|B\.V\.|L\.P\.|LLP\b|PLC\b|N\.A\.|A/S\b)(?:,? (?:Inc|LLC|Ltd)\b\.?)?"
)
_PUBLIC = re.compile(
    r"\b(?P<name>(?:(?:the|The) )?(?:City|County|Town|Village|Borough|Township|State|Commonwealth|District|Port|Parish|University|Board of \w+"
    r"|Police Department|Sheriff[’']s Office|Department|Office) (?:and County )?of (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}"
    r"|(?!The |This |A |In |That )[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3} (?:County|City|Police Department|Sheriff[’']s Office|School District|Transit Authority|Port Authority|Regional Authority))\b"
)
_ALIASES = re.compile(r"\((?P<body>[^()]{2,160})\)")
_QUOTED = re.compile(r"[\"“][*_]*([^\"”*_]{2,50}?)[*_]*,?[*_]*[\"”]")
_ACTING = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}),? (?:shall|will|may|must|agrees|is|has|retains|owns|acknowledges|SHALL|MAY|WILL)\b"
)
_BEFORE = re.compile(r"(?<!, )\b([A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,2})\s*$")
_APART = re.compile(
    r"\n\n|[a-z]\. [A-Z]|\b(?:owns?|operates?|will|shall|is|are|wish(?:es)?|desires?|has|have|may|if|means)\b"
)
_BARE = re.compile(r"(?:the )?([A-Z][\w-]{2,20})$")
_PRONOUNS = frozenset({"we", "us", "our", "ours", "you", "your", "yours"})
_ACTS = re.compile(
    r"(?:(?<=[.;:,(] )|(?<=\n)|^|(?<=and )|(?<=that ))(?P<name>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,2}?)"
    r"(?= (?:will|shall|may|must|does not|do not|agrees|reserves|grants|retains|owns|disclaims|warrants|provides|makes no)\b)"
)
_DESCRIBED = re.compile(r"\b(?:an?|any) $")
_PREAMBLE = 8000
_FEWEST = 3
_COMMON = frozenset(
    "the this these those it they each any all no such if when where upon either neither both party parties section exhibit "
    "nothing failure notice payment services service system data content agreement contract fees term".split()
)


def find(
    documents: Sequence[Document],
    units: Sequence[Sentence],
    terms: Sequence[Definition],
    vocabulary: Vocabulary,
    vendor: tuple[str, ...] = (),
    agency: tuple[str, ...] = (),
) -> tuple[Party, Party]:
    """The vendor and the agency: names given as options, names in the text, and the usual ones that the text uses."""
    usual = {side: frozenset(vocabulary.kinds[side].names) for side in ("vendor", "agency", "both", "third")}
    named = _named(documents, usual)
    if not named["vendor"]:
        named["vendor"] = _acting(documents, units, terms, usual, named["agency"])
    return _party("vendor", vendor, named, usual, documents), _party("agency", agency, named, usual, documents)


def _party(
    side: Side,
    given: tuple[str, ...],
    named: dict[Side, list[str]],
    usual: dict[str, frozenset[str]],
    documents: Sequence[Document],
) -> Party:
    other: Side = "agency" if side == "vendor" else "vendor"
    if given:
        return Party(side, tuple(dict.fromkeys((*given, *_within(given, named[side])))), "option")
    taken = {name.lower() for name in named[other]}
    names = tuple(dict.fromkeys(name for name in named[side] if name.lower() not in taken or name in given))
    in_use = tuple(_in_use(documents, usual[side] - _PRONOUNS, taken))
    return Party(side, tuple(dict.fromkeys((*names, *in_use))), "text") if names else Party(side, in_use, "usual")


def _within(given: Iterable[str], names: Iterable[str]) -> list[str]:
    """Found names that speak of the same party as a name that was given."""
    return [
        name for name in names if any(part.lower() in name.lower() or name.lower() in part.lower() for part in given)
    ]


def _in_use(documents: Sequence[Document], names: frozenset[str], taken: Iterable[str]) -> Iterator[str]:
    """The usual names that the text uses as somebody who acts, as printed, sorted."""
    acting: set[str] = set()
    for document in documents:
        for match in _ACTING.finditer(document.text):
            words = match["name"].lower().replace("’", "'").split()
            acting.update(" ".join(words[start:]) for start in range(len(words)))
    for name in sorted((names - set(taken)) & acting):
        yield name.title().replace("'S", "'s")


def _named(documents: Sequence[Document], usual: dict[str, frozenset[str]]) -> dict[Side, list[str]]:
    """Names that the text itself gives: companies and public bodies with the short names in brackets behind them."""
    named: dict[Side, list[str]] = {"vendor": [], "agency": []}
    for document in documents:
        head = document.text[:_PREAMBLE]
        for side, pattern in (("vendor", _COMPANY), ("agency", _PUBLIC)):
            for match in pattern.finditer(head):
                if side == "vendor" and _DESCRIBED.search(head, max(0, match.start() - 6), match.start()):
                    continue
                aliases = _aliases(head, match.end())
                if side == "vendor" and not aliases and named["vendor"]:
                    continue
                if side == "agency" and not aliases and not _is_party(head, match.start()):
                    continue
                actual: Side = _side_of(aliases, usual) or ("vendor" if side == "vendor" else "agency")
                named[actual].extend(_names_of(match, aliases, side == "vendor", document.text))
        named = _also_called(head, named, usual)
    return named


def _is_party(text: str, at: int) -> bool:
    return bool(
        re.search(
            r"(?:between|among|and|with|AND|BETWEEN:?|customer:|agency:|licensee:)\s*(?:the\s+)?$",
            text[max(0, at - 30) : at],
            re.IGNORECASE,
        )
    )


def _aliases(text: str, end: int) -> list[str]:
    """The names in the first bracket behind a party's full name, before the next sentence."""
    for match in _ALIASES.finditer(text, end, end + 260):
        if _APART.search(text, end, match.start()):
            return []
        quoted = _QUOTED.findall(match["body"])
        bare = _BARE.fullmatch(match["body"].strip(" \"'“”*_"))
        names = quoted or ([bare[1]] if bare else _spoken(match["body"]))
        if names:
            return [name.strip(" ,.*_") for name in names]
    return []


def _spoken(body: str) -> list[str]:
    """The names of "(we, us or the City)", which bears no quotation marks."""
    names = [re.sub(r"^(?:the|The) ", "", name.strip()) for name in re.split(r",|\bor\b|\band\b", body)]
    return names if any(name.lower() in _PRONOUNS for name in names) and all(len(n.split()) <= 3 for n in names) else []


def _side_of(aliases: Sequence[str], usual: dict[str, frozenset[str]]) -> Side | None:
    lower = [re.sub(r"^the ", "", alias.lower()) for alias in aliases]
    said = [alias for alias in lower if alias not in _PRONOUNS]
    if any(alias in usual["vendor"] for alias in said):
        return "vendor"
    return "agency" if any(alias in usual["agency"] for alias in said) else None


def _names_of(match: re.Match[str], aliases: list[str], company: bool, text: str) -> Iterator[str]:
    name = re.sub(r"^(?:the|The) ", "", match["name"].strip(" ,."))
    yield from (alias for alias in aliases if alias)
    yield re.sub(r"^(?:the|The) ", "", match.group().strip(" ,"))
    yield name
    first = name.split()[0]
    if (
        company
        and len(first) > 2
        and first.lower() not in _COMMON
        and len(re.findall(rf"\b{re.escape(first)}\b", text)) >= _FEWEST
    ):
        yield first


def _also_called(head: str, named: dict[Side, list[str]], usual: dict[str, frozenset[str]]) -> dict[Side, list[str]]:
    """ "you, or the entity you represent ("Customer")", "the organization agreeing to these terms ("Customer")": names without a company."""
    for match in _ALIASES.finditer(head):
        quoted = [name.strip(" ,.*_") for name in _QUOTED.findall(match["body"])]
        side = _side_of(quoted, usual)
        if side:
            named[side].extend(name for name in quoted if name.lower() not in _PRONOUNS)
        before = head[max(0, match.start() - 60) : match.start()]
        own = None if named["vendor"] else _BEFORE.search(before)
        if own and any(name.lower() in ("we", "us", "our") for name in quoted) and side != "agency":
            named["vendor"].append(own[1])
            named["vendor"].extend(name for name in quoted if name.lower() not in _PRONOUNS)
    return named


def _acting(
    documents: Sequence[Document],
    units: Sequence[Sentence],
    terms: Sequence[Definition],
    usual: dict[str, frozenset[str]],
    agency: Sequence[str],
) -> list[str]:
    """A vendor that nobody introduced: the capitalised name that promises, permits and reserves most often."""
    known = (
        frozenset().union(*usual.values())
        | {term.term.lower() for term in terms if term.kinds}
        | {name.lower() for name in agency}
    )
    counts: Counter[str] = Counter()
    for unit in units:
        if unit.role in ("operative", "recital"):
            text = documents[unit.document].text[unit.span.start : unit.span.end]
            match = _ACTS.match(text)
            if match and not set(match["name"].lower().split()) & _COMMON and match["name"].lower() not in known:
                counts[match["name"]] += 1
    best = counts.most_common(1)
    return [best[0][0]] if best and best[0][1] >= _FEWEST else []
