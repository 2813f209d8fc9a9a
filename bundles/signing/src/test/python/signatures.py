"""Writes src/test/resources/signatures.txt: what the reference (botocore) makes of requests that are hard to sign.

Run it with a Python that has botocore; the fixture is committed, so the build needs no Python.
"""
import datetime
import io
import pathlib
import types

import botocore.auth
from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import ReadOnlyCredentials

NOW = datetime.datetime(2015, 8, 30, 12, 36, 0, tzinfo=datetime.timezone.utc)
botocore.auth.get_current_datetime = lambda: NOW

CASES = [
    dict(name="bare host", url="https://example.com"),
    dict(name="own port is dropped", url="https://Example.COM:443/"),
    dict(name="own port of http is dropped", url="http://example.com:80/"),
    dict(name="other port stays", url="http://example.com:443/"),
    dict(name="user info is dropped", url="http://me:secret@example.com:8080/x"),
    dict(name="IPv6 host", url="http://[2001:db8::1]:8000/x"),
    dict(name="IPv6 host without port", url="http://[2001:db8::1]/x"),
    dict(name="fragment is dropped", url="https://example.com/a?b=c#d/e?f"),
    dict(name="dots and slashes", url="https://example.com/a/./b//c/../d/"),
    dict(name="dots above the root", url="https://example.com/../../a"),
    dict(name="only dots", url="https://example.com/a/.."),
    dict(name="only dots and a slash", url="https://example.com/a/../"),
    dict(name="three dots are a name", url="https://example.com/.../..a"),
    dict(name="encoded path is encoded again", url="https://example.com/a%20b/%C3%A4%2F"),
    dict(name="reserved characters in the path", url="https://example.com/a:b@c!$&'()*+,;=d~e-f_g.h"),
    dict(name="characters outside ASCII in the path", url="https://example.com/\u00e4\u20ac\U0001f42c"),
    dict(name="query is sorted by name and value", url="https://example.com/?b=2&a=3&b=1&a&a=&ab=1&B=1"),
    dict(name="query stays encoded", url="https://example.com/?prefix=a%2Fb%20c&marker=x+y&list-type=2"),
    dict(name="query with several equals signs", url="https://example.com/?a=b=c&a=b&a=b-c"),
    dict(name="params are encoded and sorted", url="https://example.com/", params={
        "b c": "d/e", "a": "\u00e4~._-", "A": "+&="}),
    dict(name="params win over the query", url="https://example.com/?x=1", params={"y": "2"}),
    dict(name="spaces in values", url="https://example.com/", headers=[
        ("X-A", "  a  b\tc  "), ("X-B", ""), ("X-C", "   "), ("x-b2", "\"x   y\"")]),
    dict(name="several values", url="https://example.com/", headers=[
        ("X-A", "b"), ("Z", "1"), ("x-a", "a "), ("X-Amz-Meta-1", "2"), ("X-A-B", "c")]),
    dict(name="headers that are not signed", url="https://example.com/", headers=[
        ("Connection", "x"), ("Expect", "100-continue"), ("User-Agent", "me"), ("X-Amzn-Trace-Id", "t"),
        ("TE", "x"), ("Transfer-Encoding", "chunked"), ("Keep-Alive", "1"), ("Upgrade", "1"), ("Trailer", "t"),
        ("Proxy-Authenticate", "p"), ("Proxy-Authorization", "p"), ("X-Signed", "1")]),
    dict(name="given host", url="https://example.com/", headers=[("Host", "other.example.com:444")]),
    dict(name="characters outside ASCII in a header", url="https://example.com/", headers=[("X-Name", "J\u00e4ger")]),
    dict(name="old signature", url="https://example.com/", headers=[
        ("Authorization", "old"), ("X-Amz-Date", "20000101T000000Z"), ("X-Amz-Security-Token", "old")], token="new"),
    dict(name="stays of an old token", url="https://example.com/", headers=[("X-Amz-Security-Token", "old")]),
    dict(name="body", method="POST", url="https://example.com/", body="Action=List&Version=1"),
    dict(name="given body hash", method="POST", url="https://example.com/", body="x",
         headers=[("X-Amz-Content-SHA256", "abc")]),
    dict(name="unsigned payload", method="POST", url="https://example.com/", body="x", unsigned=True),
    dict(name="unsigned payload over http", method="POST", url="http://example.com/", body="x", unsigned=True),
    dict(name="trailer", method="PUT", url="https://example.com/", body="x", checksum=("trailer", "x-amz-checksum-crc32")),
]

