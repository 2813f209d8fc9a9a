"""Records what the reference sends to S3 and makes of the answers: every operation, and what is special about it.

Each case has the configuration of the client, an operation with its parameters and the answers it gets; the
reference's requests and its result or error are written beside them. Requests and answers of the operations are
generated from the model: once with all members, once with the required ones.
Run by hand when cases change; the build only reads what it wrote:
    python3 src/test/python/record_s3.py > src/test/resources/reference-s3.json

To keep it small, each answer has the headers of IDS besides its own, ResponseMetadata that equals METADATA is left
out; of the header Authorization only region, service and signed headers are kept; what SHORT names is abbreviated, and
HOST in URLs is ~; an answer that is 200 and empty, an empty body, an empty result and the headers of USUAL are left out; a header of those
that is not there is null.
Values that JSON lacks are objects of one key: $bytes (base64), $stream (base64) and $time (ISO 8601).
"""
import base64
import datetime
import hashlib
import io
import json
import os
import re
import sys
from xml.sax.saxutils import escape

for variable in list(os.environ):
    if variable.startswith("AWS_"):
        del os.environ[variable]
os.environ.update(AWS_CONFIG_FILE="/nonexistent", AWS_SHARED_CREDENTIALS_FILE="/nonexistent",
                  AWS_EC2_METADATA_DISABLED="true")

import botocore.endpoint
from botocore import UNSIGNED
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.session import Session

botocore.endpoint.time.sleep = lambda seconds: None
SKIPPED = {"SelectObjectContent", "CreateSession"}
VOLATILE = {"user-agent", "x-amz-date", "date", "amz-sdk-invocation-id", "amz-sdk-request"}
TIME = datetime.datetime(2024, 2, 29, 12, 34, 56, tzinfo=datetime.timezone.utc)
RFC822 = "Thu, 29 Feb 2024 12:34:56 GMT"
DEFAULTS = {"region_name": "us-west-2", "request_checksum_calculation": "when_required",
            "response_checksum_validation": "when_required"}
IDS = {"x-amz-request-id": "REQ1", "x-amz-id-2": "HOST1"}
SHORT = {"X-Amz-Content-SHA256": (hashlib.sha256().hexdigest(), "EMPTY"),
         "Authorization": ("host;x-amz-content-sha256;x-amz-date", "USUAL")}
USUAL = {"X-Amz-Content-SHA256": "EMPTY", "Authorization": "us-west-2/s3 USUAL"}
HOST = "https://my-bucket.s3.us-west-2.amazonaws.com"
METADATA = {"RequestId": "REQ1", "HostId": "HOST1", "HTTPStatusCode": 200, "RetryAttempts": 0}

model = Session().get_service_model("s3")


class Raw(io.BytesIO):
    """What an answer is read from."""

    def stream(self, **_):
        body = self.read()
        if body:
            yield body


# ---- generated requests -------------------------------------------------------------------------------------------

def fixed(name):
    return {"Bucket": "my-bucket", "Key": "some/key", "CopySource": "other-bucket/other key",
            "ExpectedBucketOwner": "owner", "AccountId": "123456789012",
            "RequestRoute": "route-1", "SSECustomerKey": "0123456789abcdef0123456789abcdef"}.get(name)


def skipped(operation, name, shape):
    checksum = operation.http_checksum
    return (name.startswith("Checksum") and name not in ("ChecksumType", "ChecksumAlgorithm")
            or name in (checksum.get("requestAlgorithmMember"), checksum.get("requestValidationModeMember"))
            or name in ("ContentMD5", "SSECustomerKeyMD5", "CopySourceSSECustomerKeyMD5")
            or name == "Prefix" and "Prefix" in shape.members and "Filter" in shape.members
            or shape.members[name].serialization.get("deprecated"))


def value(operation, shape, name, full):
    kind = shape.type_name
    if kind == "structure":
        members = shape.members
        if not full:
            names = shape.required_members
        elif shape.metadata.get("union") or getattr(shape, "is_tagged_union", False):
            names = list(members)[:1]
        else:
            names = [m for m in members if not skipped(operation, m, shape)]
        return {m: value(operation, members[m], m, full) for m in names}
    if kind == "list":
        item = value(operation, shape.member, name, full)
        return [item, item] if full else [item]
    if kind == "map":
        return {"key-one": "value one", "Key2": "v2"}
    return fixed(name) if kind == "string" and fixed(name) else scalar(shape, name)


