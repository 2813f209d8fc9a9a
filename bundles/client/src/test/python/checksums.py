"""Writes src/test/resources/checksum/requests.json: what botocore makes of requests that get checksums or are compressed.

Needs botocore==1.43.67, awscrt and no network.
"""
import base64, gzip, hashlib, io, json, os, random
import botocore.session
from botocore.compress import maybe_compress_request
from botocore.config import Config
from botocore.awsrequest import HeadersDict
from botocore.context import get_context, start_as_current_context
from botocore.httpchecksum import apply_request_checksum, resolve_checksum_context

OPERATIONS = [
    ("s3", "PutObject"), ("s3", "PutObject"), ("s3", "PutObject"), ("s3", "UploadPart"), ("s3", "UploadPart"),
    ("s3", "PutObjectTagging"), ("s3", "DeleteObjects"), ("s3", "PutBucketAccelerateConfiguration"), ("s3", "RestoreObject"),
    ("s3", "GetObject"), ("s3", "ListBuckets"), ("s3control", "PutBucketPolicy"), ("cloudwatch", "PutMetricData"),
    ("cloudwatch", "PutMetricData"), ("sqs", "SendMessage"), ("lambda", "Invoke"),
]
ALGORITHMS = [None, None, None, "CRC32", "crc32", "CRC32C", "CRC64NVME", "SHA1", "SHA256", "SHA512", "XXHASH64", "XXHASH3",
              "XXHASH128", "FOO"]
HEADERS = [{}, {}, {}, {"Content-Encoding": "gzip"}, {"Content-Length": "77"}, {"x-amz-checksum-crc32": "AAAAAA=="},
           {"X-Amz-Checksum-Sha1": "x", "x-amz-checksum-type": "FULL_OBJECT"}, {"x-amz-checksum-algorithm": "CRC32"},
           {"x-amz-checksum-crc32-more": "x"}, {"Content-MD5": "x"}]
SIZES = [0, 1, 100, 5000, 10239, 10240, 12000, 1048576, 1048577, 2500000]


def content(size):
    block, state = bytearray(), 1
    for _ in range(4096):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        block.append((state >> 16) & 0xFF)
    return (bytes(block) * (size // 4096 + 1))[:size]


class OneWay:
    def __init__(self, data):
        self._data = io.BytesIO(data)

    def read(self, size=None):
        return self._data.read(size)


def run(session, case):
    model = session.get_service_model(case["service"]).operation_model(case["operation"])
    data = content(case["size"])
    body = {"bytes": data, "stream": io.BytesIO(data), "oneway": OneWay(data)}[case["kind"]]
    config = Config(request_checksum_calculation=case["calculation"], signature_version=case["signature"],
                    disable_request_compression=case["uncompressed"], request_min_compression_size_bytes=10240)
    context = {"client_config": config}
    if case["presign"]:
        context["is_presign_request"] = True
    headers = case["headers"]
    request = {"headers": HeadersDict(headers), "body": body, "url": case["url"], "context": context}
    result = {}
    with start_as_current_context():
        try:
            resolve_checksum_context(request, model, case["params"])
            maybe_compress_request(config, request, model)
            apply_request_checksum(request)
        except Exception as e:
            return {"error": type(e).__name__}
        result["features"] = sorted(get_context().features)
    result["headers"] = {k.lower(): v for k, v in request["headers"].items()}
    result["context"] = context.get("checksum")
    sent = request["body"]
    sent = sent if isinstance(sent, bytes) else sent.read()
    if "L" in result["features"]:
        sent = gzip.decompress(sent)
    result["length"] = len(sent)
    result["sha256"] = hashlib.sha256(sent).hexdigest()
    return result


def main():
    session = botocore.session.Session()
    chance = random.Random(20)
    cases, seen = [], set()
    while len(cases) < 240:
        service, operation = chance.choice(OPERATIONS)
        model = session.get_service_model(service).operation_model(operation)
        trait = model.http_checksum
        case = {"service": service, "operation": operation, "params": {}, "headers": dict(chance.choice(HEADERS)),
                "size": chance.choice(SIZES), "kind": "bytes", "calculation": chance.choice(["when_supported", "when_required"]),
                "signature": chance.choice(["s3v4", "v4", "v4", "v2", "s3"]), "presign": chance.random() < 0.1,
                "uncompressed": chance.random() < 0.2, "url": chance.choice(["https://h/", "https://h/", "http://h/"])}
        algorithm = chance.choice(ALGORITHMS)
        if trait.get("requestAlgorithmMember") and algorithm:
            case["params"][trait["requestAlgorithmMember"]] = algorithm
        if trait.get("requestValidationModeMember") and chance.random() < 0.7:
            case["params"][trait["requestValidationModeMember"]] = "ENABLED"
        if model.has_streaming_input:
            case["kind"] = chance.choice(["bytes", "stream", "oneway"])
            if case["kind"] == "oneway" and (case["url"].startswith("http:") or case["signature"] == "s3"):
                continue
        key = json.dumps(case, sort_keys=True)
        if key in seen:
            continue
        seen.add(key)
        shape = model.input_shape
        member = trait.get("requestAlgorithmMember")
        case["model"] = {
            "httpChecksum": trait, "httpChecksumRequired": bool(model.http_checksum_required),
            "requestcompression": model.request_compression, "streaming": model.has_streaming_input,
            "members": {member: shape.members[member].serialization.get("name")} if member else {}}
        case["expected"] = run(session, case)
        cases.append(case)
    target = os.path.join(os.path.dirname(__file__), "..", "resources", "checksum", "requests.json")
    with open(target, "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(c, sort_keys=True) for c in cases) + "\n]\n")
    print(len(cases), [sum("error" in c["expected"] for c in cases)])


main()
