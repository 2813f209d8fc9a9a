"""Computes the signatures of EventSignaturesTest, from the specification alone."""
import hashlib
import hmac
import struct
import zlib


def header(name, kind, value):
    return bytes([len(name)]) + name.encode() + bytes([kind]) + value


def frame(headers, payload):
    prelude = struct.pack(">II", 16 + len(headers) + len(payload), len(headers))
    prelude += struct.pack(">I", zlib.crc32(prelude))
    message = prelude + headers + payload
    return message + struct.pack(">I", zlib.crc32(message))


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def key(secret, *parts):
    result = b"AWS4" + secret
    for part in parts + ("aws4_request",):
        result = hmac.new(result, part.encode(), hashlib.sha256).digest()
    return result


def sign(previous, date, payload):
    text = "\n".join(["AWS4-HMAC-SHA256-PAYLOAD", "19731129T213309Z",
                      "19731129/us-east-1/testservice/aws4_request", previous, sha256(date), sha256(payload)])
    signing_key = key(b"fake secret key", "19731129", "us-east-1", "testservice")
    return hmac.new(signing_key, text.encode(), hashlib.sha256).hexdigest()


date = header(":date", 8, struct.pack(">q", 123456789000))
message = frame(header("some-header", 7, struct.pack(">H", 5) + b"value"), b"test payload")
first = sign(sha256(b"last message sts"), date, message)
second = sign(first, date, message)
print("DATE", date.hex())
print("MESSAGE", message[:-4].hex())
print("FIRST", first)
print("SECOND", second)
print("END", sign(second, date, b""))

canonical = "\n".join(["POST", "/talk", "", "host:host.example",
                       "x-amz-content-sha256:STREAMING-AWS4-HMAC-SHA256-EVENTS", "x-amz-date:20150830T123600Z", "",
                       "host;x-amz-content-sha256;x-amz-date", "STREAMING-AWS4-HMAC-SHA256-EVENTS"])
text = "\n".join(["AWS4-HMAC-SHA256", "20150830T123600Z", "20150830/us-east-1/service/aws4_request",
                  sha256(canonical.encode())])
signing_key = key(b"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "20150830", "us-east-1", "service")
print("SEED", hmac.new(signing_key, text.encode(), hashlib.sha256).hexdigest())
