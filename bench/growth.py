"""How the time of a conversion grows with everything a document can repeat: twice as much should take twice as long.

``python -m bench.growth [NAME]…`` prints for each construct the seconds of both sizes and their ratio.
"""

import sys
import time
from collections.abc import Callable

from converter.errors import InputError
from converter.pages.report import report_pages
from converter.pipeline import reading, report_of
from converter.sources import source_of

_HEAD = "某某区2023年法治政府建设情况报告\n一、主要工作\n"

TEXTS: dict[str, Callable[[int], str]] = {
    "figures in one sentence": lambda n: _HEAD + "新建学校12所，" * (n // 7) + "。",
    "figures without commas": lambda n: _HEAD + "学校12所" * (n // 5) + "。",
    "a list of values": lambda n: _HEAD + "分别为" + "、".join(["12"] * (n // 3)) + "件。",
    "names before 分别": lambda n: (
        _HEAD + "、".join(["学校"] * (n // 6)) + "分别增长" + "、".join(["5%"] * (n // 6)) + "。"
    ),
    "sentences": lambda n: _HEAD + "新建学校12所。" * (n // 7),
    "paragraphs": lambda n: _HEAD + "新建学校12所。\n" * (n // 8),
    "one line of text": lambda n: _HEAD + "推进法治政府建设" * (n // 8),
    "one line of commas": lambda n: _HEAD + "推进法治，" * (n // 5),
    "chapters": lambda n: _HEAD + "".join(f"{k}、依法行政\n推进。\n" for k in range(n // 12)),
    "marks in one line": lambda n: _HEAD + "".join(f"（{k}）推进工作。" for k in range(n // 9)),
    "一是 in one line": lambda n: _HEAD + "一是推进。二是落实。" * (n // 10),
    "headings": lambda n: _HEAD + "（一）加强领导\n" * (n // 8),
    "Chinese chapters": lambda n: _HEAD + "二、依法行政\n" * (n // 7),
    "open parentheses": lambda n: _HEAD + "（" * n,
    "closing parentheses": lambda n: _HEAD + "）" * n,
    "pairs of parentheses": lambda n: _HEAD + "（甲）" * (n // 3),
    "nested parentheses": lambda n: _HEAD + "（" * (n // 2) + "）" * (n // 2),
    "open quotes": lambda n: _HEAD + "“" * n,
    "pairs of quotes": lambda n: _HEAD + "“一二三”" * (n // 5),
    "book titles": lambda n: _HEAD + "《条例》" * (n // 4),
    "digits": lambda n: _HEAD + "7" * n,
    "Chinese digits": lambda n: _HEAD + "一" * n,
    "grouped digits": lambda n: _HEAD + "1,234," * (n // 6),
    "dots": lambda n: _HEAD + "1." * (n // 2),
    "years": lambda n: _HEAD + "2023年" * (n // 5),
    "dates": lambda n: _HEAD + "2023年5月6日，" * (n // 10),
    "percent": lambda n: _HEAD + "5%" * (n // 2),
    "ranges": lambda n: _HEAD + "5-" * (n // 2),
    "spaces": lambda n: _HEAD + "甲" + " " * n + "乙",
    "spaces between": lambda n: _HEAD + "甲 " * (n // 2),
    "wide spaces": lambda n: _HEAD + "甲" + "\u3000" * n + "乙",
    "empty lines": lambda n: _HEAD + "甲" + "\n" * n + "乙",
    "full stops": lambda n: _HEAD + "。" * n,
    "commas": lambda n: _HEAD + "，" * n,
    "stops of lists": lambda n: _HEAD + "、" * n,
    "semicolons": lambda n: _HEAD + "甲；" * (n // 2),
    "bars": lambda n: _HEAD + "甲 | 5 | " * (n // 8),
    "rows of a table": lambda n: _HEAD + "甲 | 5 | 6\n" * (n // 10),
    "list lines": lambda n: _HEAD + "1. 推进工作\n" * (n // 8),
    "dash lines": lambda n: _HEAD + "——推进工作\n" * (n // 7),
    "note marks": lambda n: _HEAD + "推进[1]" * (n // 5),
    "footnotes": lambda n: _HEAD + "".join(f"[{k}] 说明文字。\n" for k in range(n // 10)),
    "letters": lambda n: _HEAD + "a" * n,
    "Latin words": lambda n: _HEAD + "law " * (n // 4),
    "dashes": lambda n: _HEAD + "-" * n,
    "ellipses": lambda n: _HEAD + "…" * n,
    "stars": lambda n: _HEAD + "*" * n,
    "brackets": lambda n: _HEAD + "[" * n,
    "angle brackets": lambda n: _HEAD + "<" * n,
    "backslashes": lambda n: _HEAD + "\\" * n,
    "pipes": lambda n: _HEAD + "|" * n,
    "hashes": lambda n: _HEAD + "#" * n,
    "underscores": lambda n: _HEAD + "_" * n,
    "colons": lambda n: _HEAD + "：" * n,
    "titles": lambda n: "某某区法治政府建设情况报告\n" * (n // 14),
    "one long title": lambda n: "某某区" * (n // 3) + "法治政府建设情况报告\n一、主要工作\n推进。",
    "places": lambda n: _HEAD + "山东省临沂市兰山区" * (n // 9),
    "zero-width": lambda n: _HEAD + "甲\u200b" * (n // 2),
    "traditional": lambda n: _HEAD + "國務院" * (n // 3),
    "pinyin in words": lambda n: _HEAD + "建設(shè)" * (n // 7),
    "terms": lambda n: _HEAD + "行政复议行政诉讼" * (n // 8),
    "links of figures": lambda n: _HEAD + "其中学校5所占50%，" * (n // 11),
    "distributed": lambda n: _HEAD + "学校5所、医院6所，" * (n // 10),
    "compared": lambda n: _HEAD + "同比增长5%，" * (n // 7),
    "addresses": lambda n: _HEAD + "http://a.b/" * (n // 11),
    "alternate lines": lambda n: _HEAD + "一、甲\n（一）乙\n1. 丙\n丁5件。\n" * (n // 20),
    "the same paragraph": lambda n: _HEAD + ("全面推进依法行政" * 10 + "。\n") * (n // 82),
}


def _html(body: Callable[[int], str]) -> Callable[[int], str]:
    return lambda n: (
        f"<html><body><h1>某某区2023年法治政府建设情况报告</h1><p>一、主要工作</p>{body(n)}</body></html>"
    )


PAGES: dict[str, Callable[[int], str]] = {
    "nested div": _html(lambda n: "<div>" * (n // 5) + "推进"),
    "nested div closed": _html(lambda n: "<div>" * (n // 11) + "推进" + "</div>" * (n // 11)),
    "nested span": _html(lambda n: "<span>" * (n // 6) + "推进"),
    "nested b": _html(lambda n: "<b>" * (n // 3) + "推进"),
    "nested ul": _html(lambda n: "<ul><li>" * (n // 8) + "推进"),
    "nested table": _html(lambda n: "<table><tr><td>" * (n // 15) + "推进"),
    "nested blockquote": _html(lambda n: "<blockquote>" * (n // 12) + "推进"),
    "nested div with text": _html(lambda n: "<div>推进" * (n // 7)),
    "p": _html(lambda n: "<p>推进工作</p>" * (n // 11)),
    "div": _html(lambda n: "<div>推进工作</div>" * (n // 15)),
    "br": _html(lambda n: "推进<br>" * (n // 6)),
    "links": _html(lambda n: "<a href=x>推进</a>" * (n // 16)),
    "rows": _html(lambda n: "<table>" + "<tr><td>甲<td>5" * (n // 14) + "</table>"),
    "cells": _html(lambda n: "<table><tr>" + "<td>5" * (n // 5) + "</table>"),
    "tables": _html(lambda n: "<table><tr><td>5<td>6</table>" * (n // 30)),
    "rowspans": _html(lambda n: "<table>" + "<tr><td rowspan=999>5" * (n // 21) + "</table>"),
    "colspans": _html(lambda n: "<table>" + "<tr><td colspan=999>5" * (n // 21) + "</table>"),
    "list items": _html(lambda n: "<ol>" + "<li>推进" * (n // 6) + "</ol>"),
    "entities": _html(lambda n: "&nbsp;" * (n // 6)),
    "comments": _html(lambda n: "<!--x-->" * (n // 8)),
    "open comments": _html(lambda n: "<!--" * (n // 4)),
    "attributes": _html(lambda n: "<p " + " ".join(f"a{k}=1" for k in range(n // 8)) + ">推进"),
    "title": lambda n: (
        f"<html><head><title>{'某某区' * (n // 3)}</title></head><body><p>一、甲</p></body></html>"
    ),
    "meta": lambda n: (
        "<html><head>" + "<meta name=PubDate content=2023>" * (n // 32) + "</head><body><p>一、甲</p>"
    ),
    "headings h2": _html(lambda n: "<h2>一、推进</h2>" * (n // 14)),
    "scripts": _html(lambda n: "<script>x</script>" * (n // 18)),
}


def seconds(text: str, name: str) -> float:
    """How long it takes from the bytes to the pages."""
    start = time.process_time()
    try:
        report_pages(reading(report_of(source_of(text.encode(), name))), "report")
    except InputError as error:
        print(f"  ({error.key})", end="")
    return time.process_time() - start


def main(names: list[str]) -> None:
    """Print how the time of each construct grows."""
    seconds(_HEAD + "新建学校12所。", "a.txt")
    for kind, makers in (("txt", TEXTS), ("html", PAGES)):
        for name, make in makers.items():
            if names and name not in names:
                continue
            size, spent, before = 5_000, 0.0, 0.0
            while spent < 0.5 and size < 320_000:
                size, before = size * 2, spent
                spent = seconds(make(size), f"a.{kind}")
            ratio = spent / before if before else 0
            print(
                f"{kind:5}{name:28}{size:9,}{before:8.2f}{spent:8.2f}{ratio:6.1f}{'  <<<' if ratio > 2.6 else ''}",
                flush=True,
            )


if __name__ == "__main__":
    main(sys.argv[1:])
