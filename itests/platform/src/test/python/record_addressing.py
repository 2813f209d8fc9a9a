"""Records where the reference sends S3 and S3 Control requests, and what it signs them for.

Each row has a configuration, a region, an operation and its parameters (by the names below), and then either what was
sent, one line a request (method, URL, scheme, scope, and the headers that name account, outpost or session), or the
type of the reference's error. A row is a line of the file.
The reference needs awscrt, or it signs nothing with SigV4a:
    pip install botocore==1.43.67 awscrt
    python3 src/test/python/record_addressing.py src/test/resources
"""
import io
import json
import os
import re
import sys

for variable in list(os.environ):
    if variable.startswith("AWS_"):
        del os.environ[variable]
os.environ.update(AWS_CONFIG_FILE="/nonexistent", AWS_SHARED_CREDENTIALS_FILE="/nonexistent",
                  AWS_EC2_METADATA_DISABLED="true")

import awscrt  # noqa: F401  the reference uses it when it is there
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.session import Session

CREATED = ("<CreateSessionResult><Credentials><SessionToken>SESSION</SessionToken><SecretAccessKey>secret</SecretAccessKey>"
           "<AccessKeyId>AKIDSESSION</AccessKeyId><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>"
           "</CreateSessionResult>")
# One, because it keeps the models; clients are made anew, because they remember sessions of buckets.
SESSION = Session()
SESSION.set_credentials("AKIDEXAMPLE", "secret")
SHOWN = ("x-amz-account-id", "x-amz-outpost-id", "x-amz-s3session-token")
ACCOUNT = "123456789012"

