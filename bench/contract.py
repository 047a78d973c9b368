"""A long contract for the speed benchmark: generated text, as a word processor exports it.

About 2,500 characters a page, justified, in embedded TrueType fonts, under a running header and a page number; one
sentence in six touches a safeguard. The same seed gives the same bytes.
"""

from __future__ import annotations

import random
from pathlib import Path

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

SEED = 20260901
_TOUCHES_ONE_IN = 6
_SECTIONS_A_PAGE = 4.9
_SECTIONS_AN_ARTICLE = 9
_BODY = ParagraphStyle("body", fontName="Vera", fontSize=10.5, leading=16.5, spaceAfter=10, alignment=TA_JUSTIFY)
_HEADING = ParagraphStyle("heading", _BODY, fontName="VeraBd", keepWithNext=1)
_OPENING = 'This Agreement is made between the City of Marlow Bay ("City") and Tarn Optics LLC ("Contractor").'
_DEFINED = '1.0 "City Data" means all recordings, plate reads, logs and outputs, and everything derived from them.'

_TOPICS = (
    "Scope of Work", "Delivery", "Installation", "Acceptance", "Prices", "Invoices", "Taxes", "Personnel", "Insurance",
    "Warranty", "Support", "Training", "Site Conditions", "Permits", "Notices", "Assignment", "Termination", "Disputes",
)  # fmt: skip
_BEARERS = (
    "Contractor",
    "The City",
    "Each party",
    "The project manager",
    "The installation crew",
    "The surety",
    "A bidder",
)
_MODALS = ("shall", "will", "may", "agrees to", "is not required to", "has to", "is entitled to")
_ACTS = (
    "deliver", "unload", "mount", "calibrate", "invoice", "insure", "paint", "replace", "survey", "dismantle", "ship",
    "level", "label", "fence", "power", "wire", "schedule", "supervise", "estimate", "clean", "repair", "hoist",
)  # fmt: skip
_OBJECTS = (
    "the poles and their foundations", "the conduit between the cabinets", "the monthly statement of charges",
    "a certificate of insurance that names the additional insured", "the spare parts listed in the schedule of prices",
    "the lifting equipment and the traffic cones", "the mounting brackets on the north side of each intersection",
    "the bond for performance and the bond for payment", "the drawings that show the work as built",
    "the batteries of the docking stations", "a schedule of the work with its critical path", "the prevailing wages",
    "the storage room on the second floor of the station", "the progress report of the preceding fortnight",
)  # fmt: skip
_TAILS = (
    "before the first snowfall of the season", "in weather that permits the work", "at the rate stated in the bid",
    "under the direction of the city engineer", "during the ordinary hours of business", "without closing a lane",
    "after the purchase order has been countersigned", "in accordance with the manufacturer's instructions",
    "unless the ground is frozen or flooded", "as the parties arrange from week to week", "to a depth of four feet",
    "in duplicate and with the original signature", "so that pedestrians can pass at all times",
)  # fmt: skip
_TOUCHING = (
    "Contractor shall not use City Data for any purpose other than to perform the services.",
    "Contractor may use de-identified data to improve its products.",
    "Contractor shall delete plate reads within thirty (30) days unless the City has placed them on hold.",
    "The City may audit the records of Contractor once a year on ten days' notice.",
    "Contractor will notify the City within seventy-two hours after it discovers a breach of security.",
    "Contractor shall not sell or rent City Data to any third party.",
    "The City owns all right, title and interest in City Data.",
    "Nothing in this Agreement limits the duties of the City under the public records law.",
    "This Agreement may be amended only by a writing signed by both parties.",
    "In a conflict this Agreement prevails over the exhibits and the exhibits prevail over the order form.",
    "The cameras shall not be used for face recognition.",
    "Upon termination Contractor shall return City Data and certify the destruction of all copies.",
)


def write(file: Path, pages: int) -> int:
    """Write a PDF of about `pages` pages to `file`; returns how many it has."""
    for name in ("Vera", "VeraBd"):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    template = SimpleDocTemplate(str(file), pagesize=LETTER, leftMargin=80, rightMargin=80, invariant=1)
    template.build(_story(round(pages * _SECTIONS_A_PAGE)), onFirstPage=_furniture, onLaterPages=_furniture)
    return int(template.page)


def _story(sections: int) -> list[Flowable]:
    chance = random.Random(SEED)  # noqa: S311 — the same text on every run is what is wanted
    story: list[Flowable] = [Paragraph(_OPENING, _BODY), Paragraph(_DEFINED, _BODY)]
    for section in range(sections):
        article, number = divmod(section, _SECTIONS_AN_ARTICLE)
        if number == 0:
            story.append(Paragraph(f"{article + 2}. {chance.choice(_TOPICS)}", _HEADING))
        story.append(Paragraph(f"{article + 2}.{number + 1} {_paragraph(chance)}", _BODY))
    return story


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(2, 5)))


def _sentence(chance: random.Random) -> str:
    if chance.randrange(_TOUCHES_ONE_IN) == 0:
        return chance.choice(_TOUCHING)
    act = f"{chance.choice(_BEARERS)} {chance.choice(_MODALS)} {chance.choice(_ACTS)} {chance.choice(_OBJECTS)}"
    return f"{act} {chance.choice(_TAILS)}, and {chance.choice(_TAILS)}."


def _furniture(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont("Vera", 8)
    canvas.drawString(80, LETTER[1] - 40, "City of Marlow Bay, agreement for camera services")
    canvas.drawCentredString(LETTER[0] / 2, 40, f"Page {template.page}")
