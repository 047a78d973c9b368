"""The library inside the package pypdfium2, with the few functions that reading needs.

The package declares every function of PDFium with ctypes, and its import takes a third of the time in which a contract
is read. Where the library does not lie where the package usually keeps it, the package itself is imported.
"""

from __future__ import annotations

from ctypes import CDLL, POINTER, Structure, c_char_p, c_double, c_float, c_int, c_size_t, c_ulong, c_void_p
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_LIBRARIES = ("libpdfium.so", "libpdfium.dylib", "pdfium.dll")
_DOUBLE, _FLOAT = POINTER(c_double), POINTER(c_float)


class FS_RECTF(Structure):  # noqa: N801 — PDFium calls it so
    """A rectangle; its upper edge is the larger number."""

    _fields_ = (("left", c_float), ("top", c_float), ("right", c_float), ("bottom", c_float))


SIGNATURES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "FPDF_InitLibrary": (None, ()),
    "FPDF_LoadMemDocument64": (c_void_p, (c_char_p, c_size_t, c_char_p)),
    "FPDF_CloseDocument": (None, (c_void_p,)),
    "FPDF_GetLastError": (c_ulong, ()),
    "FPDF_GetPageCount": (c_int, (c_void_p,)),
    "FPDF_GetSecurityHandlerRevision": (c_int, (c_void_p,)),
    "FPDF_GetFormType": (c_int, (c_void_p,)),
    "FPDFDoc_GetAttachmentCount": (c_int, (c_void_p,)),
    "FPDF_GetPageLabel": (c_ulong, (c_void_p, c_int, c_void_p, c_ulong)),
    "FPDF_LoadPage": (c_void_p, (c_void_p, c_int)),
    "FPDF_ClosePage": (None, (c_void_p,)),
    "FPDF_GetPageWidthF": (c_float, (c_void_p,)),
    "FPDF_GetPageHeightF": (c_float, (c_void_p,)),
    "FPDFPage_GetRotation": (c_int, (c_void_p,)),
    "FPDFPage_Flatten": (c_int, (c_void_p, c_int)),
    "FPDFPage_CountObjects": (c_int, (c_void_p,)),
    "FPDFPage_GetObject": (c_void_p, (c_void_p, c_int)),
    "FPDFPage_GetAnnotCount": (c_int, (c_void_p,)),
    "FPDFPage_GetAnnot": (c_void_p, (c_void_p, c_int)),
    "FPDFPage_CloseAnnot": (None, (c_void_p,)),
    "FPDFAnnot_GetSubtype": (c_int, (c_void_p,)),
    "FPDFPageObj_GetType": (c_int, (c_void_p,)),
    "FPDFPageObj_GetBounds": (c_int, (c_void_p, _FLOAT, _FLOAT, _FLOAT, _FLOAT)),
    "FPDFFormObj_CountObjects": (c_int, (c_void_p,)),
    "FPDFFormObj_GetObject": (c_void_p, (c_void_p, c_ulong)),
    "FPDFText_LoadPage": (c_void_p, (c_void_p,)),
    "FPDFText_ClosePage": (None, (c_void_p,)),
    "FPDFText_CountChars": (c_int, (c_void_p,)),
    "FPDFText_GetText": (c_int, (c_void_p, c_int, c_int, c_void_p)),
    "FPDFText_GetCharOrigin": (c_int, (c_void_p, c_int, _DOUBLE, _DOUBLE)),
    "FPDFText_GetLooseCharBox": (c_int, (c_void_p, c_int, POINTER(FS_RECTF))),
    "FPDFText_GetFontInfo": (c_ulong, (c_void_p, c_int, c_void_p, c_ulong, c_void_p)),
    "FPDFText_GetCharIndexFromTextIndex": (c_int, (c_void_p, c_int)),
}


def _library() -> Any:
    spec = find_spec("pypdfium2_raw")
    folders = (spec and spec.submodule_search_locations) or ()
    files = (Path(folder) / name for folder in folders for name in _LIBRARIES)
    found = next((file for file in files if file.is_file()), None)
    if found is None:
        import pypdfium2_raw

        return pypdfium2_raw
    library = CDLL(str(found))
    for name, (result, arguments) in SIGNATURES.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    setattr(library, FS_RECTF.__name__, FS_RECTF)
    return library


pdfium = _library()
