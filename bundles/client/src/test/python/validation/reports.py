"""Writes src/test/resources/validation/reports.json: the reports of the reference (botocore) for wrong parameters.

Run it with a Python that has botocore; the fixture is committed, so the build needs no Python. What a value and its type
look like differs between the languages, so type errors are cut before the value.
"""
import json
import pathlib
import re

from botocore.model import ShapeResolver
from botocore.validate import ParamValidator

SHAPES = {
    "Input": {"type": "structure", "required": ["Name", "Count"], "members": {
        "Name": {"shape": "Name"}, "Count": {"shape": "Count"}, "Ratio": {"shape": "Ratio"}, "Flag": {"shape": "Flag"},
        "Names": {"shape": "Names"}, "Numbers": {"shape": "Numbers"}, "Tags": {"shape": "Tags"}, "When": {"shape": "When"},
        "Data": {"shape": "Data"}, "Nested": {"shape": "Nested"}, "Choice": {"shape": "Choice"},
        "Document": {"shape": "Document"}, "Json": {"shape": "Json", "jsonvalue": True, "location": "header"},
        "Host": {"shape": "Text", "hostLabel": True}, "Tree": {"shape": "Tree"}, "NestedList": {"shape": "NestedList"},
        "Long": {"shape": "Long"}}},
    "Name": {"type": "string", "min": 3, "max": 4, "enum": ["abc"], "pattern": "[a-c]+"},
    "Text": {"type": "string"}, "Count": {"type": "integer", "min": 1, "max": 10}, "Long": {"type": "long", "min": 0},
    "Ratio": {"type": "double", "min": 0.5}, "Flag": {"type": "boolean"},
    "Names": {"type": "list", "member": {"shape": "Name"}, "min": 2}, "Int": {"type": "integer"},
    "Numbers": {"type": "list", "member": {"shape": "Int"}},
    "Tags": {"type": "map", "key": {"shape": "Name"}, "value": {"shape": "Int"}, "min": 5},
    "When": {"type": "timestamp"}, "Data": {"type": "blob", "min": 9},
    "Nested": {"type": "structure", "required": ["B"], "members": {"A": {"shape": "Text"}, "B": {"shape": "Nested"}}},
    "NestedList": {"type": "list", "member": {"shape": "Nested"}},
    "Choice": {"type": "structure", "union": True, "members": {"A": {"shape": "Text"}, "B": {"shape": "Int"}}},
    "Document": {"type": "structure", "document": True, "members": {}}, "Json": {"type": "string"},
    "Tree": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Tree"}},
}

OK = {"Name": "abc", "Count": 1}
PARAMS = [
    {}, OK, {"Name": "a", "Count": 0}, {"Name": "toolong", "Count": 11}, {"Name": None, "Count": None},
    {"Name": 1, "Count": "1"}, {"Count": 1.5, "Name": ["x"]}, {"Nope": 1, "Other": 2},
    {**OK, "Nope": {"a": 1}}, {**OK, "Ratio": 0.4}, {**OK, "Ratio": 0}, {**OK, "Ratio": 1}, {**OK, "Ratio": "1"},
    {**OK, "Flag": 1}, {**OK, "Flag": True}, {**OK, "Flag": "true"}, {**OK, "Names": []}, {**OK, "Names": ["a"]},
    {**OK, "Names": ["abc", 1, "a", "abcd"]}, {**OK, "Names": "abc"}, {**OK, "Names": {"a": 1}}, {**OK, "Names": None},
    {**OK, "Numbers": [1, "2", None, 3.5]}, {**OK, "Numbers": []}, {**OK, "Tags": {"abc": 1}},
    {**OK, "Tags": {"a": "x", "abc": None, "abcd": 2}}, {**OK, "Tags": []}, {**OK, "Tags": {}},
    {**OK, "When": "nonsense"}, {**OK, "When": 12}, {**OK, "When": 1.5}, {**OK, "When": "2020-01-01"},
    {**OK, "When": "2020-01-01T00:00:00Z"}, {**OK, "When": "2020-01-01T00:00:00.5+02:00"}, {**OK, "When": None},
    {**OK, "When": "1577836800"}, {**OK, "When": "1577836800.5"}, {**OK, "When": "2020-01-01 10:11"},
    {**OK, "When": "20200101T101112Z"}, {**OK, "When": "Wed, 01 Jan 2020 00:00:00 GMT"}, {**OK, "When": ""},
    {**OK, "When": "Tue, 1 Jan 2020 00:00:00 +0000"}, {**OK, "When": "2020-13-01"}, {**OK, "When": "2020-02-30"},
    {**OK, "When": "Wed Jan 01 10:11:12 2020"}, {**OK, "When": "2020-01-01T25:00:00Z"}, {**OK, "When": []},
    {**OK, "When": "2020-01-01T00:00:00UTC"}, {**OK, "When": "x2020-01-01"},
    {**OK, "Data": "text"}, {**OK, "Data": 1}, {**OK, "Data": None}, {**OK, "Data": []},
    {**OK, "Nested": {}}, {**OK, "Nested": {"A": 1, "C": 1, "B": {"A": "x", "B": {"X": 1}}}},
    {**OK, "Nested": {"B": None}}, {**OK, "Nested": []}, {**OK, "NestedList": [{"A": "x"}, 1, {"B": {"B": 1}}]},
    {**OK, "Choice": {}}, {**OK, "Choice": {"A": "x"}}, {**OK, "Choice": {"A": "x", "B": "y"}}, {**OK, "Choice": {"C": 1}},
    {**OK, "Choice": None}, {**OK, "Document": None}, {**OK, "Document": 1}, {**OK, "Document": {"a": [1, {"b": None}]}},
    {**OK, "Json": {"a": [1, None, True, 1.5, "x"]}}, {**OK, "Json": None}, {**OK, "Host": ""}, {**OK, "Host": "h"},
    {**OK, "Tree": {"a": {"b": {"c": 1}}}}, {**OK, "Tree": {"a": {"b": {"c": {}}}}}, {**OK, "Long": -1},
    {**OK, "Long": 12345678901}, {**OK, "Name": "\U0001f42c\U0001f42c"}, {**OK, "Name": "\U0001f42c" * 3},
]


def main():
    shape = ShapeResolver(SHAPES).get_shape_by_name("Input")
    cases = []
    for params in PARAMS:
        report = ParamValidator().validate(params, shape).generate_report()
        lines = [re.sub(r"^(Invalid type for .*?), value: .*$", r"\1", line) for line in report.split("\n") if line]
        cases.append({"params": params, "lines": lines})
    target = pathlib.Path(__file__).parents[2] / "resources" / "validation" / "reports.json"
    target.write_text(json.dumps({"shapes": SHAPES, "cases": cases}, indent=1) + "\n")


if __name__ == "__main__":
    main()
