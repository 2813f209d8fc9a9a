"""Writes src/test/resources/context/paths.json: what the reference's JMESPath finds by paths of operationContextParams.

Run it with a Python that has jmespath (botocore brings it); the fixture is committed, so the build needs no Python.
Paths and parameters are those of DynamoDB, the only service with such paths, and random ones of a fixed seed. keys() of what
is no map is left out: JMESPath refuses it, Tucuxi finds nothing.
"""
import json
import pathlib
import random

import jmespath

MODELLED = [
    "TableName", "keys(RequestItems)", "TableCreationParameters.TableName", "TransactItems[*].Get.TableName",
    "TransactItems[*].[ConditionCheck.TableName, Put.TableName, Delete.TableName, Update.TableName][]",
]
PARAMS = [
    {}, {"TableName": "t"}, {"TableName": None}, {"TableName": 5}, {"RequestItems": {"a": {}, "b": {}}}, {"RequestItems": {}},
    {"TableCreationParameters": {"TableName": "t"}}, {"TableCreationParameters": {}}, {"TableCreationParameters": []},
    {"TransactItems": []}, {"TransactItems": None}, {"TransactItems": {"Get": {"TableName": "t"}}},
    {"TransactItems": [{"Get": {"TableName": "t"}}, {"Get": {}}, {}, None, 5, {"Get": {"TableName": "u"}}]},
    {"TransactItems": [{"Put": {"TableName": "t"}, "Update": {"TableName": "u"}}, {"ConditionCheck": {}}, None,
                       {"Delete": {"TableName": "v"}}, {"Get": {"TableName": "w"}}]},
]
NAMES = ["a", "b", "C1", "_d"]


def path(rng, depth=0):
    """A path of the allowed forms."""
    text = first = rng.choice(NAMES)
    roll = rng.random()
    if roll < 0.1:
        text = "keys(%s)" % first
    elif roll < 0.2 and depth < 2:
        text = "[%s]" % ", ".join(path(rng, depth + 1) for _ in range(rng.randint(1, 3)))
    elif roll < 0.25:
        text = rng.choice(["[*]", "[]"])
    for _ in range(rng.randint(0, 4)):
        roll = rng.random()
        if roll < 0.4:
            text += "." + rng.choice(NAMES)
        elif roll < 0.65:
            text += rng.choice(["[*]", " [*] "])
        elif roll < 0.8:
            text += "[]"
        elif roll < 0.95 and depth < 2:
            text += ".[%s]" % ",".join(path(rng, depth + 1) for _ in range(rng.randint(1, 3)))
        elif roll < 1:
            text += ".keys(%s)" % rng.choice(NAMES)
    return text


def value(rng, depth=0):
    """A value that such paths may meet."""
    roll = rng.random()
    if depth > 2 or roll < 0.1:
        return rng.choice([None, "x", "", 0, 7, True, False])
    if roll < 0.65:
        return {name: value(rng, depth + 1) for name in NAMES if rng.random() < 0.6}
    return [value(rng, depth + 1) for _ in range(rng.randint(0, 3))]


def search(text, params):
    try:
        return [jmespath.search(text, params)]
    except jmespath.exceptions.JMESPathTypeError:
        return None


def main():
    rng = random.Random(20)
    cases = []
    for text in MODELLED:
        for params in PARAMS:
            found = search(text, params)
            if found is not None:
                cases.append({"path": text, "params": params, "found": found[0]})
    interesting = boring = 0
    while interesting < 250:
        text, params = path(rng), value(rng)
        found = search(text, params)
        if found is None:
            continue
        if found[0] in (None, []):
            boring += 1
            if boring > 50:
                continue
        else:
            interesting += 1
        cases.append({"path": text, "params": params, "found": found[0]})
    target = pathlib.Path(__file__).parents[2] / "resources" / "context" / "paths.json"
    target.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")


if __name__ == "__main__":
    main()
