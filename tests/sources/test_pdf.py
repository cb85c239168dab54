"""PDFs: lines become paragraphs again, what is printed around the text is named, characters are repaired."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.errors import InputError
from converter.model import Source
from converter.sources.pdf import read_pdf, text_lines
from converter.sources.pdf_glyphs import Box, Glyph, PdfPage, repaired
from converter.structure.clean import clean
from tests.sources.pdffile import Picture, Put, Rule, pdf_file

SIZE, LEFT, TOP, LINE = 16.0, 85.0, 760.0, 28.0
PER_LINE, PER_PAGE = 26, 22


def printed(paragraphs: Sequence[str], indent: int = 2, apart: float = 0) -> bytes:
    """Paragraphs broken into lines and pages, every character one em wide, with heads and page numbers."""
    pages: list[list[Put]] = [[]]
    base = TOP
    for text in paragraphs:
        for number, line in enumerate(broken(text, indent)):
            if base < TOP - LINE * PER_PAGE:
                pages.append([])
                base = TOP
            pages[-1].append(Put(line, LEFT + (0 if number else indent * SIZE), base))
            base -= LINE
        base -= apart
    for number, page in enumerate(pages, 1) if len(pages) > 1 else ():
        page.insert(0, Put("青山镇人民政府", 220, 800, 9))
        page.append(Put(f"— {number} —", 280, 40, 14))
    return pdf_file(pages)


def broken(text: str, indent: int) -> list[str]:
    first = PER_LINE - indent
    return [text[:first], *(text[at : at + PER_LINE] for at in range(first, len(text), PER_LINE))]


def body(source: Source) -> list[str]:
    furniture = [source.text[d.start : d.end] for d in source.furniture]
    return [line for line in source.text.splitlines() if line not in furniture]


SENTENCES = [
    "全年办理行政复议案件一百二十件，",
    "开展专项督察。",
    "推进“一网通办”改革，",
    "清理规范性文件，",
    "组织领导干部学法；",
    "处理群众来信。",
]
PARAGRAPHS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=14).map("".join)


@given(st.lists(PARAGRAPHS, min_size=4, max_size=25))
@settings(max_examples=40, deadline=None)
def test_indented_paragraphs_come_back_over_lines_and_pages(paragraphs: list[str]) -> None:
    long = ["加强党对法治建设的领导，" * 6, *paragraphs, "落实年度工作要点，" * 8]
    assert body(read_pdf(printed(long), "x.pdf")) == long


def test_paragraphs_that_stand_off_come_back() -> None:
    paragraphs = [sentence * 7 for sentence in SENTENCES]
    assert body(read_pdf(printed(paragraphs, indent=0, apart=14), "x.pdf")) == paragraphs


def test_short_lines_of_one_length_stay_apart() -> None:
    paragraphs = [f"附件{number}：责任清单。" for number in "一二三四五六"]
    assert body(read_pdf(printed(paragraphs, indent=0), "x.pdf")) == paragraphs


@pytest.mark.parametrize("mark", ["⑩", "⑫", "㉑", "⑾", "㈡"])
def test_an_item_begins_a_paragraph_whatever_sign_counts_it(mark: str) -> None:
    full = ("全年办理行政复议案件一百二十件，" * 8)[: 3 * PER_LINE - 1] + "。"
    lines = [*broken(full, 0), *broken(f"{mark}公开，" + "组织领导干部学法；" * 12, 0)]
    read = body(read_pdf(printed(lines, indent=0), "x.pdf"))
    assert len(read) == 2
    assert read[1].startswith(f"{mark}公开")


def test_furniture_follows_the_paragraph_it_interrupts_and_has_its_reason() -> None:
    paragraphs = ["依法行政，" * 40 for _ in range(6)]
    source = read_pdf(printed(paragraphs), "x.pdf")
    assert body(source) == paragraphs
    cleaned = clean(source)
    found = {(drop.reason, cleaned.source.text[drop.start : drop.end]) for drop in cleaned.dropped}
    numbers = {("page_number", f"— {page} —") for page in range(1, 4)}
    assert found == {("running_head", "青山镇人民政府"), *numbers}


def test_text_that_repeats_at_the_top_of_pages_is_text() -> None:
    pages = [
        [Put("（一）主要工作", LEFT, 760), *(Put(f"{n}处理来信。", LEFT, 732 - 28 * n) for n in range(5))]
    ] * 3
    assert read_pdf(pdf_file(pages), "x.pdf").furniture == ()


def test_plain_page_numbers_count_with_the_pages_and_other_numbers_stay() -> None:
    rows = ("全区办理案件", "2020", "件次有升有降", "比上年多")
    pages = [[Put(row, LEFT, 700 - 28 * at - page) for at, row in enumerate(rows)] for page in (1, 20, 40)]
    numbered = [[*page, Put(str(number), 290, 40)] for number, page in enumerate(pages, 1)]
    source = read_pdf(pdf_file(numbered), "x.pdf")
    assert [source.text[d.start : d.end] for d in source.furniture] == ["1", "2", "3"]
    assert source.text.count("2020") == 3


def test_slanted_writing_is_a_watermark() -> None:
    source = read_pdf(
        pdf_file([[Put("正文一行。", LEFT, 700), Put("仅供内部", 200, 300, 40, turn=True)]]), "x.pdf"
    )
    assert [(source.text[d.start : d.end], d.reason) for d in source.furniture] == [("仅供内部", "watermark")]


def test_gaps_of_the_layout_are_no_blanks_and_word_gaps_are() -> None:
    row = [
        Put("投入", LEFT, 700),
        Put("12", LEFT + 37, 700),
        Put("亿元，GDP", LEFT + 58, 700),
        Put("growth", 222, 700),
    ]
    assert read_pdf(pdf_file([row]), "x.pdf").text == "投入12亿元，GDP growth\n"


def test_a_blank_that_somebody_typed_stays_and_the_stretch_of_a_line_is_none() -> None:
    typed = [Put("现报告如下：", LEFT, 700), Put("一、主要工作", LEFT + 6 * 16 + 4, 700)]
    stretched = [Put(char, LEFT + n * 20, 660) for n, char in enumerate("二是强化执法监督。")]
    others = [Put("办案，普法，调解，都有进展。", LEFT, 620)]
    text = read_pdf(pdf_file([[*typed, *stretched, *others]]), "x.pdf").text
    assert text == "现报告如下： 一、主要工作\n二是强化执法监督。\n办案，普法，调解，都有进展。\n"


def test_a_raised_digit_is_the_mark_of_a_note_and_a_power_after_a_letter() -> None:
    row = [Put("投入9亿元", LEFT, 700), Put("1", LEFT + 76, 706, 9), Put("，建成5m", LEFT + 84, 700)]
    power = [Put("2", LEFT + 84 + 65, 706, 9), Put("。", LEFT + 84 + 71, 700)]
    assert read_pdf(pdf_file([[*row, *power]]), "x.pdf").text == "投入9亿元[1]，建成5m²。\n"


def test_radicals_are_repaired_one_for_one() -> None:
    assert repaired("⼭⽔⻓⻔⻅⺠年理") == "山水长门见民年理"
    source = read_pdf(pdf_file([[Put("⼭⻓⽔远", LEFT, 700)]]), "x.pdf")
    assert source.text == "山长水远\n"


def test_text_drawn_out_of_order_is_read_from_the_top() -> None:
    page = [Put("第二段。", LEFT, 400), Put("第三段。", LEFT, 300), Put("第一段。", LEFT, 700)]
    assert read_pdf(pdf_file([page]), "x.pdf").text.split() == ["第一段。", "第二段。", "第三段。"]


def test_columns_are_read_one_after_the_other() -> None:
    left = [Put(f"左栏第{n}行", 60, 700 - n * 20, 12) for n in range(3)]
    right = [Put(f"右栏第{n}行", 320, 700 - n * 20, 12) for n in range(3)]
    assert read_pdf(pdf_file([[*left, *right]]), "x.pdf").text.split() == [put.text for put in left + right]


def test_two_columns_of_paragraphs_come_back() -> None:
    paragraphs = [
        "依法行政，公正司法，" * 8,
        "清理规范性文件。",
        "组织领导干部学法，" * 7,
        "办理行政复议案件，" * 9,
    ]
    lines = [
        (line, 0 if number else 24)
        for text in paragraphs
        for number, line in enumerate([text[:14], *(text[at : at + 16] for at in range(14, len(text), 16))])
    ]
    half = len(lines) // 2
    page = [
        Put(line, 60 + step + (at >= half) * 230, 700 - 20 * (at % half if at < 2 * half else half), 12)
        for at, (line, step) in enumerate(lines)
    ]
    assert body(read_pdf(pdf_file([page]), "x.pdf")) == paragraphs


def test_a_ruled_table_is_rows_with_cells_apart() -> None:
    edges = (85, 205, 285, 365)
    rules = [Rule(edge, 600, 0.7, 90) for edge in edges] + [
        Rule(85, base, 280, 0.7) for base in (600, 650, 690)
    ]
    head = [Put("指标", 90, 665, 12), Put("受理", 210, 665, 12), Put("审结", 290, 665, 12)]
    row = [
        Put("行政复议案件总数", 90, 630, 12),
        Put("（件）", 90, 612, 12),
        Put("187", 210, 620, 12),
        Put("150", 290, 620, 12),
    ]
    page = [Put("一、案件情况", LEFT, 720), *rules, *head, *row, Put("表后正文。", LEFT, 560)]
    assert body(read_pdf(pdf_file([page]), "x.pdf")) == [
        "一、案件情况",
        "指标 | 受理 | 审结",
        "行政复议案件总数（件） | 187 | 150",
        "表后正文。",
    ]


def test_a_frame_around_text_is_no_table() -> None:
    frame = [
        Rule(80, 600, 0.7, 130),
        Rule(520, 600, 0.7, 130),
        Rule(80, 600, 440, 0.7),
        Rule(80, 730, 440, 0.7),
    ]
    lines = [Put("依法行政" * 6 + "公正", LEFT, 700), Put("司法。", LEFT, 672)]
    assert body(read_pdf(pdf_file([[*frame, *lines]]), "x.pdf")) == ["依法行政" * 6 + "公正司法。"]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (pdf_file([[Picture(500)]]), "scanned"),
        (pdf_file([[Put("\ue000\ue001\ue002", LEFT, 700)]]), "scanned"),
        (b"%PDF-1.7\nnothing of the kind", "damaged"),
        (pdf_file([[Put("正文", LEFT, 700)]])[:300], "damaged"),
        (
            pdf_file(
                [[Put("正文", LEFT, 700)]],
                f"<< /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'00' * 32}> /P -4 >>",
            ),
            "encrypted",
        ),
        (pdf_file([[]] * 2001), "too_large"),
        (pdf_file([[Put(chr(0x4E00 + n) * 30_000, LEFT, 20 * n, 4) for n in range(35)]]), "too_large"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, key: str) -> None:
    with pytest.raises(InputError) as caught:
        read_pdf(data, "x.pdf")
    assert caught.value.key == key


LENGTHS = st.sampled_from([0.0, 85.0, 85.5, 110.0, 400.0, 700.0, 712.0]) | st.floats(-1e6, 1e6)
GLYPHS = st.builds(Glyph, st.sampled_from("甲乙，。a1 "), *[LENGTHS] * 4, st.booleans())
SHAPES = st.builds(Box, *[LENGTHS] * 4)


@given(
    st.lists(st.tuples(st.lists(GLYPHS, max_size=12), st.lists(SHAPES, max_size=8)), min_size=1, max_size=4)
)
@settings(max_examples=120, deadline=None)
def test_no_character_is_lost_wherever_it_stands(drawn: list[tuple[list[Glyph], list[Box]]]) -> None:
    pages = [PdfPage(595, tuple(glyphs), tuple(shapes), pictures=False) for glyphs, shapes in drawn]
    text = Counter("".join(line.text for line in text_lines(pages)))
    given_glyphs = Counter(glyph.char for page in pages for glyph in page.glyphs if glyph.char != " ")
    powers = text["¹"]  # a raised 1 after a letter
    assert {
        char: n for char, n in given_glyphs.items() if text[char] + (powers if char == "1" else 0) != n
    } == {}


def test_a_picture_without_text_among_other_pages_is_a_warning_and_a_blank_page_is_not() -> None:
    page = [Put("正文一行。", LEFT, 700)]
    assert read_pdf(pdf_file([page, [Picture(500)]]), "x.pdf").warnings == ("pages_without_text",)
    assert read_pdf(pdf_file([page, []]), "x.pdf").warnings == ()
