from __future__ import annotations

from ctypes import sizeof

import pypdfium2_raw
import pytest

from clausecheck.reading.pdfiumlib import FS_RECTF, SIGNATURES


@pytest.mark.parametrize("name", SIGNATURES)
def test_functions_are_declared_as_the_package_declares_them(name: str) -> None:
    result, arguments = SIGNATURES[name]
    declared = getattr(pypdfium2_raw, name)
    assert [sizeof(kind) for kind in arguments] == [sizeof(kind) for kind in declared.argtypes]
    assert (result is None) == (declared.restype is None)
    assert result is None or sizeof(result) == sizeof(declared.restype)


def test_a_rectangle_has_its_edges_in_the_order_of_the_package() -> None:
    assert [name for name, *_ in FS_RECTF._fields_] == [name for name, *_ in pypdfium2_raw.FS_RECTF._fields_]
