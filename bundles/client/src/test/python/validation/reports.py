"""Writes src/test/resources/validation/reports.json and random.json: the reports of the reference (botocore) for wrong
parameters, of a model made for it and of random ones (of a fixed seed).

Run it with a Python that has botocore; the fixture is committed, so the build needs no Python. What a value and its type
look like differs between the languages, so type errors are cut before the value.
"""
import json
import pathlib
import random
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


TYPES = ["string", "string", "integer", "long", "float", "double", "boolean", "timestamp", "blob"]


def some_shape(rng, names):
    """A shape of a random kind; containers refer to any other, so models have recursion."""
    kind = rng.choice(TYPES + ["structure"] * 4 + ["list"] * 2 + ["map"] * 2 + ["document", "union"])
    ref = lambda: {"shape": rng.choice(names)}
    if kind == "document":
        return {"type": "structure", "document": True, "members": {}}
    if kind in ("structure", "union"):
        members = {name: ref() for name in rng.sample(["A", "B", "C", "D"], rng.randint(1, 4))}
        for member in members.values():
            if rng.random() < 0.1:
                member["hostLabel"] = True
        shape = {"type": "structure", "members": members}
        if kind == "union":
            shape["union"] = True
        elif rng.random() < 0.5:
            shape["required"] = rng.sample(sorted(members), rng.randint(1, len(members)))
        return shape
    shape = {"type": kind}
    if kind == "list":
        shape["member"] = ref()
    if kind == "map":
        shape.update(key={"shape": "Text"}, value=ref())
    if rng.random() < 0.4:
        shape["min"] = rng.choice([0, 1, 2, 3])
    if rng.random() < 0.2:
        shape.update(max=4, pattern="[a-z]+", enum=["a"])
    return shape


def some_model(rng):
    names = ["Input"] + ["S%d" % i for i in range(12)]
    shapes = {name: some_shape(rng, names) for name in names}
    shapes["Text"] = {"type": "string", "min": rng.choice([0, 1, 2])}
    shapes["Input"] = {"type": "structure", "required": ["A"], "members": {
        name: {"shape": rng.choice(names)} for name in ["A", "B", "C", "D"]}}
    shapes["Input"]["members"]["J"] = {"shape": "Text", "jsonvalue": True, "location": "header"}
    return shapes


def some_value(rng, shapes, reference, depth=0):
    """A value that is right, often; or of any other kind."""
    if rng.random() < 0.12 or depth > 5:
        # no booleans: they are numbers in Python
        return rng.choice([None, 0, -1, 2.5, "", "ab", [], {}, {"A": 1}, [None, "x"]])
    shape = {**shapes[reference["shape"]], **reference}
    inner = lambda ref: some_value(rng, shapes, ref, depth + 1)
    kind = shape["type"]
    if shape.get("document") or shape.get("jsonvalue"):
        return rng.choice([None, 1, "x", [1, {"k": None}], {"k": {"l": [True, 1.5]}}])
    if kind == "structure":
        chance = 0.3 if shape.get("union") else 0.7
        value = {name: inner(ref) for name, ref in shape["members"].items() if rng.random() < chance}
        return {**value, "Odd": 1} if rng.random() < 0.1 else value
    if kind == "list":
        return [inner(shape["member"]) for _ in range(rng.randint(0, 3))]
    if kind == "map":
        return {key: inner(shape["value"]) for key in rng.sample(["k", "", "kk", "k.l"], rng.randint(0, 3))}
    return rng.choice({
        "string": ["", "a", "ab", "abcdef", "\u00e9\U0001f42c"], "integer": [0, 1, 5, -3], "long": [0, 1, 2 ** 40, -3],
        "float": [0, 0.5, 2.5, -1.5], "double": [0, 0.5, 3, -1.5], "boolean": [True, False], "blob": ["", "data"],
        "timestamp": [0, 1.5, "2020-01-01", "2020-01-01T00:00:00Z", "never"]}[kind])


def report(shapes, params):
    shape = ShapeResolver(shapes).get_shape_by_name("Input")
    lines = ParamValidator().validate(params, shape).generate_report().split("\n")
    return [re.sub(r"^(Invalid type for .*?), value: .*$", r"\1", line) for line in lines if line]


def main():
    target = pathlib.Path(__file__).parents[2] / "resources" / "validation"
    cases = [{"params": params, "lines": report(SHAPES, params)} for params in PARAMS]
    (target / "reports.json").write_text(json.dumps({"shapes": SHAPES, "cases": cases}, indent=1) + "\n")
    rng = random.Random(5)
    models = []
    for _ in range(32):
        shapes = some_model(rng)
        cases = []
        while len(cases) < 9:
            params = {name: some_value(rng, shapes, ref) for name, ref in shapes["Input"]["members"].items()
                      if rng.random() < 0.7}
            if len(json.dumps(params)) < 400:
                cases.append({"params": params, "lines": report(shapes, params)})
        models.append(json.dumps({"shapes": shapes, "cases": cases}))
    (target / "random.json").write_text("[\n" + ",\n".join(models) + "\n]\n")


if __name__ == "__main__":
    main()
