"""Records which auth scheme botocore chooses, for TokensIT.

Run in the folder of this module: python3 src/test/python/record_auth.py > src/test/resources/reference-auth.json
"""
import itertools
import json
import os
import re

for name in [name for name in os.environ if name.startswith("AWS_")]:
    del os.environ[name]
os.environ.update(
    AWS_DATA_PATH=os.path.join("src", "test", "resources", "models"),
    AWS_CONFIG_FILE="/nonexistent",
    AWS_SHARED_CREDENTIALS_FILE="/nonexistent",
    AWS_EC2_METADATA_DISABLED="true",
)

import botocore.session
from botocore import UNSIGNED
from botocore.config import Config

TOKENS = [None, "AWS_BEARER_TOKEN_BEDROCK", "AWS_BEARER_TOKEN_TEST_BEARER"]
# what is said about schemes: (where, option, value)
WISHES = [
    None,
    ("environment", "auth_scheme_preference", "sigv4"),
    ("environment", "auth_scheme_preference", "httpBearerAuth"),
    ("environment", "auth_scheme_preference", "noAuth, httpBearerAuth"),
    ("environment", "auth_scheme_preference", "unheardOf"),
    ("code", "auth_scheme_preference", "sigv4"),
    ("code", "auth_scheme_preference", "httpBearerAuth"),
    ("code", "auth_scheme_preference", "sigv4a,httpBearerAuth"),
    ("code", "signature_version", "v4"),
    ("code", "signature_version", "bearer"),
    ("code", "signature_version", "unsigned"),
]
OPERATIONS = [("schemes", "Plain"), ("schemes", "Bear"), ("schemes", "Both"), ("schemes", "Open"), ("bearer", "List")]


class Seen(Exception):
    pass


def outcome(token, wish, service, operation):
    environment = {token: "t0k3n"} if token else {}
    options = {}
    if wish and wish[0] == "environment":
        environment["AWS_" + wish[1].upper()] = wish[2]
    elif wish:
        options[wish[1]] = UNSIGNED if wish[2] == "unsigned" else wish[2]
    os.environ.update(environment)
    try:
        client = botocore.session.Session().create_client(
            service, region_name="us-east-1", aws_access_key_id="AKID", aws_secret_access_key="secret",
            config=Config(**options))
        seen = {}

        def stop(request, **kwargs):
            seen.update(request.headers.items())
            raise Seen()

        client.meta.events.register("before-send", stop)
        try:
            getattr(client, operation.lower())()
        except Seen:
            pass
        text = {key: value.decode() if isinstance(value, bytes) else value for key, value in seen.items()}
        features = re.search(r" m/(\S+)", text["User-Agent"]).group(1).split(",")
        scheme = text.get("Authorization", "none").split(" ")[0]
        return {"scheme": scheme, "tokenFeature": "3" in features}
    except Exception as error:
        return {"error": type(error).__name__}
    finally:
        for name in environment:
            del os.environ[name]


cases = []
for token, wish, (service, operation) in itertools.product(TOKENS, WISHES, OPERATIONS):
    cases.append({"token": token, "wish": wish, "service": service, "operation": operation,
                  **outcome(token, wish, service, operation)})
print("[")
print(",\n".join(json.dumps(case) for case in cases))
print("]")
