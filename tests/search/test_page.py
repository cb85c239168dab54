"""HTML in, entries of the search index out."""

from converter.site.search.page import Paragraph, SearchEntry, entries_of, marked, text_of


def test_one_entry_for_the_page_and_one_for_each_section() -> None:
    html = '<h1 id="c1">一、会议</h1><p>开会\n两次。</p><h2 id="c1-s1">一是 学习</h2><p>学习</p><p>培训</p>'
    assert entries_of(html) == [
        SearchEntry("", "一、会议", "开会 两次。"),
        SearchEntry("c1-s1", "一是 学习", "学习\n培训"),
    ]


def test_a_marked_figure_does_not_break_its_sentence() -> None:
    html = '<h1>一、会议</h1><p>达<data id="c1-v2"><a href="#x">2万户</a></data>。</p>'
    assert entries_of(html) == [SearchEntry("", "一、会议", "达2万户。")]


def test_a_row_with_an_id_is_an_entry_and_text_after_the_table_returns_to_the_section() -> None:
    html = (
        '<h2 id="s">一、会议</h2><table><tr><th>指标</th></tr><tr id="c1-v2"><td>会议</td><td>2次</td></tr>'
        "</table><p>说明</p>"
    )
    assert entries_of(html) == [
        SearchEntry("", "", ""),
        SearchEntry("s", "一、会议", "指标\n说明"),
        SearchEntry("c1-v2", "", "会议\n2次"),
    ]


def test_paragraphs_with_ids_are_known_by_where_they_begin() -> None:
    html = (
        '<h1>一、会议</h1><p id="c1-p1">𠮷开会</p><p>没有编号</p><p id="c1-p2"> 培训 </p>'
        '<h2 id="c1-s1">一是 学习</h2><p id="c1-s1-p1">学习</p><ul><li id="i">甲<br>乙</li></ul>'
        '<p id="c1-s2">二是整改。<span class="anchor" id="c1-s2-p1"></span>已整改</p><p id="empty"></p>'
    )
    assert entries_of(html) == [
        # The first character is two for a browser.
        SearchEntry(
            "", "一、会议", "𠮷开会\n没有编号\n培训", (Paragraph(0, "c1-p1"), Paragraph(10, "c1-p2"))
        ),
        SearchEntry(
            "c1-s1",
            "一是 学习",
            "学习\n甲\n乙\n二是整改。已整改",
            (Paragraph(0, "c1-s1-p1"), Paragraph(3, "i"), Paragraph(7, "c1-s2"), Paragraph(12, "c1-s2-p1")),
        ),
    ]


def test_a_heading_without_id_stays_in_the_section_it_stands_in() -> None:
    assert entries_of('<h2 id="s">甲</h2><h3>乙</h3><p>丙</p>') == [
        SearchEntry("", "", ""),
        SearchEntry("s", "甲", "乙\n丙"),
    ]


def test_citations_and_charts_repeat_what_is_said_and_are_left_out() -> None:
    html = (
        '<table class="figures"><tr id="c1-v2"><td>会议</td><td>2次<svg class="chart"><title>两次</title></svg></td>'
        '<td><a href="#c1-v2">#</a><details class="cite"><p>甲县. 报告</p></details></td></tr></table>'
        '<details class="cite"><details><p>乙县</p></details><p>甲县</p></details><details><p>说明</p></details>'
    )
    assert entries_of(html) == [SearchEntry("", "", "说明"), SearchEntry("c1-v2", "", "会议\n2次")]


def test_a_caption_repeats_its_heading_and_the_heads_of_cards_are_no_text() -> None:
    html = (
        '<h2 id="s">一、会议</h2><table><caption>一、会议</caption><thead class="columns"><tr><th>指标</th></tr></thead>'
        '<tr id="c1-v2"><td>会议</td></tr></table><table><thead><tr><th>项目</th></tr></thead></table>'
    )
    assert entries_of(html) == [
        SearchEntry("", "", ""),
        SearchEntry("s", "一、会议", "项目"),
        SearchEntry("c1-v2", "", "会议"),
    ]


def test_the_other_language_beside_the_text_is_left_to_its_own_page() -> None:
    html = '<h1>一、会议</h1><p>开会</p><p class="twin" lang="en">Meetings</p><p>培训</p>'
    assert entries_of(html) == [SearchEntry("", "一、会议", "开会\n培训")]


def test_of_a_built_page_only_what_it_says_is_read() -> None:
    said = "<h1>一、会议</h1><p>开会两次。</p>"
    assert text_of(f"<body><nav>目录</nav>{marked(said)}<footer>页脚</footer></body>") == said
    assert text_of("<body><h1>没有找到</h1></body>") == ""


def test_what_nobody_has_translated_is_found_on_its_own_page() -> None:
    page, section = entries_of(
        '<h1 class="missing" lang="zh-Hans">一、会议</h1><p class="missing" id="c1-p1" lang="zh-Hans">开会2次。</p><p id="c1-p2">Two meetings.</p>'
        '<h2 class="missing" id="c1-s1">（一）概况</h2><p class="missing">又开会1次。</p>'
    )
    assert (page.heading, page.text) == ("一、会议", "Two meetings.")
    assert (section.heading, section.text) == ("（一）概况", "")