def scalar(shape, name):
    kind = shape.type_name
    if kind == "string":
        return shape.enum[0] if shape.enum else ("t&<x> " + name).ljust(shape.metadata.get("min", 0), "-")
    return {"integer": 7, "long": 8, "boolean": True, "timestamp": TIME, "float": 1.5, "double": 2.5,
            "blob": b"blob of " + name.encode()}[kind]


# ---- generated answers --------------------------------------------------------------------------------------------

def answer(operation):
    output = operation.output_shape
    headers = {}
    if output is None:
        return [204, headers, ""]
    for name, member in output.members.items():
        location = member.serialization.get("location")
        if location == "header" and not name.startswith("Checksum") and name != "ContentLength":
            headers[member.serialization["name"]] = text(member, name, RFC822)
        elif location == "headers":
            headers[member.serialization["name"] + "Some-Key"] = "some value"
    payload = output.serialization.get("payload")
    if payload and output.members[payload].type_name in ("blob", "string"):
        return [200, headers, "content"]
    if payload:
        return [200, headers, element(output.members[payload], payload, payload)]
    return [200, headers, "<Result xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + children(output) + "</Result>"]


def children(shape):
    parts = []
    names = list(shape.members)[:1] if getattr(shape, "is_tagged_union", False) else shape.members
    for name in names:
        member = shape.members[name]
        if "location" not in member.serialization and not member.serialization.get("xmlAttribute"):
            parts.append(element(member, name, member.serialization.get("name", name)))
    return "".join(parts)


def element(shape, name, tag):
    if shape.type_name == "structure":
        return f"<{tag}>{children(shape)}</{tag}>"
    if shape.type_name == "list":
        flat = shape.serialization.get("flattened")
        inner = shape.member.serialization.get("name", tag if flat else "member")
        items = element(shape.member, name, inner) * 2
        return items if flat else f"<{tag}>{items}</{tag}>"
    return f"<{tag}>{escape(text(shape, name, '2024-02-29T12:34:56.789Z'))}</{tag}>"


def text(shape, name, time):
    return {"integer": "7", "long": "5000000000", "boolean": "true", "timestamp": time, "float": "1.5"}.get(
        shape.type_name) or (shape.enum[-1] if shape.enum else "a&b" + name)


# ---- cases --------------------------------------------------------------------------------------------------------

CASES = []


def case(name, operation, params, *answers, **config):
    CASES.append((name, operation, params, list(answers), config))


def ok(body="", **headers):
    return [200, {k.replace("_", "-"): v for k, v in headers.items()}, body]


def error(status, code, **extra):
    more = "".join(f"<{k}>{v}</{k}>" for k, v in extra.items())
    return [status, {"content-type": "application/xml"},
            f"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>Why &amp; how</Message>{more}"
            "<RequestId>REQ2</RequestId><HostId>HOST2</HostId></Error>"]


def generated():
    for name in model.operation_names:
        if name not in SKIPPED:
            operation = model.operation_model(name)
            shape = operation.input_shape
            for full in (True, False):
                params = value(operation, shape, "", full) if shape else {}
                case(f"{name}, {'all' if full else 'required'} members", name, params,
                     answer(operation) if full else ok())


GET = {"Bucket": "my-bucket", "Key": "k"}


def put(body, **more):
    return {**GET, "Body": body, **more}


def configurations():
    access_point = {"Bucket": "arn:aws:s3:eu-west-1:123456789012:accesspoint/myap", "Key": "k"}
    for name, config in {
            "us-east-1": {"region_name": "us-east-1"}, "no region": {"region_name": None},
            "eu-central-1": {"region_name": "eu-central-1"}, "cn-north-1": {"region_name": "cn-north-1"},
            "path": {"s3": {"addressing_style": "path"}}, "virtual": {"s3": {"addressing_style": "virtual"}},
            "custom URL": {"endpoint_url": "https://minio.local:9000/base"},
            "custom URL, default port": {"endpoint_url": "http://minio.local:80"},
            "custom URL, TLS port": {"endpoint_url": "https://minio.local:443/"},
            "custom URL, IPv6": {"endpoint_url": "http://[::1]:9000"},
            "no TLS": {"use_ssl": False}, "dual stack": {"use_dualstack_endpoint": True},
            "FIPS": {"use_fips_endpoint": True}, "accelerate": {"s3": {"use_accelerate_endpoint": True}},
            "accelerate and path": {"s3": {"use_accelerate_endpoint": True, "addressing_style": "path"}},
            "unsigned": {"signature_version": "UNSIGNED"}, "s3v4": {"signature_version": "s3v4"},
            "v4": {"signature_version": "v4"}, "s3": {"signature_version": "s3"},
            "payload signed": {"s3": {"payload_signing_enabled": True}},
            "payload not signed": {"s3": {"payload_signing_enabled": False}},
            "user agent": {"user_agent_extra": "mine/1"}}.items():
        case("get: " + name, "GetObject", GET, ok("content"), **config)
        case("put: " + name, "PutObject", put(b"abc"), ok(), **config)
        case("list: " + name, "ListBuckets", {}, ok("<R/>"), **config)
    case("custom URL with a query", "GetObject", GET, ok(), endpoint_url="https://minio.local/?x=1")
    case("access point elsewhere", "GetObject", access_point, ok("c"))
    case("access point, its region not used", "GetObject", access_point, ok("c"), s3={"use_arn_region": False})
    case("access point, its region used", "PutObject", {**access_point, "Body": b"x", "Key": "a b/ü"}, ok(),
         s3={"use_arn_region": True})
    case("access point, list", "ListObjectsV2", {"Bucket": access_point["Bucket"]}, ok("<R/>"))
    case("access point, colons", "GetObject", {**GET, "Bucket": "arn:aws:s3:us-west-2:123456789012:accesspoint:ap"},
         ok("c"))
    case("access point, dual stack", "GetObject", access_point, ok("c"), use_dualstack_endpoint=True)
    case("access point, FIPS", "GetObject", access_point, ok("c"), use_fips_endpoint=True)
    case("access point, custom URL", "GetObject", access_point, ok("c"), endpoint_url="https://ap.local")
    for checksum in ("CRC32", "SHA1", "SHA256"):
        case("checksum " + checksum, "PutObject", put(b"abc", ChecksumAlgorithm=checksum), ok())
        case("checksum, signed " + checksum, "PutObject", put(b"abc", ChecksumAlgorithm=checksum), ok(),
             use_ssl=False)
        case("checksum of DeleteObjects " + checksum, "DeleteObjects", {"Bucket": "my-bucket", "Delete": {
            "Objects": [{"Key": "a"}]}, "ChecksumAlgorithm": checksum}, ok("<R/>"))
    case("checksum given", "PutObject", put(b"abc", ChecksumCRC32="NSRBwg=="), ok())
    case("checksum given, and its name", "PutObject", put(b"abc", ChecksumCRC32="NSRBwg==",
                                                          ChecksumAlgorithm="CRC32"), ok())
    case("checksum expected", "GetObject", {**GET, "ChecksumMode": "ENABLED"},
         ok("abc", x_amz_checksum_crc32="NSRBwg=="))
    case("checksum expected by default", "GetObject", GET, ok("abc", x_amz_checksum_crc32="NSRBwg=="),
         response_checksum_validation="when_supported")
    case("checksum expected, HeadObject", "HeadObject", GET, ok("", x_amz_checksum_crc32="NSRBwg=="),
         response_checksum_validation="when_supported")
    case("checksum of parts", "GetObject", {**GET, "ChecksumMode": "ENABLED"},
         ok("abc", x_amz_checksum_crc32="NSRBwg==-3"))


def special():
    keys = ("ü/日本", "a//b", "//", "a/../b", "..", "./a", "a b+c", "100%25", "/leading", "a?b#c&d=e", "~!*'();:@$,[]",
            "a\\b\"<>^`{|}", "\U0001F600", "trailing/", "tab\tnl\n", "e\u0301")
    case("delete special keys", "DeleteObjects", {"Bucket": "my-bucket", "Delete": {
        "Objects": [{"Key": key, "VersionId": "v"} for key in keys], "Quiet": True}}, ok("<R/>"))
    for key in keys:
        case(f"key {json.dumps(key)}", "GetObject", {"Bucket": "my-bucket", "Key": key}, ok("c"))
        case(f"key {json.dumps(key)}, path", "PutObject", {"Bucket": "my-bucket", "Key": key}, ok(),
             s3={"addressing_style": "path"})
        case(f"prefix {json.dumps(key)}", "ListObjectsV2", {"Bucket": "my-bucket", "Prefix": key, "Delimiter": key},
             ok("<R/>"))
        case(f"copy source {json.dumps(key)}", "CopyObject", {**GET, "CopySource": {"Bucket": "src", "Key": key}},
             ok("<CopyObjectResult/>"))
    case("delete control characters", "DeleteObjects", {"Bucket": "my-bucket", "Delete": {
        "Objects": [{"Key": "\r\n &<>\"'"}, {"Key": " "}]}}, ok("<R/>"))
    for source in ("src/key", "/src/a b", "src/a b?versionId=v%20 1", "src/a?b?versionId=x", "src/%41+ü", "no-slash",
                   {"Bucket": "src", "Key": "k", "VersionId": "a b"}, {"Bucket": "src"}, {"Key": "k"},
                   {"Bucket": "arn:aws:s3:us-west-2:123456789012:accesspoint/ap", "Key": "a b"}):
        case(f"copy source {json.dumps(source)}", "CopyObject", {**GET, "CopySource": source},
             ok("<CopyObjectResult><ETag>e</ETag></CopyObjectResult>"))
    for name, body in {"bytes": b"abc", "text": "äbc", "stream": io.BytesIO(b"stream"), "empty": b"",
                       "empty text": "", "empty stream": io.BytesIO()}.items():
        for operation, more in (("PutObject", {}), ("UploadPart", {"PartNumber": 1, "UploadId": "u 1/+"})):
            case(f"body {name} of {operation}", operation, put(body, **more), ok(ETag='"e"'))
            case(f"body {name} of {operation}, no TLS", operation, put(body, **more), ok(), use_ssl=False)
    case("no body", "PutObject", GET, ok())
    for name, params in {
            "SSE-C text": {"SSECustomerKey": "0123456789abcdef0123456789abcdef", "SSECustomerAlgorithm": "AES256"},
            "SSE-C bytes": {"SSECustomerKey": bytes(range(128, 160)), "SSECustomerAlgorithm": "AES256"},
            "SSE-C with MD5": {"SSECustomerKey": "given", "SSECustomerKeyMD5": "md5"}}.items():
        case(name, "GetObject", {**GET, **params}, ok("c"))
    case("SSE-C copied", "CopyObject", {**GET, "CopySource": "a/b", "CopySourceSSECustomerKey": b"k" * 32,
                                        "CopySourceSSECustomerAlgorithm": "AES256"}, ok("<CopyObjectResult/>"))
    for metadata in ({"Key": "v"}, {"a": " spaces  inside ", "B-c": ""}, {"a": "ü"}, {"ü": "a"}, {"a": "x\ty"}, {}):
        case(f"metadata {json.dumps(metadata)}", "PutObject", put(b"", Metadata=metadata), ok())
    case("header spaces", "PutObject", put(b"", ContentDisposition="  a   b  ", CacheControl=""), ok())
    case("header not ASCII", "PutObject", put(b"", ContentDisposition="ä"), ok())
    case("times", "GetObject", {**GET, "IfModifiedSince": TIME, "ResponseExpires": TIME,
                                "ResponseContentType": "text/plain; charset=utf-8"}, ok("c"))
    case("time as text", "GetObject", {**GET, "IfModifiedSince": "2024-02-29T12:34:56+02:00"}, ok("c"))
    case("time as number", "GetObject", {**GET, "IfModifiedSince": 1709210096}, ok("c"))
    case("range", "GetObject", {**GET, "Range": "bytes=0-1", "PartNumber": 3},
         [206, {"content-range": "bytes 0-1/9", "content-length": "2"}, "ab"])
    case("attributes list", "GetObjectAttributes", {**GET, "ObjectAttributes": ["ETag", "ObjectSize"]}, ok("<R/>"))
    case("tagging text", "PutObject", put(b"", Tagging="a=b&c=d%20e"), ok())
    for bucket in ("my.bucket", "MyBucket", "my_bucket", "ab", "192.168.1.1", "a" * 64, "-a", "a..b", "xn--b",
                   "", "a/b", "ü", "arn:aws:s3:::b"):
        case(f"bucket {json.dumps(bucket)}", "HeadBucket", {"Bucket": bucket}, ok())
    case("create in region", "CreateBucket", {"Bucket": "my-bucket", "CreateBucketConfiguration": {
        "LocationConstraint": "eu-west-1"}}, ok("", Location="/my-bucket"))
    for name, params in {"list v1": {}, "list with encoding": {"EncodingType": "url"}}.items():
        case(name, "ListObjects", {"Bucket": "my-bucket", **params}, ok(LISTED))
        case(name + ", v2", "ListObjectsV2", {"Bucket": "my-bucket", **params}, ok(LISTED))
        case(name + ", versions", "ListObjectVersions", {"Bucket": "my-bucket", **params}, ok(LISTED))
    case("website redirect", "PutBucketWebsite", {"Bucket": "my-bucket", "WebsiteConfiguration": {
        "RedirectAllRequestsTo": {"HostName": "x"}, "RoutingRules": []}}, ok())
    case("lifecycle line breaks", "PutBucketLifecycleConfiguration", {"Bucket": "my-bucket", "LifecycleConfiguration":
         {"Rules": [{"ID": "a\r\nb", "Status": "Enabled", "Filter": {"Prefix": "p\n"},
                     "Expiration": {"Date": TIME}}]}}, ok())
    case("policy", "PutBucketPolicy", {"Bucket": "my-bucket", "Policy": "{\"ü\": 1}"}, ok())
    case("policy read", "GetBucketPolicy", {"Bucket": "my-bucket"}, ok("{\"ü\": 1}"))


LISTED = ("<ListBucketResult><Name>my-bucket</Name><Prefix>a%2Bb+c</Prefix><Delimiter>%2F</Delimiter>"
          "<Marker>m+%25</Marker><NextMarker>n%20</NextMarker><KeyMarker>k+</KeyMarker>"
          "<NextKeyMarker>n%C3%BC</NextKeyMarker><StartAfter>s%2B</StartAfter>"
          "<EncodingType>url</EncodingType><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>"
          "<Contents><Key>a%2Bb+%C3%BC%ZZ</Key><LastModified>2024-02-29T12:34:56.000Z</LastModified>"
          "<ETag>&quot;e&quot;</ETag><Size>5</Size><Owner><ID>i</ID></Owner></Contents>"
          "<Version><Key>v+%0A</Key><IsLatest>true</IsLatest></Version>"
          "<DeleteMarker><Key>d%FF</Key></DeleteMarker>"
          "<CommonPrefixes><Prefix>p%2F</Prefix></CommonPrefixes></ListBucketResult>")


def answers():
    html = "<html><body>down</body></html>"
    case("404", "GetObject", GET, error(404, "NoSuchKey", Key="k", Resource="/k"))
    case("404 no bucket", "ListObjectsV2", {"Bucket": "my-bucket"}, error(404, "NoSuchBucket", BucketName="my-bucket"))
    case("404 HEAD", "HeadObject", GET, [404, {}, ""])
    case("403 HEAD", "HeadBucket", {"Bucket": "my-bucket"}, [403, {}, ""])
    case("403 archived", "GetObject", GET, error(403, "InvalidObjectState", StorageClass="GLACIER",
                                                 AccessTier="ARCHIVE_ACCESS"))
    case("300", "GetObject", GET, [300, {}, "<x/>"])
    case("304", "GetObject", GET, [304, {}, ""])
    case("412", "GetObject", GET, error(412, "PreconditionFailed", Condition="If-Match"))
    case("409", "CreateBucket", {"Bucket": "my-bucket"}, error(409, "BucketAlreadyOwnedByYou", BucketName="my-bucket"))
    case("400 not XML", "GetObject", GET, [400, {}, "no XML at all"])
    case("400 other root", "GetObject", GET, [400, {}, "<ErrorResponse><Error><Code>A</Code><Message>m"
                                              "</Message></Error><RequestId>r</RequestId></ErrorResponse>"])
    case("400 namespace", "GetObject", GET, [400, {}, "<Error xmlns=\"urn:x\"><Code>A</Code><Message>m"
                                             "</Message></Error>"])
    case("400 nested", "GetObject", GET, [400, {}, "<Error><Code>A</Code><Message/><X><Y>1</Y><Y>2</Y></X>"
                                          "</Error>"])
    case("400 no code", "GetObject", GET, [400, {}, "<Error/>"])
    case("301 without region", "HeadBucket", {"Bucket": "my-bucket"}, [301, {}, ""], [301, {}, ""])
    case("301 with region", "GetObject", GET, [301, {"x-amz-bucket-region": "eu-west-1"},
                                               error(301, "PermanentRedirect", Endpoint="x")[2]], ok("c"))
    case("400 wrong region", "GetObject", GET, error(400, "AuthorizationHeaderMalformed", Region="eu-west-1"), ok("c"))
    case("307", "PutObject", put(b"abc"), [307, {"x-amz-bucket-region": "eu-west-1"},
                                           error(307, "TemporaryRedirect")[2]], ok())
    case("redirected twice", "GetObject", GET, *[[301, {"x-amz-bucket-region": "eu-west-1"}, ""]] * 2)
    one = {"retries": {"max_attempts": 1}}
    case("500 page", "GetObject", GET, [500, {}, html], [500, {}, " \n" + html], **one)
    case("500 empty", "ListBuckets", {}, [500, {}, ""], [500, {}, ""], **one)
    case("503 then success", "GetObject", GET, error(503, "SlowDown"), ok("content"), **one)
    case("503, no attempt left", "PutObject", put(io.BytesIO(b"again")), *[error(503, "SlowDown")] * 2, **one)
    case("502, standard mode", "GetObject", GET, [502, {}, html], ok("c"),
         retries={"max_attempts": 1, "mode": "standard"})
    case("503, standard mode, no attempt left", "GetObject", GET, *[error(503, "SlowDown")] * 2,
         retries={"max_attempts": 1, "mode": "standard"})
    case("no retries", "GetObject", GET, error(500, "InternalError"), retries={"max_attempts": 0})
    for operation, more in (("CopyObject", {"CopySource": "a/b"}), ("CompleteMultipartUpload", {
            "UploadId": "u", "MultipartUpload": {"Parts": [{"PartNumber": 1, "ETag": "e"}]}}),
            ("UploadPartCopy", {"CopySource": "a/b", "PartNumber": 1, "UploadId": "u"})):
        for code in ("InternalError", "SlowDown", "AccessDenied"):
            answer200 = [200, *error(200, code)[1:]]
            case(f"200 with {code} of {operation}", operation, {**GET, **more}, answer200, answer200, **one)
        case(f"200 with whitespace of {operation}", operation, {**GET, **more}, ok("   \n"), ok(" "), **one)
        case(f"200 cut of {operation}", operation, {**GET, **more}, ok("<Copy"), ok("<R><ETag>e</ETag></R>"), **one)
    case("200 cut list", "ListObjectsV2", {"Bucket": "my-bucket"}, *[ok("<cut")] * 2, **one)
    case("200 wrong number", "ListObjectsV2", {"Bucket": "my-bucket"}, ok("<R><MaxKeys>many</MaxKeys></R>"))
    case("200 wrong time", "ListBuckets", {}, ok("<R><Buckets><Bucket><CreationDate>soon</CreationDate></Bucket>"
                                                 "</Buckets></R>"))
    for location in ("<LocationConstraint xmlns=\"x\">EU</LocationConstraint>", "<LocationConstraint/>",
                     "<LocationConstraint>eu-west-1</LocationConstraint>"):
        case("location " + location, "GetBucketLocation", {"Bucket": "my-bucket"}, ok(location))
    for expires in (RFC822, "0", "-1", "never", "2024-02-29T12:34:56Z", "Thu, 29 Feb 2024 14:34:56 +0200", "",
                    "1709210096", "Thursday, 29-Feb-24 12:34:56 GMT"):
        case(f"expires {expires}", "GetObject", GET, ok("c", Expires=expires))
    case("head", "HeadObject", GET, [200, {
        "Last-Modified": RFC822, "Content-Length": "12345678901", "ETag": "\"e\"", "Content-Type": "a/b",
        "x-amz-meta-One": "1", "X-AMZ-META-two": "2", "x-amz-delete-marker": "false", "x-amz-mp-parts-count": "3",
        "x-amz-missing-meta": "0"}, ""])
    case("stream", "GetObject", GET, ok("content", Content_Length="7"))
    case("empty lists", "ListBuckets", {}, ok("<R><Buckets/><Owner/></R>"))
    case("unknown elements", "ListBuckets", {}, ok("<R><New>1</New><Buckets><Bucket><Name>a</Name><New/></Bucket>"
                                                   "<Other/></Buckets></R>"))
    case("entities", "ListBuckets", {}, ok("<R><Owner><DisplayName>&#x41;<![CDATA[<b>]]>&amp;</DisplayName><ID> i "
                                           "</ID></Owner></R>"))
    case("grants", "GetBucketAcl", {"Bucket": "my-bucket"}, ok(
        "<R><AccessControlList><Grant><Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type="
        "\"CanonicalUser\"><ID>i</ID></Grantee><Permission>READ</Permission></Grant></AccessControlList></R>"))
    case("grants given", "PutBucketAcl", {"Bucket": "my-bucket", "AccessControlPolicy": {"Grants": [
        {"Grantee": {"Type": "CanonicalUser", "ID": "i"}, "Permission": "READ"}]}}, ok())
    case("replication rule", "GetBucketNotificationConfiguration", {"Bucket": "my-bucket"}, ok(
        "<R><TopicConfiguration><Id>t</Id><Topic>a</Topic><Event>s3:*</Event><Filter><S3Key><FilterRule><Name>prefix"
        "</Name><Value>v</Value></FilterRule></S3Key></Filter></TopicConfiguration><EventBridgeConfiguration/></R>"))
    case("deleted", "DeleteObjects", {"Bucket": "my-bucket", "Delete": {"Objects": [{"Key": "a"}]}}, ok(
        "<R><Deleted><Key>a</Key><DeleteMarker>true</DeleteMarker></Deleted><Error><Key>b</Key><Code>AccessDenied"
        "</Code></Error></R>"))


def refused():
    for name, operation, params in (
            ("missing", "GetObject", {"Bucket": "my-bucket"}), ("unknown", "GetObject", {**GET, "Nope": 1}),
            ("number for text", "GetObject", {**GET, "VersionId": 1}),
            ("text for number", "UploadPart", put(b"", PartNumber="1", UploadId="u")),
            ("text for list", "DeleteObjects", {"Bucket": "b" * 3, "Delete": {"Objects": "a"}}),
            ("nested", "DeleteObjects", {"Bucket": "b" * 3, "Delete": {"Objects": [{"VersionId": "v"}, {"Key": 1}]}}),
            ("empty key", "GetObject", {"Bucket": "my-bucket", "Key": ""}), ("null", "GetObject", {**GET, "Range": None}),
            ("map for text", "PutObject", put({"a": 1})), ("number for metadata", "PutObject", put(b"", Metadata={"a": 1})),
            ("text for boolean", "PutObject", put(b"", BucketKeyEnabled="yes")),
            ("bad time", "GetObject", {**GET, "IfModifiedSince": "soon"}),
            ("unknown enum", "PutObject", put(b"", ACL="nope"))):
        case("parameter: " + name, operation, params, ok())
    case("accelerate with dots", "GetObject", {"Bucket": "my.bucket", "Key": "k"}, ok(),
         s3={"use_accelerate_endpoint": True})
    case("accelerate and FIPS", "GetObject", GET, ok(), s3={"use_accelerate_endpoint": True}, use_fips_endpoint=True)
    case("unchecked", "GetObject", {**GET, "VersionId": "v"}, ok(), parameter_validation=False)


# ---- recording ----------------------------------------------------------------------------------------------------

def plain(one):
    """A value that JSON can hold."""
    if isinstance(one, dict):
        return {k: plain(v) for k, v in one.items()}
    if isinstance(one, (list, tuple)):
        return [plain(v) for v in one]
    if isinstance(one, bytes):
        return {"$bytes": base64.b64encode(one).decode()}
    if isinstance(one, io.BytesIO):
        return {"$stream": base64.b64encode(one.getvalue()).decode()}
    if isinstance(one, datetime.datetime):
        zoned = one if one.tzinfo else one.replace(tzinfo=datetime.timezone.utc)
        return {"$time": zoned.astimezone(datetime.timezone.utc).isoformat().replace("+00:00", "Z")}
    if hasattr(one, "read"):
        return {"$bytes": base64.b64encode(one.read()).decode()}
    return one if one is None or isinstance(one, (str, int, float)) else {"$" + type(one).__name__: ""}


def seen(request):
    headers = {}
    for name, content in request.headers.items():
        content = content.decode() if isinstance(content, bytes) else str(content)
        if name.lower() == "authorization":
            scope = re.search("Credential=AKIDEXAMPLE/[0-9]{8}/(.*)/aws4_request, SignedHeaders=(.*), Sig", content)
            content = " ".join(scope.groups()) if scope else content.split(":")[0]
        if name.lower() not in VOLATILE:
            headers[name] = content
    body = request.body
    if body is None:
        body = b""
    elif isinstance(body, str):
        body = body.encode()
    elif hasattr(body, "read"):
        body = body.read()
    try:
        shown = body.decode()
    except UnicodeDecodeError:
        shown = plain(bytes(body))
    for name in headers:
        headers[name] = re.sub("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}$", "UUID", headers[name])
    for name, (content, short) in SHORT.items():
        if name in headers:
            headers[name] = headers[name].replace(content, short)
    for name, content in USUAL.items():
        if headers.setdefault(name, None) == content:
            del headers[name]
    url = re.sub("^" + re.escape(HOST), "~", request.url)
    return {"method": request.method, "url": url, "headers": headers, **({"body": shown} if body else {})}


def record(operation, params, answers, config):
    settings = {**DEFAULTS, **config}
    given = {k: v for k, v in settings.items() if k not in ("region_name", "endpoint_url", "use_ssl")}
    if given.get("signature_version") == "UNSIGNED":
        given["signature_version"] = UNSIGNED
    given = json.loads(json.dumps({k: v for k, v in given.items() if v is not UNSIGNED})) | {
        k: v for k, v in given.items() if v is UNSIGNED}
    session = Session()
    session.set_credentials("AKIDEXAMPLE", "secret")
    requests = []
    params = {k: io.BytesIO(v.getvalue()) if isinstance(v, io.BytesIO) else v for k, v in params.items()}
    left = list(answers)

    def answering(request, **_):
        requests.append(seen(request))
        if not left:
            return AWSResponse(request.url, 200, {}, Raw(b""))
        status, headers, body = left.pop(0)
        return AWSResponse(request.url, status, {**IDS, **{k.lower(): v for k, v in headers.items()}}, Raw(body.encode()))

    entry = {"requests": requests}
    try:
        client = session.create_client("s3", region_name=settings["region_name"], use_ssl=settings.get("use_ssl", True),
                                       endpoint_url=settings.get("endpoint_url"), config=Config(**given))
        client.meta.events.register("before-send", answering)
        method = next(m for m, o in client.meta.method_to_api_mapping.items() if o == operation)
        entry["result"] = plain(getattr(client, method)(**params))
    except ClientError as e:
        entry["error"] = {"type": type(e).__name__, "message": str(e), "response": plain(e.response)}
    except Exception as e:
        entry["error"] = {"type": type(e).__name__, "message": str(e)}
    return entry


def main():
    generated()
    configurations()
    special()
    answers()
    refused()
    lines = []
    names = set()
    for name, operation, params, responses, config in CASES:
        if name in names:
            raise ValueError("Two cases are named " + name)
        names.add(name)
        entry = {"name": name, "operation": operation, **({"config": config} if config else {}), "params": plain(params),
                 **({} if responses == [ok()] else {"answers": responses}), **record(operation, params, responses, config)}
        for outcome in (entry.get("result"), entry.get("error", {}).get("response")):
            if outcome:  # the same as in the answer
                outcome["ResponseMetadata"].pop("HTTPHeaders", None)
                if outcome["ResponseMetadata"] == METADATA:
                    del outcome["ResponseMetadata"]
        if entry.get("result") == {}:
            del entry["result"]
        lines.append(json.dumps(entry, separators=(",", ":"), ensure_ascii=False))
    sys.stdout.write("[\n" + ",\n".join(lines) + "\n]\n")


main()
