"""A long contract for the speed benchmark: generated text in embedded TrueType fonts, as a word processor exports it.

The same seed gives the same bytes.
"""

from __future__ import annotations

import random
from pathlib import Path

from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

SEED = 20260901
_BEARERS = ("Contractor", "The City", "Each party", "Contractor and its subcontractors", "The project manager")
_MODALS = ("shall", "shall not", "will", "may", "agrees to", "is not required to")
_ACTS = (
    "deliver", "inspect", "store", "encrypt", "delete", "disclose", "use", "report on", "maintain", "transfer",
    "repair", "invoice for", "replace", "document", "return", "review", "test", "retain", "share", "configure",
)  # fmt: skip
_OBJECTS = (
    "the recordings of the previous month", "City Data", "the equipment listed in Exhibit B", "all plate reads",
    "the monthly statement of charges", "the access logs", "any derived or aggregated data", "the System",
    "the certificate of insurance", "the results of the acceptance test", "each support ticket", "training material",
)  # fmt: skip
_TAILS = (
    "within thirty (30) days after written notice", "to the extent that the law requires it", "at its own expense",
    "unless the parties agree otherwise in writing", "in order to provide the services", "before the end of the Term",
    "for the purposes stated in Section 2.1 and for no other purpose", "on the City's request", "once in each quarter",
    "except as stated in the order form", "in the form that the City approves", "without undue delay",
)  # fmt: skip
_BODY = ParagraphStyle("body", fontName="Vera", fontSize=9.5, leading=13, spaceAfter=6)
_DEFINED = '1.0 "City Data" means all recordings, plate reads, logs and outputs, and everything derived from them.'
_OPENING = 'This Agreement is made between the City of Marlow Bay ("City") and Tarn Optics LLC ("Contractor").'


def write(file: Path, pages: int) -> int:
    """Write a PDF of about `pages` pages to `file`; returns how many it has."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    chance = random.Random(SEED)  # noqa: S311 — the same text on every run is what is wanted
    story: list[Flowable] = [
        Paragraph(text, _BODY) for text in (_OPENING, _DEFINED, *_sections(chance, round(pages * 8.3)))
    ]
    template = SimpleDocTemplate(str(file), pagesize=LETTER, invariant=1)
    template.build(story, onFirstPage=_furniture, onLaterPages=_furniture)
    return int(template.page)


def _sections(chance: random.Random, count: int) -> list[str]:
    return [f"{number // 9 + 2}.{number % 9 + 1} {_paragraph(chance)}" for number in range(count)]


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(2, 5)))


def _sentence(chance: random.Random) -> str:
    first = f"{chance.choice(_BEARERS)} {chance.choice(_MODALS)} {chance.choice(_ACTS)} {chance.choice(_OBJECTS)}"
    return f"{first} {chance.choice(_TAILS)}, and {chance.choice(_TAILS)}."


def _furniture(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont("Vera", 8)
    canvas.drawString(72, LETTER[1] - 40, "Agreement for camera services")
    canvas.drawCentredString(LETTER[0] / 2, 40, f"Page {template.page}")
