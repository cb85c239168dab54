"""What a report says of requests for information: one amount each, blanks nought only where the sums say so."""

from decimal import Decimal
from typing import Any

import pytest

from converter.data.requests import Requests, Stated, requests_of, share
from tests.dataset.conftest import REQUESTS
from tests.exports.conftest import figure, report_with, typed


def told(*figures: dict[str, Any], year: int = 2023) -> Requests:
    return requests_of(typed(report_with(*figures, report_year=year)))


def values(found: Requests) -> dict[str, int]:
    return {key: int(stated.value) for key, stated in found.items()}


def test_blank_cells_are_nought_where_the_forms_sums_hold_with_them() -> None:
    assert values(told(*REQUESTS)) == {
        "received": 9,
        "carried_in": 0,
        "concluded": 8,
        "carried_over": 1,
        "granted": 3,
        "granted_in_part": 1,
        "refused": 1,
        "not_available": 3,
        "not_processed": 0,
        "otherwise": 0,
    }


def test_nothing_is_made_up_where_the_sums_do_not_hold() -> None:
    total, *others = ({**one, "value": "7"} if one["code"] == "FG.5.5-02" else one for one in REQUESTS)
    found = values(told(total, *others))
    assert found == {"received": 9, "concluded": 7, "carried_over": 1, "granted": 3, "granted_in_part": 1}


@pytest.mark.parametrize(
    ("given", "want"),
    [
        ([figure(1, code="FG.5.5-01", value="4")], {"received": 4}),
        ([figure(1, code="FG.5.5-01", value="4", bound="over")], {}),
        ([figure(1, code="FG.5.5-01", value="4", period="2022年")], {}),
        ([figure(1, code="FG.5.5-01", value="4", status="target")], {}),
        ([figure(1, code="FG.5.5-01", value="4"), figure(2, code="FG.5.5-01", value="5")], {}),
        (
            [figure(1, code="FG.5.5-01", value="4"), figure(2, code="FG.5.5-01", value="4")],
            {"received": 4},
        ),
        ([figure(1, code="FG.9.1-02")], {}),
    ],
)
def test_an_amount_is_exact_of_the_year_and_said_in_one_way(
    given: list[dict[str, Any]], want: dict[str, int]
) -> None:
    assert values(told(*given)) == want


def test_a_cell_goes_before_the_prose() -> None:
    cell = {"table": "c1-t1", "row": 0, "column": 1}
    report = report_with(
        figure(1, code="FG.5.5-01", value="4"),
        figure(2, code="FG.5.5-01", value="5", cell=cell, paragraph="c1-t1"),
        report_year=2023,
    )
    table = {"id": "c1-t1", "start": 20, "end": 30, "caption": None, "rows": [["本年新收", "5"]]}
    report["chapters"][0]["tables"] = [table]
    found = requests_of(typed(report))["received"]
    assert found.value == 5
    assert found.figure is not None
    assert found.figure.cell is not None


def test_a_share_of_nothing_is_none() -> None:
    assert share(Stated(Decimal(1)), Stated(Decimal(3))) == Decimal("33.3")
    assert share(Stated(Decimal(0)), Stated(Decimal(0))) is None
    assert share(None, Stated(Decimal(3))) is None
