"""Checks answers against botocore's output shapes. Reads a JSON list of {service, operation, output} from standard input,
prints one line for everything that does not fit: an unknown member, a wrong type, a word that the enum does not have."""

import json
import sys

import botocore.session
from botocore.validate import ParamValidator

session = botocore.session.get_session()
models = {}


def enums(value, shape, path):
    if shape.type_name == "structure":
        for name, member in shape.members.items():
            if name in value:
                yield from enums(value[name], member, f"{path}.{name}")
    elif shape.type_name == "list":
        for index, item in enumerate(value):
            yield from enums(item, shape.member, f"{path}[{index}]")
    elif shape.type_name == "map":
        for key, item in value.items():
            yield from enums(item, shape.value, f"{path}.{key}")
    elif getattr(shape, "enum", None) and value not in shape.enum:
        yield f"{path}: {value!r} is none of {shape.enum}"


for answer in json.load(sys.stdin):
    service = answer["service"]
    model = models.setdefault(service, session.get_service_model(service))
    shape = model.operation_model(answer["operation"]).output_shape
    if shape is None:
        continue
    where = f"{service} {answer['operation']}"
    report = ParamValidator().validate(answer["output"], shape)
    if report.has_errors():
        print(f"{where}: {report.generate_report()}")
    else:
        for problem in enums(answer["output"], shape, ""):
            print(f"{where}: {problem}")
