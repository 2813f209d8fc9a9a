"""Writes src/test/resources/presigned.txt: what the reference (botocore) makes of requests that are presigned, or signed as
before SigV4.

Run it with a Python that has botocore; the fixture is committed, so the build needs no Python.
"""
import datetime
import io
import json
import pathlib
import time

import botocore.auth
from botocore import auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import ReadOnlyCredentials

NOW = datetime.datetime(2015, 8, 30, 12, 36, 0, tzinfo=datetime.timezone.utc)
SECOND = int(NOW.timestamp())
botocore.auth.get_current_datetime = lambda: NOW
botocore.auth.formatdate = lambda when=None, usegmt=False: time.strftime(
    "%a, %d %b %Y %H:%M:%S GMT", time.gmtime(SECOND if when is None else when))


class FixedTime:
    strftime = staticmethod(time.strftime)
    gmtime = staticmethod(lambda *args: time.gmtime(SECOND))
    time = staticmethod(lambda: SECOND)


botocore.auth.time = FixedTime

FORM = [("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")]
JSON = [("X-Amz-Target", "DynamoDB_20120810.ListTables"), ("Content-Type", "application/x-amz-json-1.0")]

QUERIES = [
    dict(name="bare host", url="https://example.com"),
    dict(name="a query", url="https://example.com/?b=2&a=1"),
    dict(name="repeated keys keep the first", url="https://example.com/?b=2&a=1&b=3&a=4"),
    dict(name="keys without values", url="https://example.com/?acl&uploads=&x=1"),
    dict(name="empty pairs", url="https://example.com/?&a=1&&b=2&"),
    dict(name="encoded query", url="https://example.com/?prefix=a%2Fb%20c+d&m%C3%A4rker=%E2%82%AC"),
    dict(name="what is no encoding", url="https://example.com/?a=%zz%2&b=100%"),
    dict(name="values with equals signs", url="https://example.com/?a=b=c"),
    dict(name="query with characters outside ASCII", url="https://example.com/?a=\u00e4\u20ac\U0001f42c"),
    dict(name="params come behind the query", url="https://example.com/?b=2&x=1", params={"a": "1 2", "x": "9"}),
    dict(name="a form", method="POST", url="https://sts.amazonaws.com/", headers=FORM,
         form={"Action": "GetCallerIdentity", "Version": "2011-06-15"}),
    dict(name="a form beside a query", method="GET", url="https://sts.amazonaws.com/?Action=old&b=1", headers=FORM,
         form={"Action": "AssumeRole", "RoleArn": "arn:aws:iam::123456789012:role/x", "Text": "a b+c/\u00e4"}),
    dict(name="another form type is signed", method="POST", url="https://example.com/",
         headers=[("Content-Type", "application/x-www-form-urlencoded")], form={"a": "1"}),
    dict(name="a JSON object", method="POST", url="https://dynamodb.us-east-1.amazonaws.com/", headers=JSON,
         body='{"Limit": 5, "ExclusiveStartTableName": "a \\"b\\" \\u00e4\\n/", "On": true, "Off": false, "No": null}'),
    dict(name="an empty JSON object", method="POST", url="https://dynamodb.us-east-1.amazonaws.com/", headers=JSON, body="{}"),
    dict(name="a JSON object with a list", method="POST", url="https://example.com/", headers=JSON,
         body='{"Names": ["a", "b c", 3], "None": [], "Last": "x"}'),
    dict(name="an empty body", method="PUT", url="https://example.com/", body=""),
    dict(name="a token", url="https://example.com/?a=1", token="to/ken=="),
    dict(name="headers", url="https://example.com/", headers=[("X-A", "  a  b "), ("x-amz-meta-b", "c"), ("User-Agent", "me"),
                                                            ("Range", "bytes=0-9")]),
    dict(name="given body hash", url="https://example.com/", headers=[("X-Amz-Content-SHA256", "abc")]),
    dict(name="expiry of its own", url="https://example.com/", expires=900),
    dict(name="path with dots", url="https://example.com/a/../b//c%20d"),
    dict(name="other port", url="https://example.com:8443/a"),
    dict(name="plain http", url="http://localhost:9000/b/k"),
    dict(name="unsigned payload", url="https://example.com/a", unsigned=True),
]

