"""Writes src/test/resources/waiter/waits.json: what the reference's waiter makes of random rules and answers.

Run it with a Python that has botocore; the fixture is committed, so the build needs no Python. Two things are written as
Tucuxi says them: after too many calls the reference explains the rule that it tried last, Tucuxi the one that matched
last; and what a rule expects is shown as JSON, not as Python.
"""
import copy
import json
import pathlib
import random
from unittest import mock

from botocore.exceptions import WaiterConfigError, WaiterError
from botocore.waiter import SingleWaiterConfig, Waiter


class Exhausted(Exception):
    """The wait asked for more answers than there are."""


def acceptor(rng):
    matcher = rng.choice(["path", "pathAll", "pathAny", "status", "error", "error"])
    rule = {"state": rng.choice(["success", "failure", "retry", "retry"]), "matcher": matcher}
    if matcher == "status":
        rule["expected"] = rng.choice([200, 404, 403])
    elif matcher == "error":
        rule["expected"] = rng.choice(["NotFound", "Gone", True, False])
    elif matcher == "path":
        rule["argument"] = rng.choice(["State", "length(Items) > `0`", "Items[0].State", "Count", "Missing", "Error.Text"])
        rule["expected"] = rng.choice(["ready", "broken", True, False, 3, 3.0, "why"])
    else:
        rule["argument"] = rng.choice(["Items[].State", "Items[?Id].State", "State", "Missing", "[State]"])
        rule["expected"] = rng.choice(["ready", "broken"])
    return rule


def answer(rng):
    if rng.random() < 0.25:
        return {"Error": {"Code": rng.choice(["NotFound", "Gone", "Other"]), "Message": "why"},
                "ResponseMetadata": {"HTTPStatusCode": rng.choice([404, 403, 400])}, "State": "ready"}
    result = {"ResponseMetadata": {"HTTPStatusCode": 200}}
    if rng.random() < 0.8:
        result["State"] = rng.choice(["ready", "broken", "pending", "pending"])
    if rng.random() < 0.8:
        result["Items"] = [{"Id": "i", "State": rng.choice(["ready", "ready", "broken", "pending"])} for _ in range(rng.randint(0, 3))]
    if rng.random() < 0.5:
        result["Count"] = rng.choice([3, 3.0, 4])
    if rng.random() < 0.05:
        result["Error"] = {"Text": "why"}
    return result


def shown(rule):
    """The rule's explanation with what it expects as JSON."""
    text = rule.explanation
    return text if isinstance(rule.expected, str) else text.replace(str(rule.expected), json.dumps(rule.expected))


def run(case):
    config = SingleWaiterConfig(case["waiter"])
    calls, sleeps, matched = [], [], [None]
    answers = copy.deepcopy(case["answers"])

    def method(**params):
        calls.append(params)
        if not answers:
            raise Exhausted()
        response = answers.pop(0)
        for rule in config.acceptors:
            if rule.matcher_func(response):
                matched[0] = rule
                break
        return response

    case.update(error=None, reason=None, lastResponse=None)
    with mock.patch("time.sleep", sleeps.append):
        try:
            Waiter("ThingReady", config, method).wait(**copy.deepcopy(case["params"]))
        except WaiterError as e:
            case["error"] = "WaiterError"
            case["lastResponse"] = e.last_response
            reason = e.kwargs["reason"]
            for before in ("Max attempts exceeded. Previously accepted state: ", "Waiter encountered a terminal failure state: "):
                if reason.startswith(before):
                    reason = before + shown(matched[0])
            case["reason"] = reason
        except (Exhausted, WaiterConfigError) as e:
            case["error"] = type(e).__name__
    case["calls"], case["sleeps"] = calls, sleeps


def main():
    rng = random.Random(42)
    cases = []
    while len(cases) < 200:
        waiter = {"operation": "DescribeThing", "delay": rng.choice([1, 5, 30]), "maxAttempts": rng.choice([1, 3, 4, 6]),
                  "acceptors": [acceptor(rng) for _ in range(rng.randint(0, 4))]}
        if rng.random() < 0.02:
            waiter["acceptors"].append({"state": "success", "matcher": "pathNone", "argument": "a", "expected": "b"})
        params = {"Name": "n"} if rng.random() < 0.5 else {}
        if rng.random() < 0.4:
            params["WaiterConfig"] = {key: value for key, value in (("Delay", rng.choice([0, 2, 0.25])),
                                                                   ("MaxAttempts", rng.choice([0, 1, 2, 5]))) if rng.random() < 0.7}
        case = {"waiter": waiter, "params": params, "answers": [answer(rng) for _ in range(rng.choice([2, 6]))]}
        try:
            run(case)
        except Exception as e:  # a rule whose expression does not fit the answer
            if "JMESPath" not in type(e).__mro__[1].__name__ + type(e).__mro__[2].__name__:
                raise
            continue
        cases.append(case)
    target = pathlib.Path(__file__).parents[2] / "resources/waiter/waits.json"
    target.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
    kinds = {}
    for case in cases:
        kind = (case["reason"] or case["error"] or "success").split(":")[0].split("(")[0]
        kinds[kind] = kinds.get(kind, 0) + 1
    print(len(cases), kinds)


main()