S3 = {
    "default": {},
    "virtual": {"s3": {"addressing_style": "virtual"}},
    "path": {"s3": {"addressing_style": "path"}},
    "auto": {"s3": {"addressing_style": "auto"}},
    "regional": {"s3": {"us_east_1_regional_endpoint": "regional"}},
    "regional path": {"s3": {"us_east_1_regional_endpoint": "regional", "addressing_style": "path"}},
    "no ssl": {"use_ssl": False},
    "dual": {"use_dualstack_endpoint": True},
    "s3 dual": {"s3": {"use_dualstack_endpoint": True}},
    "dual path": {"use_dualstack_endpoint": True, "s3": {"addressing_style": "path"}},
    "fips": {"use_fips_endpoint": True},
    "fips path": {"use_fips_endpoint": True, "s3": {"addressing_style": "path"}},
    "fips dual": {"use_fips_endpoint": True, "use_dualstack_endpoint": True},
    "accelerate": {"s3": {"use_accelerate_endpoint": True}},
    "accelerate dual": {"s3": {"use_accelerate_endpoint": True, "use_dualstack_endpoint": True}},
    "accelerate fips": {"s3": {"use_accelerate_endpoint": True}, "use_fips_endpoint": True},
    "accelerate path": {"s3": {"use_accelerate_endpoint": True, "addressing_style": "path"}},
    "custom": {"endpoint_url": "https://store.example.com"},
    "custom port": {"endpoint_url": "http://localhost:9000"},
    "custom path": {"endpoint_url": "https://store.example.com:8443/base/"},
    "custom virtual": {"endpoint_url": "https://store.example.com", "s3": {"addressing_style": "virtual"}},
    "custom virtual http": {"endpoint_url": "http://store.example.com", "s3": {"addressing_style": "virtual"}},
    "custom IP": {"endpoint_url": "http://127.0.0.1:9000", "s3": {"addressing_style": "virtual"}},
    "custom fips dual": {"endpoint_url": "https://store.example.com", "use_fips_endpoint": True,
                         "use_dualstack_endpoint": True},
    "custom accelerate": {"endpoint_url": "https://store.example.com", "s3": {"use_accelerate_endpoint": True}},
    "own arn region": {"s3": {"use_arn_region": False}},
    "no mrap": {"s3": {"s3_disable_multiregion_access_points": True}},
    "no sessions": {"s3": {"disable_s3_express_session_auth": True}},
    "no sessions path": {"s3": {"disable_s3_express_session_auth": True, "addressing_style": "path"}},
    "sigv4": {"signature_version": "s3v4"},
    "prefers sigv4a": {"auth_scheme_preference": "sigv4a"},
}
BUCKETS = {
    "plain": "my-bucket", "dots": "my.bucket", "upper": "MyBucket", "underscore": "my_bucket", "two": "mb",
    "IP": "192.168.5.4", "hyphens": "my--bucket-", "long": "b" * 64,
    "access point": f"arn:aws:s3:us-west-2:{ACCOUNT}:accesspoint/myap",
    "access point, colon": f"arn:aws:s3:us-west-2:{ACCOUNT}:accesspoint:myap",
    "access point elsewhere": f"arn:aws:s3:eu-west-1:{ACCOUNT}:accesspoint/myap",
    "access point of China": f"arn:aws-cn:s3:cn-north-1:{ACCOUNT}:accesspoint/myap",
    "access point without region": f"arn:aws:s3::{ACCOUNT}:accesspoint/myap",
    "access point without account": "arn:aws:s3:us-west-2::accesspoint/myap",
    "access point of FIPS": f"arn:aws:s3:fips-us-west-2:{ACCOUNT}:accesspoint/myap",
    "object lambda": f"arn:aws:s3-object-lambda:us-west-2:{ACCOUNT}:accesspoint/mybanner",
    "object lambda elsewhere": f"arn:aws:s3-object-lambda:eu-west-1:{ACCOUNT}:accesspoint/mybanner",
    "outpost": f"arn:aws:s3-outposts:us-west-2:{ACCOUNT}:outpost/op-01234567890123456/accesspoint/myap",
    "outpost elsewhere": f"arn:aws:s3-outposts:eu-west-1:{ACCOUNT}:outpost:op-01234567890123456:accesspoint:myap",
    "outpost bucket": f"arn:aws:s3-outposts:us-west-2:{ACCOUNT}:outpost/op-01234567890123456/bucket/b",
    "multi-region": f"arn:aws:s3::{ACCOUNT}:accesspoint:mfzwi23gnjvgw.mrap",
    "other service": f"arn:aws:sqs:us-west-2:{ACCOUNT}:queue",
    "alias": "myap-abcdefghijklmnopqrstuvwxyz0123-s3alias",
    "outpost alias": "test-accessp-o0b1d075431d83bebde8xz5w8ijx1qzlbp3i3kuse10--op-s3",
    "express": "x--usw2-az1--x-s3",
    "express access point": "ap--usw2-az1--xa-s3",
}
USUAL = ("plain", "dots", "access point elsewhere", "object lambda", "outpost", "multi-region", "express")
REGIONS = ["us-east-1", "aws-global", None, "us-west-7", "cn-north-1", "us-gov-west-1", "fips-us-gov-west-1",
           "fips-us-west-2", "us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1", "eusc-de-east-1", "s3-external-1",
           "ap-southeast-5", "fips-us-east-1"]
OBJECT = {"Bucket": None, "Key": "a/b c"}
OPERATIONS = {
    "HeadBucket": {"Bucket": None}, "CreateBucket": {"Bucket": None}, "ListObjectsV2": {"Bucket": None},
    "GetBucketLocation": {"Bucket": None}, "GetBucketAcl": {"Bucket": None}, "DeleteBucket": {"Bucket": None},
    "DeleteObject": OBJECT, "CopyObject": {**OBJECT, "CopySource": "other/key"},
}


