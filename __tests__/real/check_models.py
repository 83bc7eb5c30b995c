"""Holds exchanges with AWS against botocore's service models.

Reads from standard input a JSON list of {target, operation, input, status, output}, or of {form, status, xml} for the query protocol (see
query_models.py); prints a JSON list of what is wrong, one text each.
A request must have no unknown member, none missing, none of a wrong type, no word that an enum lacks; an answer likewise; an error must
be one that the operation, or any AWS service, may answer with.
"""

import json
import re
import sys

import botocore.session
from botocore.validate import ParamValidator
from query_models import check_query

SERVICES = {
    "AmazonEC2ContainerServiceV20141113": "ecs",
    "AmazonEC2ContainerRegistry_V20150921": "ecr",
    "CodeDeploy_20141006": "codedeploy",
    "Logs_20140328": "logs",
    "secretsmanager": "secretsmanager",
    "AmazonSSM": "ssm",
    "AnyScaleFrontendService": "application-autoscaling",
    "SpencerFrontendService": "ecr-public",
}
# From "Common Errors" in the services' API references.
COMMON_ERRORS = {
    "AccessDeniedException", "ExpiredTokenException", "InternalFailure", "MissingAuthenticationTokenException",
    "SerializationException", "ThrottlingException", "UnknownOperationException", "ValidationException",
}

session = botocore.session.get_session()
models = {name: session.get_service_model(name) for name in SERVICES.values()}
query_models = [
    session.get_service_model(name, api_version)
    for name in ("iam", "ec2", "elbv2", "sts")
    for api_version in session.get_component("data_loader").list_api_versions(name, "service-2")
]


def wrong_words(value, shape, path):
    """Texts that are in no enum of the model."""
    if value is None or shape is None:
        return
    if shape.type_name == "structure" and isinstance(value, dict):
        for name, member in value.items():
            if name in shape.members:
                yield from wrong_words(member, shape.members[name], f"{path}.{name}")
    elif shape.type_name == "list" and isinstance(value, list):
        for index, member in enumerate(value):
            yield from wrong_words(member, shape.member, f"{path}[{index}]")
    elif shape.type_name == "map" and isinstance(value, dict):
        for name, member in value.items():
            yield from wrong_words(member, shape.value, f"{path}.{name}")
    elif shape.type_name == "string" and getattr(shape, "enum", None) and value not in shape.enum:
        yield f"{path}: {value!r} is none of {', '.join(shape.enum)}"


def without_nulls(value):
    """In an answer a null is a member that is absent."""
    if isinstance(value, dict):
        return {name: without_nulls(member) for name, member in value.items() if member is not None}
    return [without_nulls(member) for member in value] if isinstance(value, list) else value


def check(value, shape, what):
    if shape is None:
        return [f"{what}: members where there is no shape: {', '.join(value)}"] if value else []
    report = ParamValidator().validate(value, shape)
    found = report.generate_report().splitlines() if report.has_errors() else []
    return [f"{what}: {line}" for line in [*found, *wrong_words(value, shape, "")]]


def check_exchange(exchange):
    if "form" in exchange:
        return check_query(exchange, query_models, check)
    service = SERVICES.get(exchange["target"])
    if service is None:
        return [f"{exchange['target']}: no such service"]
    what = f"{service} {exchange['operation']}"
    if exchange["operation"] not in models[service].operation_names:
        return [f"{what}: no such operation"]
    operation = models[service].operation_model(exchange["operation"])
    return check(exchange["input"], operation.input_shape, f"{what} request") + check_answer(exchange, operation, what)


def check_answer(exchange, operation, what):
    """What is wrong in an answer alone; `operation` is botocore's model of it, and `what` begins every text."""
    if exchange["status"] == 200:
        answer = check(without_nulls(exchange["output"]), operation.output_shape, f"{what} answer")
        # The least length of a list is a rule for requests: an answer about nothing has an empty list.
        return [line for line in answer if not re.search("Invalid length for parameter .*, value: 0,", line)]
    name = exchange["output"].get("__type", "").split("#")[-1]
    known = {shape.name for shape in operation.error_shapes} | {shape.metadata.get("error", {}).get("code") for shape in operation.error_shapes}
    if name in known | COMMON_ERRORS:
        return []
    return [f"{what}: the error {name} is none of {', '.join(sorted(filter(None, known)))}"]


if __name__ == "__main__":
    print(json.dumps(sorted({line for exchange in json.load(sys.stdin) for line in check_exchange(exchange)})))
