from __future__ import annotations

import io
import zipfile

import docx
import pytest

from clausecheck.reading import read
from tests.reading.making import (
    NAMESPACES,
    abstract,
    kinds,
    level,
    notice_kinds,
    num,
    numbered,
    paragraph,
    run,
    saved,
    texts,
    word,
)

HEADINGS = (
    '<w:style w:type="paragraph" w:styleId="berschrift3"><w:name w:val="heading 3"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift3"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Out"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
)


def read_body(*body: str, **parts: str) -> list[str]:
    return texts(read(word(*body, **parts)))


def cell(*content: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


@pytest.mark.parametrize(
    ("style", "depth"), [("berschrift3", 3), ("Mine", 3), ("Out", 2), ("Heading1", 1), ("Title", 1)]
)
def test_a_heading_is_known_by_the_name_of_its_style_by_what_that_is_based_on_or_by_its_outline(
    style: str, depth: int
) -> None:
    document = read(word(paragraph("Data", f'<w:pStyle w:val="{style}"/>'), styles=HEADINGS))
    assert kinds(document) == [("heading", "", depth)]


def test_a_whole_clause_in_a_heading_style_is_no_heading() -> None:
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    properties = '<w:pStyle w:val="Heading2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    document = read(word(paragraph("Vendor shall not sell the data.", properties), numbering=numbering))
    assert kinds(document) == [("item", "1", 2)]


def test_a_short_bold_line_is_a_heading_and_a_bold_label_is_not() -> None:
    body = [paragraph(run("Retention", "<w:b/>")), paragraph(run("Term: two years", "<w:b/>"))]
    assert [kind for kind, _, _ in kinds(read(word(*body)))] == ["heading", "paragraph"]


def test_a_typed_number_makes_an_item_without_a_label() -> None:
    assert kinds(read(word(paragraph("(b) to delete the data;")))) == [("item", "", 0)]


def test_rows_of_a_table_stand_where_the_table_stands_with_cells_parted() -> None:
    grid = table(
        row(cell(paragraph("Item")), cell(paragraph("Price"))), row(cell(paragraph("Camera")), cell(paragraph("9")))
    )
    document = read(word(paragraph("before"), grid, paragraph("after")))
    assert texts(document) == ["before", "Item | Price", "Camera | 9", "after"]
    assert [kind for kind, _, _ in kinds(document)] == ["paragraph", "row", "row", "paragraph"]


def test_a_nested_table_is_read_inside_its_cell() -> None:
    inner = table(row(cell(paragraph("a")), cell(paragraph("b"))))
    assert read_body(table(row(cell(paragraph("x"), inner, paragraph("y")), cell(paragraph("z"))))) == ["x a | b y | z"]


def test_a_table_of_one_cell_only_lays_out_its_paragraphs() -> None:
    assert read_body(table(row(cell(paragraph("one"), paragraph("two"))))) == ["one", "two"]


def test_content_controls_are_read_around_paragraphs_rows_and_words() -> None:
    inside = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Acme')}</w:sdtContent></w:sdt>"
    around = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('block')}</w:sdtContent></w:sdt>"
    line = f"<w:sdt><w:sdtContent>{row(cell(paragraph('a')), cell(paragraph('b')))}</w:sdtContent></w:sdt>"
    assert read_body(paragraph(run("Party: ") + inside), around, table(line)) == ["Party: Acme", "block", "a | b"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    content = f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read_body(paragraph(run("before ") + box + run("after")), paragraph("next")) == [
        "before after",
        "boxed",
        "next",
    ]


def test_fields_give_their_result_and_not_their_code() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>REF _x \\h</w:instrText></w:r>{run('code')}"
    complex_field = f"{mark('begin')}{code}{mark('separate')}{run('4.2')}{mark('end')}"
    simple = f"<w:fldSimple w:instr='PAGE'>{run('7')}</w:fldSimple>"
    assert read_body(paragraph(run("Section ") + complex_field + run(", page ") + simple)) == ["Section 4.2, page 7"]


def test_a_field_without_an_end_is_reported_since_text_may_be_lost_in_it() -> None:
    document = read(word(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("lost")), paragraph("also")))
    assert notice_kinds(document) == ["damaged"]
    assert not document.complete


def test_old_form_fields_show_their_value() -> None:
    def form(data: str) -> str:
        begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        return f'{begin}<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    ticked = form('<w:checkBox><w:default w:val="1"/></w:checkBox>')
    unticked = form('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>')
    chosen = form(
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="30 days"/><w:listEntry w:val="60 days"/></w:ddList>'
    )
    assert read_body(paragraph(ticked + run(" yes ") + unticked + run(" no ") + chosen)) == ["☒ yes ☐ no 60 days"]


