"""A saved web page: the contract between the things that surround it on a site."""

from __future__ import annotations

import re
from html import escape

from samples.lines import Line, grouped

_STYLE = "body{font-family:sans-serif} nav a{margin-right:1em} .banner{position:fixed;bottom:0} .skip{display:none}"
_NAV = ("Product", "Pricing", "Customers", "Docs", "Sign in")
_FOOT = ("About", "Careers", "Terms", "Privacy", "Status")


def build(lines: list[Line]) -> bytes:
    """The page, in UTF-8."""
    title = lines[0].text
    headings = [line.text for line in lines if line.kind == "heading"]
    contents = "".join(f'<li><a href="#{_anchor(text)}">{escape(text)}</a></li>' for text in headings)
    body = "\n".join(_block(kind, run) for kind, run in grouped(lines))
    page = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(title)} | Notewell</title>
<style>{_STYLE}</style>
<script>window.visits = (window.visits || 0) + 1;</script>
</head>
<body>
<header><a class="skip" href="#main">Skip to content</a>
<nav aria-label="Site">{_links(_NAV)}</nav></header>
<nav aria-label="On this page"><ul>{contents}</ul></nav>
<main id="main">
{body}
</main>
<div class="banner" role="dialog" aria-label="Cookies">We use cookies to remember your settings.
<button>Accept</button></div>
<footer><nav aria-label="Footer">{_links(_FOOT)}</nav><p>\u00a9 2026 Notewell Labs, PBC</p></footer>
</body>
</html>
"""
    return page.encode()


def _block(kind: str, run: list[Line]) -> str:
    if kind == "bullet":
        items = "\n".join(f"<li>{_linked(line.text)}</li>" for line in run)
        return f'<ol type="a">\n{items}\n</ol>'
    return "\n".join(_single(kind, line) for line in run)


def _single(kind: str, line: Line) -> str:
    if kind == "title":
        return f"<h1>{escape(line.text)}</h1>"
    if kind == "heading":
        return f'<h2 id="{_anchor(line.text)}">{escape(line.text)}</h2>'
    if kind == "subheading":
        return f"<h3>{escape(line.text)}</h3>"
    return f"<p>{_linked(f'{line.label} {line.text}'.strip())}</p>"


def _links(names: tuple[str, ...]) -> str:
    return "".join(f'<a href="/{_anchor(name)}">{name}</a>' for name in names)


def _linked(text: str) -> str:
    return re.sub(r"(https://[\w./-]+)", r'<a href="\1">\1</a>', escape(text, quote=False))


def _anchor(text: str) -> str:
    return re.sub(r"\W+", "-", text.lower()).strip("-")
