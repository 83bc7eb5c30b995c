"""Makes task definitions from botocore's service model of ECS, and says what botocore's own validator holds against them.

Arguments: how many, and a seed. Prints one JSON object a line: {definition, mutations, unknown: [path], mistyped: [path]}. A definition is
valid by construction; most are then mutated: a member that its structure does not have, or a value of a wrong type, at random places.
With `--judge` it reads definitions instead, one JSON a line, and prints the same of each.
"""

import json
import random
import re
import sys

import botocore.session
from botocore.validate import ParamValidator

SHAPE = botocore.session.get_session().get_service_model("ecs").operation_model("RegisterTaskDefinition").input_shape
# Those of a describe output: left out without a word, see the table of differences.
READ_ONLY = {
    "taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "deregisteredAt",
    "deleteRequestedAt", "registeredBy",
}
WRONG = {
    "string": [7, 1.5, True, [], {}],
    "integer": ["7", "text", 1.5, [], {}],
    "boolean": ["true", 1, 0, [], {}],
    "structure": ["text", 7, True, []],
    "map": ["text", 7, True, []],
    "list": ["text", 7, True, {}],
}


def word(rng):
    return "".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(1, 8)))


def make(shape, rng):
    kind = shape.type_name
    if kind == "structure":
        return {
            name: make(member, rng)
            for name, member in shape.members.items()
            if name in shape.required_members or name == "name" or rng.random() < 0.3
        }
    if kind == "list":
        return [make(shape.member, rng) for _ in range(rng.randint(0 if rng.random() < 0.2 else 1, 2))]
    if kind == "map":
        return {word(rng): make(shape.value, rng) for _ in range(rng.randint(0, 2))}
    if kind == "string":
        return rng.choice(shape.enum) if getattr(shape, "enum", None) else word(rng)
    if kind == "boolean":
        return rng.random() < 0.5
    assert kind in ("integer", "long"), kind
    return rng.randint(0, 2000)


def nodes(value, shape, owner=None, key=None):
    """Every value with its shape, and where it hangs."""
    yield value, shape, owner, key
    if shape.type_name == "structure":
        for name, member in value.items():
            yield from nodes(member, shape.members[name], value, name)
    elif shape.type_name == "list":
        for index, member in enumerate(value):
            yield from nodes(member, shape.member, value, index)
    elif shape.type_name == "map":
        for name, member in value.items():
            yield from nodes(member, shape.value, value, name)


MEMBERS = sorted({name for _, shape, _, _ in nodes(make(SHAPE, random.Random(0)), SHAPE) if shape.type_name == "structure" for name in shape.members})


def stranger(shape, rng):
    """A name that the structure does not have: a word, a member of another structure, or one of its own misspelt."""
    own = sorted(shape.members)
    while True:
        name = rng.choice([word(rng), rng.choice(MEMBERS), rng.choice(own)[:-1], rng.choice(own).upper(), rng.choice(own) + "s"])
        if name and name not in shape.members and name not in READ_ONLY:
            return name


def mutate(definition, rng):
    places = list(nodes(definition, SHAPE))
    if rng.random() < 0.5:
        value, shape, _, _ = rng.choice([place for place in places if place[1].type_name == "structure"])
        value[stranger(shape, rng)] = rng.choice(["x", 1, [], {}, True])
        return "unknown"
    value, shape, owner, key = rng.choice(places[1:])
    kind = "integer" if shape.type_name == "long" else shape.type_name
    owner[key] = rng.choice(WRONG[kind])
    return "type"


def judge(definition):
    report = ParamValidator().validate(definition, SHAPE)
    lines = report.generate_report().splitlines() if report.has_errors() else []
    unknown, mistyped = [], []
    for line in lines:
        found = re.match(r'Unknown parameter in (\S+): "([^"]*)"', line)
        if found:
            unknown.append(found[2] if found[1] == "input" else f"{found[1]}.{found[2]}")
            continue
        found = re.match(r"Invalid type for parameter (\S+?),", line)
        if found:
            mistyped.append(found[1])
    return {"definition": definition, "unknown": sorted(unknown), "mistyped": sorted(mistyped)}


def main():
    if sys.argv[1] == "--judge":
        for line in sys.stdin:
            print(json.dumps(judge(json.loads(line))))
        return
    rng = random.Random(int(sys.argv[2]))
    for index in range(int(sys.argv[1])):
        definition = make(SHAPE, rng)
        # One of four stays valid, the others are mutated.
        mutations = [mutate(definition, rng)] if index % 4 else []
        print(json.dumps({**judge(definition), "mutations": mutations}))


main()
