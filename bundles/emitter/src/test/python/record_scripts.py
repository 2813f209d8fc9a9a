#!/usr/bin/env python3
"""Record what the reference emitter does in random scripts.

Makes scripts of emitter operations (register, unregister, copy, emit) with a seeded
generator, runs each on botocore's EventAliaser over a HierarchicalEmitter, and writes
the scripts with the answers as gzipped JSON. The Java test ReferenceScriptsTest
replays them. Not part of the build; the format is in ../resources/reference/README.md.

    python3 record_scripts.py --seed 1 --scripts 2400 out.json.gz

Where Tucuxi departs from the reference on purpose, no step is recorded:
  * counting a unique id whose record two emitters share (copies share the counter);
  * unregistering from a node that is there but never had handlers (AttributeError).
"""

import argparse
import copy
import gzip
import json
import random

import botocore
from botocore.hooks import EventAliaser, HierarchicalEmitter
from botocore.utils import EVENT_ALIASES

FORMAT = 1
ANSWERS = [None, None, None, False, 0, "", [], {}, 7, "yes", [1]]
PLAIN = ["a", "b"]
IDS = ["i", "j", "k", ""]
ALIAS_KEYS = list(EVENT_ALIASES)
REGISTER = {"f": "register_first", "r": "register", "l": "register_last"}


class Handler:
    """Records its calls; equal to other handlers of the same key."""

    def __init__(self, index, key, answer, calls):
        self.index, self.key, self.answer, self.calls = index, key, answer, calls

    def __call__(self, event_name, **kwargs):
        self.calls.append((self.index, event_name))
        return self.answer

    def __eq__(self, other):
        return isinstance(other, Handler) and other.key == self.key

    def __hash__(self):
        return hash(self.key)


class Table:
    """Gives each string a number."""

    def __init__(self):
        self.values, self.index = [], {}

    def __call__(self, value):
        if value is None:
            return -1
        if value not in self.index:
            self.index[value] = len(self.values)
            self.values.append(value)
        return self.index[value]


