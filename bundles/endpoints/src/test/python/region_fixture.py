#!/usr/bin/env python3
"""Writes what botocore says about endpoints without rules, for RegionDifferentialTest.

    python3 region_fixture.py > ../resources/org/tucuxi/endpoints/regional-endpoints.tsv
    python3 region_fixture.py --all > /tmp/all.tsv      every service, for a comparison by hand

A line: endpoint prefix, region ("-": none), variants, and either the partition, endpoint name, host, protocols, signing
region, signing name and signature versions, or the name of botocore's error. The services below were chosen because
each has something of its own in the data: global endpoints, variants, credential scopes, defaults, odd hosts.
"""
import copy
import itertools
import json
import logging
import os
import sys

import botocore
from botocore.exceptions import BotoCoreError
from botocore.regions import EndpointResolver

SERVICES = ["s3", "s3-control", "iam", "sts", "dynamodb", "route53", "ec2", "sqs", "budgets", "api.ecr", "sdb",
            "organizations", "runtime.lex", "transcribestreaming", "cloudfront", "no-such-service"]
REGIONS = [None, "us-east-1", "us-west-2", "eu-central-1", "ap-new-7", "aws-global", "cn-north-1", "us-gov-west-1",
           "us-iso-east-1", "us-isob-east-1", "eusc-de-east-1", "fips-us-gov-west-1", "s3-external-1", "nowhere"]


def service_data(data, service):
    partitions = []
    for partition in data["partitions"]:
        head = {key: value for key, value in partition.items() if key != "services"}
        head["services"] = {service: partition["services"][service]} if service in partition["services"] else {}
        partitions.append(head)
    return {"partitions": partitions}


def resolve(data, service, region, dualstack, fips):
    # botocore writes into its data as it resolves, so each question gets a copy of its own
    resolver = EndpointResolver(copy.deepcopy(data))
    flags = {"use_dualstack_endpoint": dualstack, "use_fips_endpoint": fips}
    return (resolver.construct_endpoint(service, region, **flags)
            or resolver.construct_endpoint(service, region, partition_name="aws", **flags))


def answer(data, service, region, dualstack, fips):
    try:
        found = resolve(data, service, region, dualstack, fips)
    except BotoCoreError as error:
        return [type(error).__name__]
    scope = found.get("credentialScope", {})
    return [found["partition"], found["endpointName"], found["hostname"], ",".join(found["protocols"]),
            scope.get("region", "-"), scope.get("service", "-"), ",".join(found["signatureVersions"])]


def main(every):
    logging.disable(logging.WARNING)
    with open(os.path.join(os.path.dirname(botocore.__file__), "data", "endpoints.json"), encoding="utf-8") as file:
        data = json.load(file)
    names = {name for partition in data["partitions"] for name in partition["services"]}
    for service in sorted(names) if every else SERVICES:
        own = service_data(data, service)
        for region, dualstack, fips in itertools.product(REGIONS, (False, True), (False, True)):
            variants = ",".join(["dualstack"] * dualstack + ["fips"] * fips)
            print("\t".join([service, region or "-", variants or "-"] + answer(own, service, region, dualstack, fips)))


if __name__ == "__main__":
    main("--all" in sys.argv[1:])
