#!/usr/bin/env python3
"""Writes what botocore says about the regions of every service, for AvailableRegionsTest.

    python3 available_regions.py > ../resources/org/tucuxi/endpoints/available-regions.tsv

Three kinds of lines. list: a number and endpoint names; most services share theirs with others. service: client name,
endpoint prefix, and for each partition where it has any the numbers of its regions and of all its endpoints.
region: a region and its partition, or botocore's error.
"""
import botocore.session
from botocore.exceptions import UnknownRegionError

MADE_UP = ["aws-global", "aws-cn-global", "eu-future-9", "us-gov-future-1", "us-iso-mid-3", "cn-south-1", "eusc-xx-east-1",
           "nowhere", "US-EAST-1", "us-east-1a", "xx-us-east-1", "fips-us-east-1", "us-east", "", "me-central-77"]

session = botocore.session.get_session()
resolver = session.get_component("endpoint_resolver")
partitions = session.get_available_partitions()
numbers = {}
services = []
regions = set()


def number(names):
    return str(numbers.setdefault(",".join(names), len(numbers)))


for service in session.get_available_services():
    prefix = session.get_service_data(service)["metadata"].get("endpointPrefix", service)
    cells = []
    for partition in partitions:
        own = session.get_available_regions(service, partition)
        every = session.get_available_regions(service, partition, allow_non_regional=True)
        regions.update(own)
        if every:
            cells.append(f"{partition}={number(own)}/{number(every)}")
    services.append(["service", service, prefix, " ".join(cells)])

print("partitions", *partitions, sep="\t")
for names, key in numbers.items():
    print("list", key, names, sep="\t")
for row in services:
    print(*row, sep="\t")
for region in sorted(regions) + MADE_UP:
    try:
        answer = session.get_partition_for_region(region)
    except UnknownRegionError as error:
        answer = type(error).__name__
    print("region", region, answer, sep="\t")