def test_signs_of_word_become_characters() -> None:
    signs = (
        run("non") + "<w:r><w:noBreakHyphen/></w:r>" + run("exclusive") + "<w:r><w:tab/></w:r>" + run("re")
        + "<w:r><w:softHyphen/></w:r>" + run("use ") + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
        + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r><w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>'
    )  # fmt: skip
    assert read_body(paragraph(signs)) == ["non-exclusive reuse ☑≥\ufffd"]


def test_a_line_break_is_a_space_and_two_of_them_part_paragraphs() -> None:
    one, two = "<w:r><w:br/></w:r>", "<w:r><w:br/><w:br/></w:r>"
    assert read_body(paragraph(run("a") + one + run("b") + two + run("c"))) == ["a b", "c"]


def with_notes(body: str, notes: str) -> bytes:
    """A file with footnotes, which python-docx cannot write."""
    plain = word(body)
    content = f'<?xml version="1.0"?><w:footnotes {NAMESPACES}>{notes}</w:footnotes>'
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    return altered(
        plain,
        {
            "[Content_Types].xml": (
                "</Types>",
                f'<Override PartName="/word/footnotes.xml" ContentType="{types}"/></Types>',
            ),
            "word/_rels/document.xml.rels": (
                "</Relationships>",
                f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>',
            ),
        },
        {"word/footnotes.xml": content},
    )


