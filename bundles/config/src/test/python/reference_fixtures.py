"""Writes the fixtures that compare our configuration with botocore's: python3 reference_fixtures.py <folder>.

ini.tsv            a file's text, what the raw parser and the profile map make of it (JSON), or ! for an error
variables.tsv      the variables: name, environment, profile key, default, conversion
endpoint-names.tsv client name and the name that configures its endpoint
"""

import json
import os
import random
import sys
import tempfile

from botocore import configloader, configprovider, session, utils
from botocore.exceptions import ConfigParseError

WRITTEN = [
    "", "\n", "[a]\n", "[a]\nk=v", "[a]\r\nk = v\r\n", "[a]\rk=v\rl=w", "k=v\n[a]", "[a]\n[a]", "[a]\nk=1\nk=2",
    "[a]\nK=1\nk=2", "[a]\nk", "[a]\nk = ", "[a]\n= v", "[a]\n: v", "[a]\nk: v=w", "[a]\nk=v:w", "[a]\nk v = w",
    "[a]\nk=v # no comment\nl=v;w", "# c\n; c\n[a]\n  # c\nk=v", "[a]\nk=v\n  w\n\n  x\n", "[a]\nk=v\n # c\n w",
    "[a]\ns3 =\n  a = b\n  C=d = e\n", "[a]\ns3 =\n  a = b\n  c\n", "[a]\ns3 =\n\n  a = b\n# c\n\n  c = d\nk=v",
    "[a]\ns3 =\n  a: b\n", "[a]\ns3 = x\n  a = b\n", "[a]\n  k=v\n  l=w", "[a]\n  k=v\n l=w\n", "  [a]\n  k=v\n[b]\nl=w",
    "[a]\nk=v\n  [b]\n", "[DEFAULT]\nk=d\nm=n\n[a]\nk=v\n[b]\n", "[DEFAULT]\nk=1\n[DEFAULT]\nl=2\n[a]\n",
    "[DEFAULT]\nk=1\n[DEFAULT]\nk=2\n", "[default]\nk=1\n[profile default]\nl=2", "[profile default]\nk=1\n[default]\nl=2",
    "[ a ]\nk=v", "[]\n", "[]=x\n", "[a\nk=v", "[a] tail\nk=v", "[a]]\nk=v", "[a=b]\nk=v", "[profile  a]\nk=v", "[profile 'a b']\nk=v",
    '[profile "a b"]\nk=v', "[profile a b]\nk=v", "[profile]\nk=v", "[profile 'a]\nk=v", "[profile a\\]\nk=v",
    "[profile a\\ b]\nk=v", '[profile "a\\"b"]\nk=v', '[profile "a\\b"]\nk=v', "[profile a'b'c]\nk=v", "[profile '']\nk=v",
    "[profilex a]\nk=v", "[profile\ta]\nk=v", "[sso-session s]\nk=v\n[services t]\ns3 =\n  endpoint_url = u\n[other o]\nk=v",
    "[services]\nk=v\n[profiles]\nk=v\n[sso_sessions]\nk=v", "[profile a]\nk=1\n[profile 'a']\nl=2",
    "[a]\nk\u00e4 = \u00fc\u00a0\n", "[a]\n\u00a0k=v\n", "[a]\nk=v\u2028w\n", "[a]\ns3 =\n  a=b\u2028c=d\n", "[a]\nk=\x0b\n",
    "[a]\nk=\n\n\n[b]", "[a]\nk=\n  \n", "[a]\nk=\n  #x\n", "[a]\n\nk=v\n\n\n", "[a]\n\tk=v\n\t\tw\n", "[a]\nk=v\n   w\n  x\n y\n",
    "\n\n# only\n", "  k=v", "[a]\nk =v\nl= w\nm=%(k)s\nn=${k}", "[a]\nk=v\n;  x\n  w", "[a]\n=\n", "[a]\nk==v", "[a]\nk=:v",
]

PIECES = [
    "[default]", "[profile a]", "[profile 'a b']", "[services s]", "[sso-session o]", "[DEFAULT]", "[x]", "k = v", "K: w",
    "s3 =", "  a = b", "  c", "  d = e = f", "\tk2=1", " [y]", "# c", "  ; c", "", "   ", "no delimiter", "l=", "    m = n",
]


def texts():
    yield from WRITTEN
    chance = random.Random(1)
    for _ in range(260):
        lines = [chance.choice(PIECES[:7])] if chance.random() < 0.9 else []
        lines += [chance.choice(PIECES) for _ in range(chance.randint(1, 7))]
        yield "\n".join(lines)


def dump(value):
    return json.dumps(value, separators=(",", ":"))


def answer(path):
    try:
        raw = configloader.raw_config_parse(path)
    except ConfigParseError:
        return "!", "!"
    return dump(raw), dump(configloader.build_profile_map(raw))


def write(folder, name, rows):
    with open(os.path.join(folder, name), "w", encoding="ascii", newline="\n") as out:
        out.writelines("\t".join(row) + "\n" for row in rows)


def ini_rows():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "config")
        for text in dict.fromkeys(texts()):
            with open(path, "w", encoding="utf-8", newline="") as out:
                out.write(text)
            yield dump(text), *answer(path)


def variable_rows():
    names = {None: "RAW", int: "NUMBER", utils.ensure_boolean: "FLAG", utils.normalize_boolean: "FLAG"}
    for name, (key, environment, default, conversion) in configprovider.BOTOCORE_DEFAUT_SESSION_VARIABLES.items():
        variables = environment if isinstance(environment, list) else [environment] if environment else []
        yield name, " ".join(variables), key or "", dump(default), names[conversion]


def endpoint_rows():
    for name in [*session.Session().get_available_services(), *utils.SERVICE_NAME_ALIASES]:
        provider = configprovider.ConfiguredEndpointProvider({}, {}, name, {})
        yield name, provider._get_service_env_var_name()


if __name__ == "__main__":
    write(sys.argv[1], "ini.tsv", ini_rows())
    write(sys.argv[1], "variables.tsv", variable_rows())
    write(sys.argv[1], "endpoint-names.tsv", endpoint_rows())
