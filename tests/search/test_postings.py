"""Pages and worths in, short strings out, and back."""

from hypothesis import given, strategies

from converter.site.search.files import shards
from converter.site.search.keys import home_of
from converter.site.search.postings import DIGITS, RANGES, Postings, Worth
from converter.site.search.postings import read as places_of


def read(text: str) -> list[tuple[int, Worth]]:
    """What ``store.js`` does with a list."""
    found, page, number, shift = [], -1, 0, 0
    for digit in text:
        part = DIGITS.index(digit)
        number += part % 32 << shift
        shift += 5
        if part < 32:
            page += number // 8
            found.append((page, Worth(number % 8)))
            number = shift = 0
    return found


def read_lists(file: str) -> dict[str, str]:
    """And with a file of them."""
    words = file.split()
    return dict(zip(words[::2], words[1::2], strict=True))


@given(strategies.dictionaries(strategies.integers(0, 100_000), strategies.sampled_from(Worth), min_size=1))
def test_a_list_says_which_pages_and_how_well(worths: dict[int, Worth]) -> None:
    postings = Postings()
    for page in sorted(worths):
        postings.add(page, {"法治": worths[page]})
    [(key, text)] = postings
    assert key == "法治"
    assert read(text) == sorted(worths.items())
    assert places_of(text) == [page * 8 + 8 + worth for page, worth in sorted(worths.items())]


KEYS = strategies.sets(
    strategies.sampled_from(["a", "_legal", "=12", "一", "公", "公开", "法治", "行政", "龙"])
)


@given(strategies.lists(KEYS, max_size=5))
def test_ranges_joined_apart_follow_each_other_as_all_at_once(pages: list[set[str]]) -> None:
    whole, ranges = Postings(), [Postings() for _ in range(RANGES)]
    for page, keys in enumerate(pages):
        one = Postings()
        for postings in (whole, one):
            postings.add(page, dict.fromkeys(keys, Worth.ONCE))
        for joined, packed in zip(ranges, one.packed(), strict=True):
            joined.join(packed)
    assert [pair for joined in ranges for pair in joined] == list(whole)


def test_a_frequent_key_costs_one_letter_a_page() -> None:
    postings = Postings()
    for page in range(1000):
        postings.add(page, {"政": Worth.ONCE})
    assert [len(text) for _, text in postings] == [1000]


def test_keys_are_dealt_out_in_their_order_and_words_stay_with_their_beginning() -> None:
    lists = [(f"_legal{number:05}", "B" * 50) for number in range(300)] + [("法治", "B"), ("行政", "C")]
    counts, texts = shards(lists, ())
    files = [read_lists(text) for text in texts]
    assert sorted(pair for file in files for pair in file.items()) == sorted(lists)
    assert counts == [len(files) - 2, 1, 1]
    assert len(files) > 4
    assert [len([key for key in file if home_of(key) == "_leg"]) for file in files].count(0) == len(files) - 1


def test_long_lists_that_few_ask_for_lie_apart() -> None:
    counts, texts = shards([("政", "B" * 50), ("政府", "C" * 50), ("府公", "D")], {"政府"})
    assert counts == [1, 1, 1]
    assert texts == ["府公 D", f"政 {'B' * 50}", f"政府 {'C' * 50}"]
