"""Breaks botocore's input models once at a time. Reads {service: [operation]} from standard input, with botocore's names of services; prints a JSON
list of {service, operation, kind, path, sound, broken}: two requests as they go over the wire, the one as the model has it, the other with what
`kind` and `path` name broken."""

import json
import re
import sys
from urllib.parse import urlencode

import botocore.session
from botocore.serialize import create_serializer

# Python's own expressions do not know the properties of Unicode: parts of them do.
PROPERTIES = {"L": "A-Za-z\u00e4", "M": "\u0301", "Z": " ", "S": "+$", "N": "0-9", "P": "._:/=@-"}
SOUND = [
    "abcd",
    "1",
    "123456789012",
    "eu-west-1",
    "/",
    "/a/",
    "sha256:" + "a" * 64,
    "200",
    "HTTP",
    "ipam-pool-1",
    "ipv4pool-coip-1",
    "Name",
    "a" * 20,
    "arn:aws:kms:eu-west-1:123456789012:key/abcd",
    "arn:aws:iam::123456789012:role/abcd",
    "arn:aws:signer:eu-west-1:123456789012:/signing-profiles/abcd",
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:ecr-pullthroughcache/abcd",
]
BROKEN = ["\u0001", "!", "*", "\u20ac", "\ud7ff\U0001f600", " ", "a"]
NO_VALUE = "NO-SUCH-VALUE"
# What the service wants beside its model.
TEXTS = {"ImageDigest": "sha256:" + "a" * 64, "AccountSettingName": "REGISTRY_POLICY_SCOPE", "AccountSettingValue": "V2"}
# Of several members the operation wants one, which the model does not say.
EITHER = {name: ["logGroupName"] for name in ("GetLogEventsRequest", "FilterLogEventsRequest", "DescribeLogStreamsRequest")}


def matches(pattern, text):
    # Java and JavaScript read two surrogates as one character.
    own = pattern.replace(r"\/", "/").replace(r"\uD800\uDC00-\uDBFF\uDFFF", "\U00010000-\U0010ffff")
    own = re.sub(r"\\p\{(\w)\}", lambda found: PROPERTIES[found.group(1)], own)
    return re.fullmatch(own, text) is not None


