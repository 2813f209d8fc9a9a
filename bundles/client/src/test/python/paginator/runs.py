"""Writes src/test/resources/paginator/runs.json: what the reference's page iterator makes of random models, pages and tokens.

Run it with a Python that has botocore; the fixture is committed, so the build needs no Python. Bytes are written as
{"$bytes": base64}. Left out, because the reference fails there by accident: results that cannot be counted or cut, tokens
that are JSON but no object. Nulls in maps, and maps that are empty without them, do not count: the reference puts nulls
where Tucuxi puts nothing.
"""
import base64
import copy
import json
import pathlib
import random

import jmespath
from botocore.exceptions import InvalidExpressionError, PaginationError
from botocore.paginate import Paginator

EXPRESSIONS = ["Items", "Items[].Id", "Items[?Size > `5`].Id", "Meta.Owner", "length(Items || `[]`)", "Items[*].[Id, Size]",
               "Count", "Nested.Things[0]", "@.Missing", "sort_by(Items || `[]`, &Size)[0].Id"]


class Exhausted(Exception):
    """The run asked for more pages than there are."""


class Shape:
    """The members of an input, as far as a page size needs them."""

    def __init__(self, limit, kind):
        self.members = {limit: type("Member", (), {"type_name": kind})()} if limit else {}


class Model:
    """An operation's model, as far as a paginator needs it."""

    def __init__(self, limit, kind):
        self.input_shape = Shape(limit, kind)


def model(rng):
    """A paginator's entry."""
    inputs = rng.sample(["Token", "Marker", "UploadId"], rng.choice([1, 1, 1, 2, 3]))
    outputs = [rng.choice([f"Next{name}", f"Next{name}", f"Meta.Next{name}", f"Next{name} || Items[-1].Id"]) for name in inputs]
    single = len(inputs) == 1 and rng.random() < 0.7
    keys = [rng.choice(["Items", "Items", "Items", "Nested.Things", "Text"])]
    keys += [key for key in rng.sample(["Prefixes", "Count", "Nested.Total", "Words", "Items"], rng.choice([0, 0, 1, 2]))
             if key not in keys]
    entry = {"input_token": inputs[0] if single else inputs, "output_token": outputs[0] if single else outputs,
             "result_key": keys[0] if len(keys) == 1 and rng.random() < 0.7 else keys}
    if rng.random() < 0.3:
        entry["more_results"] = rng.choice(["IsTruncated", "Meta.More", "!Meta.Done"])
    if rng.random() < 0.6:
        entry["limit_key"] = "MaxKeys"
    if rng.random() < 0.4:
        entry["non_aggregate_keys"] = rng.sample(["Owner", "Meta.Owner", "Meta.Kind", "Absent"], rng.randint(1, 3))
    if rng.random() < 0.05:
        entry["result_key"] = ["Items[]"]
    return entry


def token(rng):
    """A token as a service gives it."""
    roll = rng.random()
    if roll < 0.6:
        return rng.choice("abcdefgh") + str(rng.randint(0, 99))
    if roll < 0.7:
        return rng.choice(["", "None", "ünï€😀", "x___y"])
    if roll < 0.8:
        return {"id": {"S": rng.choice("abc")}, "n": [1, rng.randint(0, 5)]}
    if roll < 0.88:
        return {"id": {"B": bytes([rng.randint(0, 255)])}, "list": [b"\x00\xff", "t"]}
    return rng.choice([0, 7, 2 ** 40, 1.5, True, False])


def page(rng, entry, last):
    """A page, which has everything a model may ask for now and then."""
    result = {"ResponseMetadata": {"HTTPStatusCode": 200}}
    if rng.random() < 0.9:
        result["Items"] = [{"Id": "i%d" % rng.randint(0, 99), "Size": rng.randint(0, 9)} for _ in range(rng.randint(0, 5))]
    if rng.random() < 0.8:
        result["Nested"] = {"Things": list(range(rng.randint(0, 4))), "Total": rng.randint(0, 9)}
    if rng.random() < 0.8:
        result["Text"] = "".join(rng.choice("ab😀é") for _ in range(rng.randint(0, 5)))
    if rng.random() < 0.5:
        result["Prefixes"] = ["p%d" % rng.randint(0, 9) for _ in range(rng.randint(0, 3))]
    if rng.random() < 0.7:
        result["Count"] = rng.choice([rng.randint(0, 9), 2 ** 31 - 1, 2 ** 62, 0.5])
    if rng.random() < 0.4:
        result["Words"] = rng.choice(["", "word "])
    if rng.random() < 0.5:
        result["Owner"] = rng.choice(["me", {"Name": "me", "Id": 5}])
    meta = result.setdefault("Meta", {}) if rng.random() < 0.9 else {}
    meta["Owner"] = rng.choice(["o", {"Id": 1}])
    if rng.random() < 0.6:
        meta["Kind"] = "k"
    if last:
        result["IsTruncated"] = False
        meta["Done"] = True
    else:
        result["IsTruncated"] = rng.choice([True, True, True, "true", 1])
        meta["More"] = rng.choice([True, True, "yes", [0]])
        names = entry["input_token"] if isinstance(entry["input_token"], list) else [entry["input_token"]]
        for name in names:
            if rng.random() < 0.9:
                result["Next" + name] = token(rng)
            if rng.random() < 0.9:
                meta["Next" + name] = token(rng)
    return result