def s3_rows():
    for config in S3:
        everything = config in ("default", "path", "accelerate", "custom", "custom virtual", "own arn region")
        for bucket in BUCKETS if everything else USUAL:
            yield config, "us-west-2", "GetObject", {"Bucket": bucket, "Key": "a/b c"}
    for region in REGIONS:
        for bucket in ("plain", "dots", "access point", "access point of China", "object lambda", "outpost",
                       "multi-region", "express"):
            yield "default", region, "GetObject", {"Bucket": bucket, "Key": "k"}
        for config in ("path", "dual", "fips", "accelerate", "custom", "regional"):
            for bucket in ("plain", "access point"):
                yield config, region, "GetObject", {"Bucket": bucket, "Key": "k"}
    for operation, params in OPERATIONS.items():
        for bucket in ("plain", "dots", "access point", "outpost", "multi-region", "express"):
            yield "default", "us-west-2", operation, {**params, "Bucket": bucket}
        for config in ("path", "accelerate", "custom", "fips", "dual", "no sessions"):
            for bucket in ("plain", "express"):
                yield config, "us-west-2", operation, {**params, "Bucket": bucket}
    for config in ("default", "custom path", "fips", "dual", "accelerate", "no ssl"):
        for region in ("us-west-2", "us-east-1", None, "cn-north-1"):
            yield config, region, "ListBuckets", {}
            yield config, region, "ListDirectoryBuckets", {}
            yield config, region, "WriteGetObjectResponse", {"RequestRoute": "route-1", "RequestToken": "token"}


CONTROL = {
    "default": {}, "dual": {"use_dualstack_endpoint": True}, "fips": {"use_fips_endpoint": True},
    "fips dual": {"use_fips_endpoint": True, "use_dualstack_endpoint": True},
    "arn region": {"s3": {"use_arn_region": True}}, "accelerate": {"s3": {"use_accelerate_endpoint": True}},
    "s3 dual": {"s3": {"use_dualstack_endpoint": True}}, "no ssl": {"use_ssl": False},
    "custom": {"endpoint_url": "https://control.example.com"},
    "custom path": {"endpoint_url": "http://control.example.com:8080/base"},
    "no prefix": {"inject_host_prefix": False},
}
OUTPOST = "outpost/op-01234567890123456"
NAMES = {
    "plain": "myap", "outpost": f"arn:aws:s3-outposts:us-west-2:{ACCOUNT}:{OUTPOST}/accesspoint/myap",
    "colons": f"arn:aws:s3-outposts:us-west-2:{ACCOUNT}:outpost:op-01234567890123456:accesspoint:myap",
    "elsewhere": f"arn:aws:s3-outposts:eu-west-1:{ACCOUNT}:{OUTPOST}/accesspoint/myap",
    "China": f"arn:aws-cn:s3-outposts:cn-north-1:{ACCOUNT}:{OUTPOST}/accesspoint/myap",
    "FIPS": f"arn:aws:s3-outposts:fips-us-west-2:{ACCOUNT}:{OUTPOST}/accesspoint/myap",
    "access point": f"arn:aws:s3:us-west-2:{ACCOUNT}:accesspoint:myap",
    "bucket": f"arn:aws:s3-outposts:us-west-2:{ACCOUNT}:{OUTPOST}/bucket/mybucket",
    "bucket, colons": f"arn:aws:s3-outposts:us-west-2:{ACCOUNT}:outpost:op-01234567890123456:bucket:mybucket",
    "bucket elsewhere": f"arn:aws:s3-outposts:us-gov-west-1:{ACCOUNT}:{OUTPOST}/bucket/mybucket",
    "short": f"arn:aws:s3-outposts:us-west-2:{ACCOUNT}:outpost", "no ARN": "arn:aws:s3-outposts",
    "no account": f"arn:aws:s3-outposts:us-west-2::{OUTPOST}/accesspoint/myap",
    "no region": f"arn:aws:s3-outposts::{ACCOUNT}:{OUTPOST}/bucket/mybucket",
    "outpost id": "op-01234567890123456", "express": "x--usw2-az1--x-s3",
}