def fill(text, least):
    return text * max(1, -(-least // len(text)))


class Breaker:
    def __init__(self, shapes):
        self.shapes = shapes

    def raw(self, shape):
        return self.shapes[shape.name]

    def limits(self, shape):
        raw = self.raw(shape)
        return raw.get("min"), raw.get("max")

    def sound(self, shape):
        """The least value that the model takes."""
        raw = self.raw(shape)
        least, most = self.limits(shape)
        kind = shape.type_name
        if kind == "structure":
            return {name: self.sound(shape.members[name]) for name in [*raw.get("required", []), *EITHER.get(shape.name, [])]}
        if kind == "list":
            return [self.item(shape) for _ in range(max(1, least or 0))]
        if kind == "map":
            return self.entries(shape, max(1, least or 0))
        if kind in ("integer", "long", "float", "double"):
            return least if least is not None else min(1, most if most is not None else 1)
        if kind == "boolean":
            return True
        if kind == "timestamp":
            return "2026-01-01T00:00:00Z"
        if kind == "blob":
            return b"a" * (least or 1)
        if "enum" in raw:
            return raw["enum"][0]
        pattern = raw.get("pattern")
        for text in [TEXTS[shape.name]] if shape.name in TEXTS else SOUND:
            # One letter more often makes a text long enough than the whole of it once more.
            for whole in (text, fill(text, least or 0), text + "a" * max(0, (least or 0) - len(text))):
                if (least or 0) <= len(whole) <= (most or len(whole)) and (pattern is None or matches(pattern, whole)):
                    return whole
        raise ValueError(f"no text for {shape.name}: {raw}")

    def item(self, shape):
        item = self.sound(shape.member)
        return self.not_empty(shape.member, item) if item == {} else item

    def not_empty(self, shape, value, but=None):
        """A structure with one member at least: forms have no empty ones."""
        kinds = ["string", "list", "structure"]
        others = [(name, member) for name, member in shape.members.items() if name != but and member.type_name in kinds]
        if value or not others:
            return value
        name, member = min(others, key=lambda other: kinds.index(other[1].type_name))
        sound = self.sound(member)
        return {name: self.not_empty(member, sound) if member.type_name == "structure" else sound}

    def entries(self, shape, count):
        key, value = self.sound(shape.key), self.sound(shape.value)
        return {key + "a" * index: value for index in range(count)}

    def breaks(self, shape, wrap, path, above=()):
        """Yields (kind, path, sound input, broken input) for everything that the model says of a shape; wrap puts a value in its place."""
        raw = self.raw(shape)
        least, most = self.limits(shape)
        kind = shape.type_name
        if shape.name in above:
            return
        above = (*above, shape.name)
        if kind == "structure":
            sound = self.sound(shape)
            for name in raw.get("required", []):
                less = {other: value for other, value in sound.items() if other != name}
                yield "required", [*path, name], wrap(sound), wrap(less if path == [] else self.not_empty(shape, less, name))
            for name, member in shape.members.items():
                yield from self.breaks(member, lambda v, name=name: wrap({**sound, name: v}), [*path, name], above)
            return
        if kind == "list":
            item = self.item(shape)
            if least:
                yield "size", path, wrap([item] * least), wrap([item] * (least - 1))
            if most is not None:
                yield "size", path, wrap([item] * max(1, most)), wrap([item] * (most + 1))
            count = max(1, least or 0)
            yield from self.breaks(shape.member, lambda v: wrap([v, *[item] * (count - 1)]), path, above)
            return
        if kind == "map":
            key, value = self.sound(shape.key), self.sound(shape.value)
            others = self.entries(shape, least or 1)
            others.pop(key)
            if least:
                yield "size", path, wrap({**others, key: value}), wrap(others)
            if most is not None:
                yield "size", path, wrap({**others, key: value}), wrap({f"{key}{index}": value for index in range(most + 1)})
            yield from self.breaks(shape.key, lambda v: wrap({**others, v: value}), path, above)
            yield from self.breaks(shape.value, lambda v: wrap({**others, key: v}), path, above)
            return
        yield from self.scalar_breaks(shape, wrap, path)

    def scalar_breaks(self, shape, wrap, path):
        raw = self.raw(shape)
        least, most = self.limits(shape)
        kind = shape.type_name
        if kind in ("integer", "long", "float", "double"):
            if least is not None:
                yield "range", path, wrap(least), wrap(least - 1)
            if most is not None:
                yield "range", path, wrap(most), wrap(most + 1)
            return
        if kind == "blob":
            if least:
                yield "length", path, wrap(b"a" * least), wrap(b"a" * (least - 1))
            if most is not None:
                yield "length", path, wrap(b"a" * most), wrap(b"a" * (most + 1))
            return
        if kind != "string":
            return
        sound = self.sound(shape)
        if "enum" in raw:
            yield "enum", path, wrap(sound), wrap(NO_VALUE)
            return
        if least:
            yield "length", path, wrap(sound), wrap(sound[: least - 1])
        if most is not None:
            yield "length", path, wrap(sound), wrap((sound or "a") + "a" * (most + 1 - len(sound)))
        pattern = raw.get("pattern")
        if pattern is None:
            return
        for text in BROKEN:
            whole = fill(text, least or 0)
            if len(whole) <= (most or len(whole)) and not matches(pattern, whole):
                yield "pattern", path, wrap(sound), wrap(whole)
                return
        raise ValueError(f"nothing breaks {shape.name}: {raw}")


def main():
    session = botocore.session.get_session()
    found = []
    for service, operations in json.load(sys.stdin).items():
        model = session.get_service_model(service)
        protocol = next(p for p in model.metadata.get("protocols", [model.metadata["protocol"]]) if p in ("json", "query", "ec2"))
        serializer = create_serializer(protocol, include_validation=False)
        breaker = Breaker(model._service_description["shapes"])
        for operation in operations:
            described = model.operation_model(operation)
            if described.input_shape is None:
                continue

            def wire(value):
                request = serializer.serialize_to_request(value, described)
                body = request["body"]
                text = urlencode(body, doseq=True) if isinstance(body, dict) else body.decode()
                return {"target": request["headers"].get("X-Amz-Target"), "body": text}

            for kind, path, sound, broken in breaker.breaks(described.input_shape, lambda value: value, []):
                found.append({
                    "service": service,
                    "operation": operation,
                    "kind": kind,
                    "path": ".".join(path),
                    "sound": wire(sound),
                    "broken": wire(broken),
                })
    json.dump(found, sys.stdout)


main()
