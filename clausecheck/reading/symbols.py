"""Signs that Word takes from picture fonts, by the character that shows the same."""

from __future__ import annotations

_PRIVATE = 0xF000
_UNKNOWN = "\ufffd"
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢",
    0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x2A: "☐"}
_SYMBOL = {
    0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xAE: "→", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(font: str, code: str) -> str:
    """The character for a w:sym with that font and hexadecimal code; U+FFFD when nobody knows what it shows."""
    try:
        number = int(code, 16)
    except ValueError:
        return _UNKNOWN
    table = _FONTS.get(font.lower())
    if table is not None:
        return table.get(number & 0xFF, _printable(number & 0xFF) if table is _SYMBOL else _UNKNOWN)
    return _UNKNOWN if _PRIVATE <= number <= _PRIVATE + 0xFF else _printable(number)


def _printable(number: int) -> str:
    return chr(number) if number <= 0x10FFFF and chr(number).isprintable() else _UNKNOWN