class Script:
    def __init__(self, rng, strings):
        self.rng, self.strings = rng, strings
        self.calls, self.steps = [], []
        self.handlers = []
        count = rng.randint(3, 8)
        for i in range(count):
            # Now and then a twin: equal to an earlier handler, but another object.
            key = rng.randrange(i) if i and rng.random() < 0.2 else i
            self.handlers.append(Handler(i, key, rng.choice(ANSWERS), self.calls))
        self.emitters = [EventAliaser(HierarchicalEmitter())]
        self.keys = rng.sample(ALIAS_KEYS, 3) if rng.random() < 0.25 else []
        self.registered = []

    # -- what to do ---------------------------------------------------------------

    def part(self, registering):
        rng = self.rng
        draw = rng.random()
        if self.keys and draw < 0.2:
            key = rng.choice(self.keys)
            return rng.choice([key, EVENT_ALIASES[key], key + "x", "x" + key, key.split(".")[0]])
        if draw < 0.22:
            return rng.choice(["", "Put*", "A"])
        if registering and draw < 0.5 or draw < 0.24:
            return "*"
        return rng.choice(PLAIN)

    def name(self, registering):
        depth = self.rng.choice([1, 1, 2, 2, 3, 3, 4] if registering else [2, 3, 3, 4])
        return ".".join(self.part(registering) for _ in range(depth))

    def known_name(self):
        if self.registered and self.rng.random() < 0.7:
            return self.rng.choice(self.registered)
        return self.name(True)

    def unique_id(self):
        return self.rng.choice(IDS) if self.rng.random() < 0.45 else None

    # -- departures ---------------------------------------------------------------

    def counter_is_shared(self, emitter, unique_id, counting, registering):
        record = emitter._emitter._unique_id_handlers.get(unique_id)
        if record is None or not counting or not record.get("count"):
            return False
        if not registering and record["count"] == 1:
            return False
        owners = sum(
            e._emitter._unique_id_handlers.get(unique_id) is record for e in self.emitters
        )
        return owners > 1

    def is_bare_node(self, emitter, name):
        node = emitter._emitter._handlers._root
        for part in emitter._alias_event_name(name).split("."):
            node = node["children"].get(part)
            if node is None:
                return False
        return node["values"] is None

    # -- steps --------------------------------------------------------------------

    def step(self):
        kind = self.rng.choices("rfluetc", [26, 10, 10, 14, 24, 12, 3])[0]
        at = self.rng.randrange(len(self.emitters))
        emitter = self.emitters[at]
        if kind in REGISTER:
            self.register(kind, at, emitter)
        elif kind == "u":
            self.unregister(at, emitter)
        elif kind == "c":
            if len(self.emitters) < 4:
                self.emitters.append(copy.copy(emitter))
                self.steps.append(["c", at])
        else:
            self.emit(kind, at, emitter)

    def register(self, kind, at, emitter):
        name, handler = self.name(True), self.rng.choice(self.handlers)
        unique_id, counting = self.unique_id(), self.rng.random() < 0.5
        if self.counter_is_shared(emitter, unique_id, counting, True):
            return
        ok = self.accepted(
            getattr(emitter, REGISTER[kind]), name, handler, unique_id, counting
        )
        self.registered.append(name)
        self.steps.append(
            [kind, at, self.strings(name), handler.index, self.strings(unique_id), int(counting), ok]
        )

    def unregister(self, at, emitter):
        name, unique_id = self.known_name(), self.unique_id()
        handler = self.rng.choice(self.handlers) if self.rng.random() < 0.9 else None
        counting = self.rng.random() < 0.5
        if self.is_bare_node(emitter, name):
            return
        if self.counter_is_shared(emitter, unique_id, counting, False):
            return
        ok = self.accepted(emitter.unregister, name, handler, unique_id, counting)
        index = -1 if handler is None else handler.index
        self.steps.append(
            ["u", at, self.strings(name), index, self.strings(unique_id), int(counting), ok]
        )

    @staticmethod
    def accepted(operation, *arguments):
        try:
            operation(*arguments)
            return 1
        except ValueError:
            return 0

    def emit(self, kind, at, emitter):
        name = self.name(False)
        if self.registered and self.rng.random() < 0.5:
            # A name that something was registered for, with its wildcards filled in.
            name = self.rng.choice(self.registered)
            name = ".".join(self.rng.choice(PLAIN) if p == "*" else p for p in name.split("."))
            name += self.rng.choice(["", "", ".a", ".b.c"])
        self.calls.clear()
        if kind == "e":
            answers = emitter.emit(name)
            assert [h.index for h, _ in answers] == [i for i, _ in self.calls]
            assert all(value is h.answer for h, value in answers)
            tail = []
        else:
            handler, value = emitter.emit_until_response(name)
            assert handler is None or value is handler.answer
            tail = [-1 if handler is None else handler.index]
        seen = {event_name for _, event_name in self.calls}
        assert len(seen) <= 1
        self.steps.append(
            [kind, at, self.strings(name), self.strings(seen.pop() if seen else None),
             [i for i, _ in self.calls]] + tail
        )

    def run(self):
        for _ in range(self.rng.randint(8, 36)):
            self.step()
        return {"handlers": [[h.key, h.answer] for h in self.handlers], "steps": self.steps}


def alias_script(key, strings):
    """One alias in every position, so that the whole table is compared."""
    script = Script(random.Random(key), strings)
    script.keys = []
    emitter = script.emitters[0]
    handler = script.handlers[0]
    emitter.register("*", handler)
    script.steps.append(["r", 0, strings("*"), 0, -1, 0, 1])
    for name in (key, "x." + key, key + ".x", "x." + key + ".x", "x" + key, key + "x.y", f"{key}.{key}"):
        script.calls.clear()
        emitter.emit(name)
        script.steps.append(
            ["e", 0, strings(name), strings(script.calls[0][1]), [i for i, _ in script.calls]]
        )
    return {"handlers": [[h.key, h.answer] for h in script.handlers], "steps": script.steps}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scripts", type=int, default=2400)
    parser.add_argument("out", help="ends in .json or .json.gz")
    options = parser.parse_args()
    strings = Table()
    scripts = [alias_script(key, strings) for key in ALIAS_KEYS]
    rng = random.Random(options.seed)
    scripts += [Script(rng, strings).run() for _ in range(options.scripts)]
    document = {
        "format": FORMAT,
        "reference": "botocore " + botocore.__version__,
        "seed": options.seed,
        "strings": strings.values,
        "scripts": scripts,
    }
    data = json.dumps(document, separators=(",", ":")).encode()
    with open(options.out, "wb") as out:
        # A fixed time in the header: the same seed gives the same bytes.
        out.write(gzip.compress(data, 9, mtime=0) if options.out.endswith(".gz") else data)
    steps = sum(len(script["steps"]) for script in scripts)
    print(f"{len(scripts)} scripts, {steps} steps, {len(data)} bytes of JSON")


if __name__ == "__main__":
    main()
