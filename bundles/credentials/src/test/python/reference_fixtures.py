"""Writes the fixtures that compare our providers with botocore's: python3 reference_fixtures.py <folder>.

words.tsv       a command line, its words by a POSIX shell's rules and by those of Windows (JSON), or ! for an error
providers.tsv   a provider, what it finds (a map of variables or keys, JSON), and what it makes of it: the keys as JSON,
                - for nothing, or ! and the error's class
"""

import json
import os
import random
import shutil
import sys
import tempfile

from botocore import compat, credentials
from botocore.exceptions import BotoCoreError

PIECES = [" ", " ", "\t", "\n", "a", "b", "-c", "'", '"', "\\", "\\\\", '\\"', "$HOME", "*", ";", "|", "''", '""', "\u00e4"]

KEYS = {
    "env": ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN", "AWS_ACCOUNT_ID"],
    "profile": ["aws_access_key_id", "aws_secret_access_key", "aws_security_token", "aws_session_token", "aws_account_id"],
    "ec2": ["AWSAccessKeyId", "AWSSecretKey", "AWSSessionToken"],
    "process": ["Version", "AccessKeyId", "SecretAccessKey", "SessionToken", "AccountId"],
}


def split(splitter, text):
    try:
        return json.dumps(splitter(text))
    except ValueError:
        return "!"


def shell(text):
    return compat.compat_shell_split(text, "linux")


def windows(text):
    return compat.compat_shell_split(text, "win32")


def lines():
    chance = random.Random(1)
    for _ in range(400):
        yield "".join(chance.choice(PIECES) for _ in range(chance.randint(0, 9)))


def ini(folder, section, found):
    path = os.path.join(folder, "file")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"[{section}]\n" + "".join(f"{key} = {value}\n" for key, value in found.items()))
    return path


def env(folder, found):
    return credentials.EnvProvider(environ=found)


def shared(folder, found):
    return credentials.SharedCredentialProvider(ini(folder, "default", found))


def config(folder, found):
    return credentials.ConfigProvider(ini(folder, "default", found), "default")


def boto(folder, found):
    return credentials.BotoProvider(environ={"BOTO_CONFIG": ini(folder, "Credentials", found)})


def ec2(folder, found):
    path = os.path.join(folder, "file")
    with open(path, "w", encoding="utf-8") as file:
        file.write("".join(f"{key}={value}\n" for key, value in found.items()))
    return credentials.OriginalEC2Provider(environ={"AWS_CREDENTIAL_FILE": path})


def process(folder, found):
    path = os.path.join(folder, "file")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({key: 1 if key == "Version" and value == "one" else value for key, value in found.items()}, file)
    return credentials.ProcessProvider("default", lambda: {"profiles": {"default": {"credential_process": f"cat {path}"}}})


PROVIDERS = [(env, "env"), (shared, "profile"), (config, "profile"), (boto, "profile"), (ec2, "ec2"), (process, "process")]


def answer(provider):
    try:
        found = provider.load()
    except (BotoCoreError, KeyError) as error:
        return "!" + type(error).__name__
    if found is None:
        return "-"
    keys = found.get_frozen_credentials()
    return json.dumps([keys.access_key, keys.secret_key, keys.token or None, keys.account_id or None])


def cases(kind):
    chance = random.Random(kind)
    for _ in range(60):
        found = {}
        for key in KEYS[kind]:
            value = chance.choice(["one", "one", "one", "two", "", None]) if key != "Version" or chance.random() < 0.3 else "one"
            if value is not None and not (value == "" and kind == "process"):
                found[key] = value
        yield found


def main(folder):
    with open(os.path.join(folder, "words.tsv"), "w", encoding="ascii") as file:
        for text in lines():
            file.write("\t".join([json.dumps(text), split(shell, text), split(windows, text)]) + "\n")
    scratch = tempfile.mkdtemp()
    with open(os.path.join(folder, "providers.tsv"), "w", encoding="ascii") as file:
        for make, kind in PROVIDERS:
            for found in cases(kind):
                file.write("\t".join([make.__name__, json.dumps(found), answer(make(scratch, found))]) + "\n")
    shutil.rmtree(scratch)


if __name__ == "__main__":
    main(sys.argv[1])
