"""Answers, for each line of standard input, what botocore finds: its credentials, its region, the endpoints of clients.

The first line it prints is the table of its variables.

A line is a JSON object: the environment (all of it), what the program gives the session (profile, variables, keys) and
what it gives its clients; "asked" lists variables to answer instead. An error is answered by the name of its class.
"""
import json
import os
import sys

import botocore.credentials
import botocore.loaders
import botocore.session
from botocore.config import Config
from botocore.configprovider import BOTOCORE_DEFAUT_SESSION_VARIABLES
from botocore.endpoint import DEFAULT_TIMEOUT

SERVICES = ("s3", "sqs", "sts")
LOADER = botocore.loaders.create_loader()

# The login provider wants a native library for refreshing; nothing is refreshed here.
if botocore.credentials.EC is None:
    botocore.credentials.EC = object


def answered(question):
    try:
        return question()
    except Exception as error:  # what a program would see, whatever it is
        return {"error": type(error).__name__}


def session_of(case):
    session = botocore.session.Session(profile=case.get("profile"))
    session.register_component("data_loader", LOADER)
    for name, value in case.get("variables", {}).items():
        session.set_config_variable(name, value)
    keys = case.get("keys")
    if keys:
        session.set_credentials(*keys)
    return session


def credentials_of(session, needs_network):
    found = session.get_credentials()
    if found is None:
        return None
    if found.method in needs_network:
        return {"method": found.method}
    frozen = found.get_frozen_credentials()
    return {"method": found.method, "accessKey": frozen.access_key, "token": frozen.token}


def config_of(options):
    """A configuration object that does not say how long connecting may take leaves it to the defaults mode.

    On purpose Tucuxi does not tell apart whether there is such an object, as botocore does.
    """
    if not options:
        return None
    config = Config(**options)
    config.connect_timeout = None
    return config


def client_of(session, service, given):
    client = session.create_client(
        service,
        region_name=given.get("region_name"),
        endpoint_url=given.get("endpoint_url"),
        aws_access_key_id="AKIDCLIENT",
        aws_secret_access_key="secret",
        config=config_of(given.get("config")),
    )
    retries = client.meta.config.retries or {}
    return {
        "region": client.meta.region_name,
        "endpoint": client.meta.endpoint_url,
        "mode": retries.get("mode"),
        "attempts": retries.get("total_max_attempts"),
        "connectTimeout": float(client.meta.config.connect_timeout or DEFAULT_TIMEOUT),
    }


def answer(case):
    os.environ.clear()
    os.environ.update(case["environment"])
    client = case.get("client", {})
    if "asked" in case:
        session = session_of(case)
        return {name: answered(lambda: {"value": session.get_config_variable(name)}) for name in case["asked"]}
    result = {
        "credentials": answered(lambda: credentials_of(session_of(case), case["needsNetwork"])),
        "region": answered(lambda: {"name": session_of(case).get_config_variable("region")}),
    }
    if case["clients"]:
        for service in SERVICES:
            result[service] = answered(lambda: client_of(session_of(case), service, client))
    return result


def variables():
    """For each variable its environment variables and its profile key."""
    table = {}
    for name, (key, environment, _, _) in BOTOCORE_DEFAUT_SESSION_VARIABLES.items():
        names = environment if isinstance(environment, list) else [environment] if environment else []
        table[name] = {"environment": names, "key": key}
    return table


print(json.dumps(variables()), flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
