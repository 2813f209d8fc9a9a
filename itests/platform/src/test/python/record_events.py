"""Records which events the reference emits in which scenario, with the names of their arguments.

Run by hand when scenarios change; the build only reads what it wrote:
    python3 src/test/python/record_events.py > src/test/resources/reference-events.json
"""
import json
import os
import pathlib

import botocore.endpoint
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.exceptions import EndpointConnectionError
from botocore.session import Session

MODELS = pathlib.Path(__file__).resolve().parent.parent / "resources" / "models"
for variable in list(os.environ):
    if variable.startswith("AWS_"):
        del os.environ[variable]
os.environ.update(AWS_CONFIG_FILE="/nonexistent", AWS_SHARED_CREDENTIALS_FILE="/nonexistent",
                  AWS_EC2_METADATA_DISABLED="true")


class Raw:
    def __init__(self, body):
        self.body = body

    def stream(self, **_):
        yield self.body
        self.body = b""

    def read(self, *_):
        body, self.body = self.body, b""
        return body


def http(status, body=b"<R/>", **headers):
    return lambda request: AWSResponse(request.url, status, headers, Raw(body))


def unreachable(request):
    raise EndpointConnectionError(endpoint_url=request.url)


class Wire:
    """Instead of the HTTP session: answers what the scenario says."""

    def __init__(self, answers):
        self.answers = list(answers)

    def send(self, request):
        return self.answers.pop(0)(request)

    def close(self):
        pass


def thrower(**_):
    raise RuntimeError("handler")


BUCKETS = b"<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>"

SCENARIOS = [
    ("success", "lab", "Echo", {}, [http(200)], {}),
    ("parameters", "lab", "Echo", {"Text": "hello"}, [http(200)], {}),
    ("unsigned operation", "lab", "Open", {}, [http(200)], {}),
    ("streamed output", "lab", "Fetch", {"Name": "n"}, [http(200, b"abc")], {}),
    ("500 then success", "lab", "Echo", {}, [http(500), http(200)], {}),
    ("two 503 then success", "lab", "Echo", {}, [http(503), http(503), http(200)], {}),
    ("no connection, then success", "lab", "Echo", {}, [unreachable, http(200)], {}),
    ("no connection, no attempt left", "lab", "Echo", {}, [unreachable] * 2, {"max_attempts": 1}),
    ("400", "lab", "Echo", {}, [http(400)], {}),
    ("500, no attempt left", "lab", "Echo", {}, [http(500)] * 2, {"max_attempts": 1}),
    ("before-call answers", "lab", "Echo", {}, [], {"answer": "before-call"}),
    ("before-send answers", "lab", "Echo", {}, [], {"answer": "before-send"}),
    ("unknown parameter", "lab", "Echo", {"Txt": "x"}, [], {}),
    ("provide-client-params throws", "lab", "Echo", {}, [], {"throw": "provide-client-params"}),
    ("before-parameter-build throws", "lab", "Echo", {}, [], {"throw": "before-parameter-build"}),
    ("before-endpoint-resolution throws", "lab", "Echo", {}, [], {"throw": "before-endpoint-resolution"}),
    ("before-call throws", "lab", "Echo", {}, [], {"throw": "before-call"}),
    ("request-created throws", "lab", "Echo", {}, [], {"throw": "request-created"}),
    ("choose-signer throws", "lab", "Echo", {}, [], {"throw": "choose-signer"}),
    ("before-sign throws", "lab", "Echo", {}, [], {"throw": "before-sign"}),
    ("before-send throws", "lab", "Echo", {}, [], {"throw": "before-send"}),
    ("before-parse throws", "lab", "Echo", {}, [http(200)], {"throw": "before-parse"}),
    ("response-received throws", "lab", "Echo", {}, [http(200)], {"throw": "response-received"}),
    ("needs-retry throws", "lab", "Echo", {}, [http(200)], {"throw": "needs-retry"}),
    ("after-call throws", "lab", "Echo", {}, [http(200)], {"throw": "after-call"}),
    ("no credentials", "lab", "Echo", {}, [], {"anonymous": True}),
    ("not XML", "lab", "Echo", {}, [http(200, b"<cut")], {}),
    ("S3 list", "s3", "ListBuckets", {}, [http(200, BUCKETS)], {}),
    ("S3 put", "s3", "PutObject", {"Bucket": "bucket-one", "Key": "k", "Body": b"x"}, [http(200, b"")], {}),
    ("standard mode", "lab", "Echo", {}, [http(500), http(200)], {"mode": "standard"}),
]


def record(service, operation, params, answers, options):
    session = Session()
    session.set_config_variable("data_path", str(MODELS))
    if not options.get("anonymous"):
        session.set_credentials("AKIDEXAMPLE", "secret")
    retries = {"mode": options.get("mode", "legacy")}
    if "max_attempts" in options:
        retries["max_attempts"] = options["max_attempts"]
    client = session.create_client(service, region_name="us-east-1", config=Config(retries=retries))
    client._endpoint.http_session = Wire(answers)
    botocore.endpoint.time.sleep = lambda seconds: None
    events = client.meta.events
    seen = []
    events.register_first("*", lambda event_name, **kwargs: seen.append([event_name, sorted(kwargs)]))
    if "throw" in options:
        events.register(options["throw"], thrower)
    if options.get("answer") == "before-call":
        events.register("before-call", lambda **_: (http(200)(type("R", (), {"url": ""})), {"ResponseMetadata": {}}))
    if options.get("answer") == "before-send":
        events.register("before-send", lambda request, **_: http(200)(request))
    failure = None
    try:
        getattr(client, next(m for m, o in client.meta.method_to_api_mapping.items() if o == operation))(**params)
    except Exception as e:
        failure = type(e).__name__
    return {"events": seen, "failure": failure}


result = {}
for name, service, operation, params, answers, options in SCENARIOS:
    result[name] = record(service, operation, params, answers, options)
lines = []
for name, outcome in result.items():
    events = ",\n".join("   " + json.dumps(event) for event in outcome["events"])
    lines.append(f' {json.dumps(name)}: {{\n  "failure": {json.dumps(outcome["failure"])},\n  "events": [\n{events}\n  ]\n }}')
print("{\n" + ",\n".join(lines) + "\n}")