def iterator(case):
    """The reference's iterator over a case, and the calls that it makes."""
    answers = [copy.deepcopy(answer) for answer in case["answers"]]
    calls = []

    def method(**params):
        calls.append(copy.deepcopy(params))
        if not answers:
            raise Exhausted()
        return answers.pop(0)

    paginator = Paginator(method, copy.deepcopy(case["model"]), Model(case["model"].get("limit_key"), case["limit"]))
    return paginator.paginate(**copy.deepcopy(case["params"])), calls


def attempt(work):
    """The result and the name of the error, one of them null."""
    try:
        return work(), None
    except (PaginationError, InvalidExpressionError, ValueError, Exhausted) as e:
        return None, type(e).__name__


def run(case):
    """Fills in what the reference does; false when it fails by accident."""
    pages = []

    def read():
        pages.clear()
        state["iterator"], state["calls"] = iterator(case)
        for each in state["iterator"]:
            pages.append(copy.deepcopy(each))

    state = {"calls": []}
    try:
        _, case["error"] = attempt(read)
        case["pages"], case["calls"] = pages, state["calls"]
        case["token"] = state["iterator"].resume_token if "iterator" in state else None
        case["nonAggregate"] = state["iterator"].non_aggregate_part if "iterator" in state else {}
        case["full"], case["fullError"] = attempt(lambda: iterator(case)[0].build_full_result())
        if case["error"] is None:
            case["search"] = case.get("search") or EXPRESSIONS[case["index"] % len(EXPRESSIONS)]
            case["found"], case["foundError"] = attempt(lambda: list(iterator(case)[0].search(case["search"])))
            try:
                case["each"] = [list(each) for each in iterator(case)[0].result_key_iters()]
            except TypeError:
                pass
    except (TypeError, AttributeError, KeyError, jmespath.exceptions.JMESPathError):
        return False
    return True


def config(rng, entry):
    """A pagination config."""
    result = {}
    if rng.random() < 0.6:
        result["MaxItems"] = rng.choice([0, 1, 2, 3, 4, 5, 7, 10, 20, "3"])
    if rng.random() < 0.3 and "limit_key" in entry or rng.random() < 0.02:
        result["PageSize"] = rng.choice([1, 5, 100, "10"])
    if rng.random() < 0.15:
        result["StartingToken"] = rng.choice(["abc", "a___2", "None", "None___1", "a___b", "a___b___c", "a___b___c___d___e", "MTIz!",
                                              "YWJj", "a___x", "", "not base64", "a___None___3", "eyJUb2tlbiI6ICJ4In0=",
                                              "eyJUb2tlbiI6ICJ4IiwgImJvdG9fdHJ1bmNhdGVfYW1vdW50IjogMn0="])
    return result


def encoded(value):
    """Bytes made JSON."""
    if isinstance(value, bytes):
        return {"$bytes": base64.b64encode(value).decode()}
    if isinstance(value, dict):
        return {key: encoded(inner) for key, inner in value.items()}
    return [encoded(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def main():
    rng = random.Random(20261121)
    cases = []
    while len(cases) < 300:
        entry = model(rng)
        count = rng.choice([1, 2, 3, 4, 5])
        params = {"Bucket": "b"} if rng.random() < 0.5 else {}
        if rng.random() < 0.15:
            params["Token"] = "mine"
        wanted = config(rng, entry)
        if wanted or rng.random() < 0.2:
            params["PaginationConfig"] = wanted
        case = {"index": len(cases), "model": entry, "limit": rng.choice(["string", "integer"]), "params": params,
                "answers": [page(rng, entry, i == count - 1) for i in range(count)]}
        if rng.random() < 0.05 and count > 2:
            same = copy.deepcopy(case["answers"][1])
            case["answers"] = [case["answers"][0], same, copy.deepcopy(same), copy.deepcopy(same)]
        chain = 0
        while run(case) and len(cases) < 300:
            cases.append(case)
            chain += 1
            if not case["token"] or chain > 2:
                break
            # Go on where this run was cut: its last page again when it was cut in the middle, else the one behind it.
            middle = b"boto_truncate_amount" in base64.b64decode(case["token"])
            at = len(case["pages"]) - (1 if middle else 0)
            params = {key: value for key, value in case["params"].items() if key != "PaginationConfig"}
            params["PaginationConfig"] = {**case["params"]["PaginationConfig"], "StartingToken": case["token"]}
            case = {"index": len(cases), "model": case["model"], "limit": case["limit"], "params": params,
                    "answers": copy.deepcopy(case["answers"][at:])}
            if not case["answers"]:
                break
    target = pathlib.Path(__file__).parents[2] / "resources/paginator/runs.json"
    target.write_text("[\n" + ",\n".join(json.dumps(encoded(case)) for case in cases) + "\n]\n")
    kinds = {}
    for case in cases:
        kinds[case["error"]] = kinds.get(case["error"], 0) + 1
    print(len(cases), kinds, sum(1 for c in cases if c["token"]), sum("StartingToken" in c["params"].get("PaginationConfig", {}) for c in cases))


main()