LEGACY = [
    dict(name="get", url="https://b.s3.amazonaws.com/k", auth_path="/b/k"),
    dict(name="path of the URL", url="https://s3.amazonaws.com/b/k"),
    dict(name="sub-resources", url="https://b.s3.amazonaws.com/k?versionId=a%2Fb&uploads&x=1&acl", auth_path="/b/k"),
    dict(name="response headers", auth_path="/b/k",
         url="https://b.s3.amazonaws.com/k?response-content-type=text%2Fplain&response-content-disposition=a%3B%20b%22c%22"),
    dict(name="plus is no space", url="https://b.s3.amazonaws.com/k?versionId=a+b", auth_path="/b/k"),
    dict(name="own headers", method="PUT", url="https://b.s3.amazonaws.com/k", auth_path="/b/k", headers=[
        ("x-amz-meta-b", " c "), ("X-Amz-Acl", "private"), ("Content-Type", "text/plain"), ("Content-MD5", "abc="),
        ("x-amz-meta-a", "1"), ("X-Other", "o")]),
    dict(name="several values", method="PUT", url="https://b.s3.amazonaws.com/k", auth_path="/b/k", headers=[
        ("x-amz-meta-b", "c"), ("X-Amz-Meta-B", "d")]),
    dict(name="a token", url="https://b.s3.amazonaws.com/k", auth_path="/b/k", token="to/ken=="),
    dict(name="a token beside headers", url="https://b.s3.amazonaws.com/k?acl", auth_path="/b/k", token="to/ken==",
         headers=[("x-amz-a", "b"), ("Date", "old"), ("Range", "bytes=0-9")]),
    dict(name="expiry of its own", url="https://b.s3.amazonaws.com/k", auth_path="/b/k", expires=60),
    dict(name="encoded path", url="https://b.s3.amazonaws.com/a%20b/%C3%A4", auth_path="/b/a%20b/%C3%A4"),
]

FORMS = [
    dict(name="form", method="POST", url="https://sdb.amazonaws.com/", form={"Action": "Select", "Text": "a b+\u00e4~*'()"}),
    dict(name="query", url="https://sdb.amazonaws.com/", params={"Action": "Select", "b": "2", "B": "1"}),
    dict(name="port and path", method="POST", url="http://localhost:8080/a/b", form={"Action": "List"}),
    dict(name="no path", method="POST", url="https://sdb.amazonaws.com", form={"Action": "List"}),
    dict(name="an older signature", method="POST", url="https://sdb.amazonaws.com/", form={
        "Action": "List", "Signature": "old", "Timestamp": "old"}),
    dict(name="a token", method="POST", url="https://sdb.amazonaws.com/", form={"Action": "List"}, token="to/ken=="),
]

POLICIES = [
    dict(name="nothing", policy={}, fields={}),
    dict(name="bucket and key", policy={"expiration": "2015-08-30T13:36:00Z", "conditions": [
        {"bucket": "b"}, {"key": "k"}]}, fields={"key": "k"}),
    dict(name="all kinds of conditions", policy={"expiration": "2015-08-30T13:36:00Z", "conditions": [
        {"acl": "public-read"}, ["content-length-range", 1, 10485760], ["starts-with", "$key", "a/\u00e4\"\\\n\t\u0001\U0001f42c"],
        {"n": None, "t": True, "f": False}, {}, []]}, fields={"acl": "public-read", "key": "a/${filename}"}),
    dict(name="a token", policy={"expiration": "2015-08-30T13:36:00Z", "conditions": [{"bucket": "b"}]}, fields={"key": "k"},
         token="to/ken=="),
]