def altered(data: bytes, changes: dict[str, tuple[str, str]], more: dict[str, str]) -> bytes:
    """The package with texts of parts replaced and parts added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            old, new = changes.get(name, ("", ""))
            content = source.read(name)
            archive.writestr(name, content.replace(old.encode(), new.encode()) if old else content)
        for name, text in more.items():
            archive.writestr(name, text)
    return target.getvalue()


def test_a_note_stands_after_the_paragraph_that_cites_it_with_its_number() -> None:
    cites = run("Data") + '<w:r><w:footnoteReference w:id="7"/></w:r>' + run(" is kept.")
    notes = (
        f'<w:footnote w:id="7">{paragraph("Not logs.")}</w:footnote><w:footnote w:id="8">{paragraph("x")}</w:footnote>'
    )
    document = read(with_notes(paragraph(cites) + paragraph("Next."), notes))
    assert texts(document) == ["Data is kept.", "1 Not logs.", "Next."]
    assert kinds(document)[1] == ("note", "1", 0)


def test_headers_and_footers_are_furniture_and_no_text() -> None:
    document = docx.Document()
    document.add_paragraph("Body.")
    document.sections[0].header.paragraphs[0].text = "Draft of May"
    document.sections[0].footer.paragraphs[0].text = "Page"
    result = read(saved(document))
    assert result.text == "Body."
    assert [item.text for item in result.furniture] == ["Draft of May", "Page"]


def test_tracked_changes_are_read_as_accepted_and_counted_with_their_authors() -> None:
    changed = (
        run("Vendor shall ")
        + f'<w:ins w:author="B. Lee">{run("not ")}</w:ins>'
        + '<w:del w:author="A. Roe"><w:r><w:delText>always </w:delText></w:r></w:del>'
        + f'<w:moveFrom w:author="A. Roe">{run("soon ")}</w:moveFrom>{run("use data")}'
        + f'<w:moveTo w:author="A. Roe">{run(" soon")}</w:moveTo>'
    )
    document = read(word(paragraph(changed)))
    assert document.text == "Vendor shall not use data soon"
    changes = "1 insertion, 1 deletion and 1 move by A. Roe and B. Lee"
    sentence = f"The file holds tracked changes ({changes}); it was read as if all were accepted."
    assert [notice.sentence for notice in document.notices] == [sentence]
    assert document.complete


def test_a_deleted_paragraph_mark_joins_two_paragraphs_and_the_second_one_lends_its_style() -> None:
    first = paragraph("One ", '<w:rPr><w:del w:author="A"/></w:rPr>')
    document = read(word(first, paragraph("two", '<w:pStyle w:val="Heading1"/>')))
    assert texts(document) == ["One two"]
    assert kinds(document) == [("heading", "", 1)]


def test_a_deleted_row_is_not_there_and_an_inserted_one_is() -> None:
    gone = row(cell(paragraph("a")), cell(paragraph("b")), properties='<w:del w:author="A"/>')
    come = row(cell(paragraph("c")), cell(paragraph("d")), properties='<w:ins w:author="A"/>')
    assert read_body(table(gone, come)) == ["c | d"]


def test_a_heading_that_runs_in_is_one_block_with_the_text_after_it() -> None:
    separated = paragraph("Data.", "<w:rPr><w:specVanish/></w:rPr>")
    assert read_body(separated, paragraph(" Vendor shall delete it.")) == ["Data. Vendor shall delete it."]


def test_hidden_text_is_no_text_and_is_reported_with_its_words() -> None:
    document = read(word(paragraph(run("Shown. ") + run("Vendor may sell.", "<w:vanish/>"))))
    assert document.text == "Shown."
    assert [notice.sentence for notice in document.notices] == [
        "3 words of the file are hidden and did not count: “Vendor may sell.”."
    ]


def test_hidden_text_is_also_hidden_by_a_style_unless_the_run_shows_it() -> None:
    style = '<w:style w:type="character" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
    by_style = run("gone", '<w:rStyle w:val="H"/>') + run("here", '<w:rStyle w:val="H"/><w:vanish w:val="0"/>')
    assert read_body(paragraph(by_style), styles=style) == ["here"]


def test_text_struck_out_by_hand_is_no_text_and_is_reported() -> None:
    document = read(word(paragraph(run("Vendor shall ") + run("not ", "<w:strike/>") + run("use it."))))
    assert document.text == "Vendor shall use it."
    assert notice_kinds(document) == ["struck-text"]


def test_comments_are_counted_and_are_no_text() -> None:
    document = docx.Document()
    piece = document.add_paragraph("Fees.").runs
    document.add_comment(piece, text="Too high?", author="C. Day")
    result = read(saved(document))
    assert result.text == "Fees."
    assert result.notices[0].sentence == "1 comment by C. Day stands in the margin of the file and did not count."


def test_a_part_of_another_file_that_was_not_read_touches_the_verdicts() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    related = ("</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="chunk.html"/></Relationships>')
    typed = ("</Types>", '<Default Extension="html" ContentType="text/html"/></Types>')
    changes = {"word/_rels/document.xml.rels": related, "[Content_Types].xml": typed}
    document = read(altered(word(paragraph("x")), changes, {"word/chunk.html": "<p>Vendor may sell data.</p>"}))
    assert notice_kinds(document) == ["unread-part"]
    assert not document.complete


def test_a_file_with_macros_is_read_and_the_macros_are_not_run() -> None:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with_macros = "application/vnd.ms-word.document.macroEnabled.main+xml"
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    related = ("</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="vbaProject.bin"/></Relationships>')
    plain = altered(word(paragraph("x")), {"[Content_Types].xml": (main, with_macros)}, {})
    typed = ("</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>')
    changes = {"word/_rels/document.xml.rels": related, "[Content_Types].xml": typed}
    document = read(altered(plain, changes, {"word/vbaProject.bin": "macro"}), name="form.docm")
    assert document.text == "x"
    assert [notice.sentence for notice in document.notices] == ["The file holds macros; they were not run."]


def test_a_strict_file_is_read_like_any_other() -> None:
    usual = b"http://schemas.openxmlformats.org/"
    renames = [
        (usual + b"officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
        (usual + b"wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ]
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(paragraph("Strict.")))) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            for old, new in renames:
                content = content.replace(old, new)
            archive.writestr(name, content)
    assert read(target.getvalue()).text == "Strict."


def test_a_file_of_pictures_is_not_taken_for_read() -> None:
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (20, 20), "white").save(picture, "PNG")
    document = docx.Document()
    document.add_picture(picture)
    result = read(saved(document))
    assert notice_kinds(result) == ["picture"]
    assert not result.complete


def test_equations_and_smart_tags_are_text() -> None:
    tagged = f"<w:smartTag>{run('Oregon')}</w:smartTag><m:oMath><m:r><m:t> x=1</m:t></m:r></m:oMath>"
    assert read_body(paragraph(tagged)) == ["Oregon x=1"]


def test_an_empty_numbered_paragraph_counts_and_gives_no_block() -> None:
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    body = [numbered("a", 1), paragraph("<w:r/>", '<w:numPr><w:numId w:val="1"/></w:numPr>'), numbered("b", 1)]
    assert read_body(*body, numbering=numbering) == ["1. a", "3. b"]


def test_entries_of_a_table_of_contents_are_rows_and_no_clauses() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>'
    entry = paragraph(run("4. Data") + "<w:r><w:tab/></w:r>" + run("7"), '<w:pStyle w:val="Verzeichnis1"/>')
    document = read(word(entry, styles=style))
    assert texts(document) == ["4. Data 7"]
    assert kinds(document) == [("row", "", 0)]
