#!/usr/bin/env python3
"""Writes the bundle's region data from those of botocore.

    python3 region_data.py ../../main/resources/org/tucuxi/endpoints

Takes endpoints.json and partitions.json of the installed botocore (1.43.67 last time) and writes

  partitions.json         as it is, without descriptions;
  regions/partitions.json the heads of endpoints.json's partitions;
  regions/LETTER.json     endpoints.json turned round: the services whose names begin so, one a line, each with its
                          partitions. So a reader who wants one service reads a small file and not a megabyte.

Names that nobody reads are left out.

The output depends on nothing but the input: the same botocore gives the same bytes.
"""
import json
import os
import sys

import botocore

ENDPOINT_KEYS = ("hostname", "dnsSuffix", "protocols", "signatureVersions", "credentialScope", "variants")
VARIANT_KEYS = ("tags", "hostname", "dnsSuffix")


def load(name):
    with open(os.path.join(os.path.dirname(botocore.__file__), "data", name), encoding="utf-8") as file:
        return json.load(file)


def pick(source, keys):
    return {key: source[key] for key in keys if key in source}


def endpoint(source):
    result = pick(source, ENDPOINT_KEYS)
    if "variants" in result:
        result["variants"] = [pick(variant, VARIANT_KEYS) for variant in result["variants"]]
    return result


def service(source):
    result = pick(source, ("isRegionalized", "partitionEndpoint"))
    if source.get("defaults"):
        result["defaults"] = endpoint(source["defaults"])
    result["endpoints"] = {name: endpoint(data) for name, data in source["endpoints"].items()}
    return result


def head(partition):
    result = pick(partition, ("dnsSuffix", "regionRegex"))
    result["regions"] = list(partition["regions"])
    result["defaults"] = endpoint(partition["defaults"])
    return result


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def lines(texts):
    return "{\n" + ",\n".join(texts) + "\n}\n"


def region_files(data):
    services = {}
    for partition in data["partitions"]:
        for name, source in partition["services"].items():
            services.setdefault(name, {})[partition["partition"]] = service(source)
    heads = (compact(partition["partition"]) + ":" + compact(head(partition)) for partition in data["partitions"])
    yield "partitions", lines(heads)
    for letter in sorted({name[0] for name in services}):
        names = sorted(name for name in services if name[0] == letter)
        yield letter, lines(compact(name) + ":" + compact(services[name]) for name in names)


def partitions_text(data):
    entries = []
    for partition in data["partitions"]:
        entry = pick(partition, ("id", "outputs", "regionRegex"))
        entry["regions"] = list(partition["regions"])
        entries.append(compact(entry))
    return '{"partitions":[\n' + ",\n".join(entries) + "\n]}\n"


def write(text, *path):
    with open(os.path.join(*path), "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def main(folder):
    write(partitions_text(load("partitions.json")), folder, "partitions.json")
    os.makedirs(os.path.join(folder, "regions"), exist_ok=True)
    for name, text in region_files(load("endpoints.json")):
        write(text, folder, "regions", name + ".json")


if __name__ == "__main__":
    main(sys.argv[1])
