"""Presigns what each line of standard input asks for, as botocore does it at the time that the line says, and answers in a line."""
import datetime
import json
import sys
import time
from email.utils import formatdate

import botocore.auth
import botocore.client
import botocore.session
import botocore.signers
from botocore.config import Config

# Where Tucuxi departs on purpose: S3's URLs are signed by SigV4 and go to the host of the region.
botocore.signers._should_use_global_endpoint = lambda client: False
botocore.client.ClientCreator._default_s3_presign_to_sigv2 = lambda self, signature_version, **kwargs: None

now = 0
begins = 0
clients = {}


def at(second):
    return datetime.datetime.fromtimestamp(second, datetime.timezone.utc)


class FixedTime:
    strftime = staticmethod(time.strftime)
    gmtime = staticmethod(lambda *args: time.gmtime(now))
    time = staticmethod(lambda: now)


botocore.auth.time = FixedTime
botocore.auth.get_current_datetime = lambda: at(now)
botocore.auth.formatdate = lambda when=None, usegmt=False: formatdate(now if when is None else when, usegmt=usegmt)
botocore.signers.get_current_datetime = lambda: at(begins)


def client(question):
    key = json.dumps([question["service"], question["region"], question["config"]], sort_keys=True)
    if key not in clients:
        config = dict(question["config"])
        url = config.pop("endpoint_url", None)
        token = config.pop("token", None)
        if question["region"] == "us-east-1":
            config["s3"] = {**config.get("s3", {}), "us_east_1_regional_endpoint": "regional"}
        clients[key] = botocore.session.Session().create_client(
            question["service"], question["region"], endpoint_url=url, config=Config(**config),
            aws_access_key_id="AKIDEXAMPLE", aws_secret_access_key="wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            aws_session_token=token)
    return clients[key]


def answer(question):
    global now, begins
    now, begins = question["now"], question["begins"]
    if "Key" in question:
        return client(question).generate_presigned_post(
            question["Bucket"], question["Key"], question["Fields"], question["Conditions"], question["expires"])
    return {"url": client(question).generate_presigned_url(
        question["method"], question["params"], question["expires"], question["http"])}


for line in sys.stdin:
    try:
        result = answer(json.loads(line))
    except Exception as e:
        result = {"error": f"{type(e).__name__}: {e}"}
    print(json.dumps(result), flush=True)