S3_CASES = [
    dict(name="path as it is", url="https://b.s3.amazonaws.com/a//b/./c/../%20d~e+f"),
    dict(name="get", url="https://b.s3.amazonaws.com/?list-type=2&prefix=a%2F"),
    dict(name="put over http", method="PUT", url="http://b.s3.amazonaws.com/k", body="data", streaming=True,
         headers=[("Content-MD5", "x")]),
    dict(name="put over https without checksum", method="PUT", url="https://b.s3.amazonaws.com/k", body="data",
         streaming=True),
    dict(name="put over https with MD5", method="PUT", url="https://b.s3.amazonaws.com/k", body="data", streaming=True,
         headers=[("Content-MD5", "x")]),
    dict(name="post over https with MD5", method="POST", url="https://b.s3.amazonaws.com/k", body="data",
         headers=[("Content-MD5", "x")]),
    dict(name="checksum header", method="PUT", url="https://b.s3.amazonaws.com/k", body="data", streaming=True,
         headers=[("x-amz-checksum-crc32", "x")], checksum=("header", "x-amz-checksum-crc32")),
    dict(name="MD5 when another header was promised", method="PUT", url="https://b.s3.amazonaws.com/k", body="data",
         streaming=True, headers=[("Content-MD5", "x")], checksum=("header", "x-amz-checksum-crc32")),
    dict(name="checksum trailer", method="PUT", url="https://b.s3.amazonaws.com/k", body="data", streaming=True,
         checksum=("trailer", "x-amz-checksum-crc32")),
    dict(name="configured to sign", method="PUT", url="https://b.s3.amazonaws.com/k", body="data", streaming=True,
         headers=[("Content-MD5", "x")], configured=True),
    dict(name="configured not to sign", method="PUT", url="http://b.s3.amazonaws.com/k", body="data", configured=False),
    dict(name="operation without payload signing", method="PUT", url="https://b.s3.amazonaws.com/k", body="data",
         headers=[("Content-MD5", "x")], unsigned=True),
    dict(name="given hash is computed anew", method="PUT", url="https://b.s3.amazonaws.com/k", body="data",
         headers=[("X-Amz-Content-SHA256", "old")]),
    dict(name="session token", url="https://b.s3.amazonaws.com/k", token="to/ken=="),
]


def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def write(case, version, auth_class, out):
    request = AWSRequest(method=case.get("method", "GET"), url=case["url"], params=case.get("params", {}))
    lines = [("case", case["name"]), ("version", version), ("method", request.method), ("url", case["url"])]
    for name, value in case.get("headers", []):
        request.headers.add_header(name, value)
        lines.append(("header", f"{name}:{value}"))
    for name, value in case.get("params", {}).items():
        lines.append(("param", f"{name}:{value}"))
    if "body" in case:
        request.data = io.BytesIO(case["body"].encode()) if case.get("streaming") else case["body"].encode()
        lines.append(("body", case["body"]))
    if case.get("unsigned"):
        request.context["payload_signing_enabled"] = False
        lines.append(("unsigned", "true"))
    if case.get("streaming"):
        request.context["has_streaming_input"] = True
        lines.append(("streaming", "true"))
    if "checksum" in case:
        place, name = case["checksum"]
        request.context["checksum"] = {"request_algorithm": {"algorithm": "crc32", "in": place, "name": name}}
        lines.append(("checksum", f"{place}:{name}"))
    if "configured" in case:
        request.context["client_config"] = types.SimpleNamespace(s3={"payload_signing_enabled": case["configured"]})
        lines.append(("configured", str(case["configured"]).lower()))
    if "token" in case:
        lines.append(("token", case["token"]))
    credentials = ReadOnlyCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", case.get("token"), None)
    auth = auth_class(credentials, "service", "us-east-1")
    canonical = []
    original = auth.canonical_request
    auth.canonical_request = lambda r: canonical.append(original(r)) or canonical[0]
    auth.add_auth(request)
    lines.append(("canonical", canonical[0]))
    lines.append(("authorization", request.headers["Authorization"]))
    for key, value in lines:
        out.write(f"{key} {escape(value)}\n")
    out.write("\n")


def main():
    target = pathlib.Path(__file__).parent.parent / "resources" / "signatures.txt"
    with target.open("w", encoding="utf-8") as out:
        for case in CASES:
            write(case, "v4", SigV4Auth, out)
        for case in S3_CASES:
            write(case, "s3v4", S3SigV4Auth, out)


if __name__ == "__main__":
    main()