def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def instance(version, credentials, case):
    expires = case.get("expires", 3600)
    if version == "v2":
        return auth.SigV2Auth(credentials)
    if version == "v3":
        return auth.SigV3Auth(credentials)
    if version == "s3":
        return auth.HmacV1Auth(credentials)
    if version == "s3-query":
        return auth.HmacV1QueryAuth(credentials, expires)
    if version == "s3-presign-post":
        return auth.HmacV1PostAuth(credentials)
    names = dict(service_name="service", region_name="us-east-1")
    if version == "v4-query":
        return auth.SigV4QueryAuth(credentials, expires=expires, **names)
    if version == "s3v4-query":
        return auth.S3SigV4QueryAuth(credentials, expires=expires, **names)
    if version == "s3v4-presign-post":
        return auth.S3SigV4PostAuth(credentials, **names)
    names["identity_cache"] = {}
    if version == "v4-s3express":
        return auth.S3ExpressAuth(credentials, **names)
    if version == "v4-s3express-query":
        return auth.S3ExpressQueryAuth(credentials, expires=expires, **names)
    return auth.S3ExpressPostAuth(credentials, **names)


def write(case, version, out):
    request = AWSRequest(method=case.get("method", "GET"), url=case.get("url", "https://example.com/"),
                         params=dict(case.get("params", {})), auth_path=case.get("auth_path"))
    request.context = {}
    lines = [("case", case["name"]), ("version", version), ("method", request.method), ("url", request.url)]
    for name, value in case.get("headers", []):
        request.headers.add_header(name, value)
        lines.append(("header", f"{name}:{value}"))
    for name, value in case.get("params", {}).items():
        lines.append(("param", f"{name}:{value}"))
    for name, value in case.get("form", {}).items():
        lines.append(("form", f"{name}:{value}"))
    for key in ("body", "token", "auth_path", "expires"):
        if key in case:
            lines.append((key, str(case[key])))
    if "form" in case:
        request.data = dict(case["form"])
    elif "body" in case:
        request.data = case["body"].encode()
    if case.get("unsigned"):
        request.context["payload_signing_enabled"] = False
        lines.append(("unsigned", "true"))
    if "policy" in case:
        request.context["s3-presign-post-policy"] = json.loads(json.dumps(case["policy"]))
        request.context["s3-presign-post-fields"] = dict(case["fields"])
    credentials = ReadOnlyCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", case.get("token"), None)
    instance(version, credentials, case).add_auth(request)
    if "policy" in case:
        for name, value in request.context["s3-presign-post-fields"].items():
            lines.append(("field", f"{name}:{value}"))
    elif version in ("v2",):
        for name, value in (request.data or request.params).items():
            lines.append(("signed", f"{name}:{value}"))
    elif version.endswith("-query"):
        lines.append(("presigned", request.url))
    else:
        for name, value in request.headers.items():
            lines.append(("signed", f"{name}:{value}"))
    for key, value in lines:
        out.write(f"{key} {escape(value)}\n")
    out.write("\n")


def main():
    target = pathlib.Path(__file__).parent.parent / "resources" / "presigned.txt"
    with target.open("w", encoding="utf-8") as out:
        for version in ("v4-query", "s3v4-query", "v4-s3express-query"):
            for case in QUERIES:
                # The reference signs an empty path for S3, where clients send a slash.
                if version == "v4-query" or case["name"] != "bare host":
                    write(case, version, out)
        for version in ("s3", "s3-query"):
            for case in LEGACY:
                # The reference signs both values and sends one.
                if version == "s3" or case["name"] != "several values":
                    write(case, version, out)
        for case in FORMS:
            write(case, "v2", out)
        for case in (dict(name="date"), dict(name="a token", token="to/ken=="), dict(name="older", headers=[
                ("Date", "old"), ("X-Amzn-Authorization", "old"), ("X-Amz-Security-Token", "old")], token="new")):
            write(case, "v3", out)
        for case in (dict(name="token", url="https://b.s3.amazonaws.com/k", token="to/ken=="),
                     dict(name="given token", url="https://b.s3.amazonaws.com/k", token="a", headers=[
                         ("x-amz-s3session-token", "given"), ("X-Amz-Security-Token", "old")])):
            write(case, "v4-s3express", out)
        for version in ("s3v4-presign-post", "v4-s3express-presign-post", "s3-presign-post"):
            for case in POLICIES:
                write(case, version, out)


if __name__ == "__main__":
    main()
