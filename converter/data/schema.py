"""The JSON Schema of the published file, made of its types."""

import json
from typing import cast

import msgspec

from converter.data.file import ReportFile

Schema = dict[str, object]


def schema() -> Schema:
    """What every file that is written satisfies: it has every key, also those a reader may do without."""
    made = cast(dict[str, Schema], msgspec.json.schema(ReportFile)["$defs"])
    parts = {name: _all_required(part) for name, part in made.items()}
    report = parts.pop(ReportFile.__name__)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Gongkai report"}
    return {**head, **{key: value for key, value in report.items() if key != "title"}, "$defs": parts}


def schema_text() -> str:
    """The schema as it is published."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def _all_required(part: Schema) -> Schema:
    keys = cast(dict[str, Schema], part["properties"])
    told = {
        key: {name: value for name, value in about.items() if name != "default"}
        for key, about in keys.items()
    }
    return part | {"properties": told, "required": list(told)}