def control_rows():
    account = {"AccountId": ACCOUNT}
    for config in CONTROL:
        for name in NAMES:
            if name != "outpost id":
                yield config, "us-west-2", "GetAccessPoint", {**account, "Name": name}
                yield config, "us-west-2", "GetBucket", {**account, "Bucket": name}
        for operation in ("ListRegionalBuckets",):
            yield config, "us-west-2", operation, {**account, "OutpostId": "outpost id"}
            yield config, "us-west-2", operation, account
        yield config, "us-west-2", "CreateBucket", {"Bucket": "plain", "OutpostId": "outpost id"}
        yield config, "us-west-2", "GetPublicAccessBlock", account
    for name in ("plain", "outpost", "bucket"):
        yield "default", "us-west-2", "CreateAccessPoint", {**account, "Name": name, "Bucket": "bucket"}
        yield "default", "us-west-2", "CreateAccessPoint", {**account, "Name": "plain", "Bucket": name}
        yield "default", "us-west-2", "GetAccessPoint", {"Name": name}
        yield "default", "us-west-2", "GetAccessPoint", {"AccountId": "210987654321", "Name": name}
        yield "default", "us-west-2", "DeleteBucketTagging", {**account, "Bucket": name}
        yield "default", "us-west-2", "ListAccessPoints", {**account, "Bucket": name}
    for bad in ("has space", "a.b", "", "under_score"):
        yield "default", "us-west-2", "GetPublicAccessBlock", {"AccountId": bad}
    for region in ("us-east-1", "cn-north-1", "us-gov-west-1", "fips-us-gov-west-1", "us-west-7", "us-iso-east-1",
                   "fips-us-west-2", "eu-central-1", None):
        yield "default", region, "GetPublicAccessBlock", account
        yield "default", region, "GetAccessPoint", {**account, "Name": "outpost"}
        yield "arn region", region, "GetAccessPoint", {**account, "Name": "outpost"}
        yield "dual", region, "ListRegionalBuckets", {**account, "OutpostId": "outpost id"}


def seen(request):
    authorization = request.headers.get("Authorization", b"")
    authorization = authorization.decode() if isinstance(authorization, bytes) else authorization
    found = re.match(r"(\S+) Credential=(\w+)/\d+/(.*)/aws4_request, ", authorization)
    line = [request.method, request.url, found.group(1) if found else "-", found.group(3) if found else "-"]
    for name in ("x-amz-region-set", *SHOWN):
        value = request.headers.get(name)
        if value is not None:
            line.append(name + "=" + (value.decode() if isinstance(value, bytes) else value))
    return " ".join(line)


def record(service, settings, region, operation, params):
    given = {k: v for k, v in settings.items() if k not in ("endpoint_url", "use_ssl")}
    requests = []

    def answering(request, **_):
        requests.append(seen(request))
        body = CREATED if request.url.endswith("?session") else "<Answer/>"
        raw = io.BytesIO(body.encode())
        raw.stream = lambda **_: iter([raw.read()])
        return AWSResponse(request.url, 200, {}, raw)

    try:
        client = SESSION.create_client(service, region_name=region, use_ssl=settings.get("use_ssl", True),
                                       endpoint_url=settings.get("endpoint_url"),
                                       config=Config(**json.loads(json.dumps(given))))
        client.meta.events.register("before-send", answering)
        method = next(m for m, o in client.meta.method_to_api_mapping.items() if o == operation)
        getattr(client, method)(**params)
    except Exception as e:
        if not requests:
            return {"error": type(e).__name__}
        if type(e).__name__ not in ("ClientError", "ParamValidationError", "ResponseParserError", "AttributeError"):
            raise
    return {"sent": requests}


def write(folder, service, configs, names, rows):
    lines = []
    known = set()
    for config, region, operation, params in rows:
        key = json.dumps([config, region, operation, params])
        if key in known:
            continue
        known.add(key)
        actual = {k: names.get(v, v) for k, v in params.items()}
        entry = {"config": config, "region": region, "operation": operation, "params": params,
                 **record(service, configs[config], region, operation, actual)}
        lines.append(json.dumps(entry, separators=(",", ":")))
    with open(os.path.join(folder, f"addressing-{service}.json"), "w") as out:
        out.write('{"configs":' + json.dumps(configs, separators=(",", ":")) + ',\n"names":'
                  + json.dumps(names, separators=(",", ":")) + ',\n"rows":[\n' + ",\n".join(lines) + "\n]}\n")
    print(service, len(lines), file=sys.stderr)


write(sys.argv[1], "s3", S3, BUCKETS, s3_rows())
write(sys.argv[1], "s3control", CONTROL, NAMES, control_rows())
