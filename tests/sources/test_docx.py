"""Word files: what a reader of the finished document sees, a line a paragraph."""

import pytest

from converter.sources.docx import read_docx
from converter.sources.docx_numerals import written
from converter.structure.clean import clean, reasons
from tests.sources.wordfile import level, listed, paragraph, run, word_file


def lines(body: str, **parts: str) -> list[str]:
    return read_docx(word_file(body, **parts), "case.docx").text.splitlines()


def abstract(*levels: str, key: int = 1) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, counter: int = 1, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{counter}"/>{more}</w:num>'


CHAPTERS = abstract(
    level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3.")
)


def test_paragraphs_and_breaks_are_lines() -> None:
    body = paragraph("标题") + paragraph("") + "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>"
    assert lines(body) == ["标题", "", "甲", "乙"]


def test_numbers_kept_in_the_list_definition_are_printed() -> None:
    body = "".join(
        [
            listed("主要工作"),
            listed("制度", level=1),
            listed("立法", level=2),
            listed("90%以上办结", level=2),
            listed("执法", level=1),
            listed("宣传", level=2),
            listed("问题"),
            listed("不足", level=1),
        ]
    )
    assert lines(body, numbering=CHAPTERS + num(1)) == [
        "一、主要工作",
        "（一）制度",
        "1. 立法",
        "2. 90%以上办结",
        "（二）执法",
        "1. 宣传",
        "二、问题",
        "（一）不足",
    ]


def test_lists_of_one_definition_count_on_unless_they_start_anew() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = CHAPTERS + num(1) + num(2) + num(3, more=override)
    body = listed("甲", 1) + listed("乙", 2) + listed("丙", 3) + listed("丁", 3)
    assert lines(body, numbering=numbering) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_list_may_come_with_the_style_and_be_taken_away_again() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="章"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="节"/><w:basedOn w:val="a"/></w:style>'
    )
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{key}"/>{more}')
        for text, key, more in [("甲", "a", ""), ("乙", "b", ""), ("丙", "a", none)]
    )
    assert lines(body, numbering=CHAPTERS + num(1), styles=style) == ["一、甲", "二、乙", "丙"]


def test_a_level_shows_those_above_it_and_bullets_are_characters() -> None:
    numbering = abstract(
        level(0, "chineseCounting", "%1"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "bullet", "\uf0b7"),
    ) + num(1)
    body = listed("甲") + listed("乙", level=1) + listed("丙", level=2)
    assert lines(body, numbering=numbering) == ["一 甲", "1.1 乙", "• 丙"]


@pytest.mark.parametrize(
    ("number", "number_format", "expected"),
    [
        (10, "chineseCountingThousand", "十"),
        (12, "chineseCounting", "十二"),
        (20, "japaneseCounting", "二十"),
        (105, "taiwaneseCountingThousand", "一百零五"),
        (11, "chineseLegalSimplified", "壹拾壹"),
        (3, "decimalEnclosedCircle", "③"),
        (28, "lowerLetter", "bb"),
        (14, "upperRoman", "XIV"),
        (7, "decimalZero", "07"),
        (2, "ideographTraditional", "乙"),
        (10, "ideographDigital", "一〇"),
        (60, "decimalEnclosedCircle", "60"),
        (5, "no such format", "5"),
    ],
)
def test_number_formats(number: int, number_format: str, expected: str) -> None:
    assert written(number, number_format) == expected


def test_tracked_changes_are_taken_as_final_with_a_warning() -> None:
    body = (
        f"<w:p>{run('办结')}<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins>{run('15')}</w:ins>{run('件。')}</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('前一段')}</w:p>{paragraph('与后一段。')}"
        f"<w:p><w:moveFrom>{run('移走')}</w:moveFrom><w:moveTo>{run('移来')}</w:moveTo></w:p>"
    )
    source = read_docx(word_file(body), "case.docx")
    assert source.text.splitlines() == ["办结15件。", "前一段与后一段。", "移来"]
    assert source.warnings == ("tracked_changes",)
    assert read_docx(word_file(paragraph("定稿")), "case.docx").warnings == ()


def test_deleted_marks_before_a_table_lose_nothing() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>"
    body = f"<w:p>{mark}{run('表前')}</w:p>{table}<w:p>{mark}{run('文末')}</w:p>"
    assert lines(body) == ["表前", "甲 | 乙", "文末"]


def test_footnotes_and_endnotes_follow_with_their_marks() -> None:
    def mark(kind: str, key: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'

    body = f"<w:p>{run('投入')}{mark('footnote', 2)}{run('万元')}{mark('endnote', 2)}{run('。')}</w:p>"
    footnotes = (
        f'<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run("含往年结转。")}</w:p></w:footnote>'
    )
    endnotes = f'<w:endnote w:id="2">{paragraph("初步统计。")}</w:endnote>'
    found = lines(body, footnotes=footnotes, endnotes=endnotes)
    assert found == ["投入[1]万元[2]。", "[1] 含往年结转。", "[2] 初步统计。"]


def test_tables_are_rows_with_cells_apart_and_merged_cells_once() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    wide, tall = '<w:gridSpan w:val="3"/>', '<w:vMerge w:val="restart"/>'
    table = (
        f"<w:tbl><w:tr>{cell('案件情况', wide)}</w:tr>"
        f"<w:tr>{cell('复议', tall)}{cell('受理')}{cell('12')}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('审结')}{cell('9')}</w:tr></w:tbl>"
    )
    assert lines(paragraph("表前") + table + paragraph("表后")) == [
        "表前",
        "案件情况 |  | ",
        "复议 | 受理 | 12",
        " | 审结 | 9",
        "表后",
    ]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert lines(f"<w:p><w:r>{both}</w:r>{run('正文')}</w:p>") == ["正文", "框内"]


def test_hidden_text_fields_and_phonetic_guides_are_left_out() -> None:
    style = (
        '<w:style w:type="character" w:styleId="h"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    ruby = "<w:r><w:ruby><w:rt><w:r><w:t>fǎ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>法</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    styled, shown = '<w:rStyle w:val="h"/>', '<w:vanish w:val="0"/>'
    body = (
        f"<w:p>{run('显')}{run('隐', '<w:vanish/>')}{run('匿', styled)}{run('现', shown)}"
        f"<w:r><w:instrText>PAGE</w:instrText></w:r>{run('7')}{ruby}<w:r><w:noBreakHyphen/></w:r></w:p>"
    )
    assert lines(body, styles=style) == ["显现7法-"]


def test_content_controls_links_and_formulas_are_text() -> None:
    body = (
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{run('链接')}</w:hyperlink><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"
    )
    assert lines(body) == ["控件", "链接x=1"]


def test_a_table_of_contents_is_kept_as_furniture() -> None:
    style = '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>'
    body = paragraph("一、主要工作\t1", '<w:pStyle w:val="10"/>') + paragraph("一、主要工作")
    source = read_docx(word_file(body, styles=style), "case.docx")
    assert source.text.splitlines() == ["一、主要工作\t1", "一、主要工作"]
    dropped = clean(source).dropped
    assert [(source.text[d.start : d.end], d.reason) for d in dropped] == [("一、主要工作\t1", "contents")]
    assert set(reasons()) >= {"contents", "page_number", "running_head", "watermark"}
