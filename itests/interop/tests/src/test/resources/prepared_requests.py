"""Answers, for each line of standard input, with the request that botocore would send.

A line is a JSON object: service, operation, parameters, region and the client's config. Bytes are {"$bytes": base64}, times
{"$time": seconds}. Nothing is sent: a before-send handler takes the request away.
"""
import base64
import datetime
import json
import sys

import botocore.session
from botocore.config import Config

SESSION = botocore.session.Session()
SESSION.set_credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
CLIENTS = {}


class Taken(BaseException):
    """Carries the request past everything that handles errors."""

    def __init__(self, request):
        super().__init__()
        self.request = request


def take(request, **kwargs):
    raise Taken(request)


def client_of(case):
    key = json.dumps([case["service"], case["region"], case["config"]], sort_keys=True)
    if CLIENTS.get("key") != key:
        client = SESSION.create_client(case["service"], region_name=case["region"], config=Config(**case["config"]))
        client.meta.events.register_first("before-send", take)
        CLIENTS.update(key=key, client=client)
    return CLIENTS["client"]


def value_of(value):
    if isinstance(value, dict):
        if "$bytes" in value:
            return base64.b64decode(value["$bytes"])
        if "$time" in value:
            return datetime.datetime.fromtimestamp(value["$time"], datetime.timezone.utc)
        return {key: value_of(item) for key, item in value.items()}
    if isinstance(value, list):
        return [value_of(item) for item in value]
    return value


def body_of(body):
    if body is None:
        return b""
    if isinstance(body, str):
        return body.encode("utf-8")
    return bytes(body) if isinstance(body, (bytes, bytearray)) else body.read()


def text_of(value):
    return value.decode("utf-8") if isinstance(value, bytes) else str(value)


def answer(case):
    try:
        client = client_of(case)
        client._make_api_call(case["operation"], value_of(case["parameters"]))
    except Taken as taken:
        request = taken.request
        return {
            "method": request.method,
            "url": request.url,
            "headers": [[name, text_of(value)] for name, value in request.headers.items()],
            "body": base64.b64encode(body_of(request.body)).decode("ascii"),
        }
    except Exception as error:  # what a program would see, whatever it is
        return {"error": type(error).__name__, "message": str(error)}
    return {"error": "nothing was sent", "message": ""}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
