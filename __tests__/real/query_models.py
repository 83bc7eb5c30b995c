"""Holds exchanges in AWS's query protocol, and EC2's dialect of it, against botocore's service models: forms in, XML out.

A form must have no name that the input shape does not serialise to; an answer must have no element that the output shape does not know, and
what botocore's own parser makes of it must fit the shape; an error must be one of the operation's, with its HTTP status, or a common one.
"""

import re
import xml.etree.ElementTree as ElementTree
from urllib.parse import parse_qsl

import botocore.parsers

# From "Common Errors" in the API references of IAM, STS and Elastic Load Balancing, with their HTTP statuses.
COMMON_ERRORS = {
    "AccessDenied": 403, "ExpiredToken": 403, "InternalFailure": 500, "InvalidAction": 400, "MissingAuthenticationToken": 403,
    "Throttling": 400, "ValidationError": 400,
    # In no list: what AWS's query services say of a value of another type.
    "MalformedInput": 400,
}
# From "Error codes for the Amazon EC2 API": the model of EC2 has no errors.
ERRORS_OF_EC2 = {
    "AuthFailure", "DryRunOperation", "FilterLimitExceeded", "InternalError", "InvalidAction", "InvalidGroup.Duplicate", "InvalidGroup.NotFound", "InvalidPaginationToken", "InvalidParameterCombination", "InvalidParameterValue", "InvalidSubnetID.NotFound",
    "InvalidVpcID.NotFound", "MissingAction", "MissingParameter", "NoSuchVersion", "RequestExpired", "RequestLimitExceeded", "TagLimitExceeded",
    "UnauthorizedOperation", "UnsupportedOperation",
}


def check_query(query, models, check):
    """What is wrong in one {form, status, xml}; `check` compares a value with a shape: (value, shape, what) -> texts."""
    pairs = parse_qsl(query["form"], keep_blank_values=True)
    form = {name: value for name, value in pairs if name not in ("Action", "Version")}
    action, version = dict(pairs).get("Action", ""), dict(pairs).get("Version", "")
    model = next((one for one in models if one.api_version == version), None)
    if model is None or action not in model.operation_names:
        return [f"{action} of version {version}: no such operation"]
    operation, what = model.operation_model(action), f"{model.service_name} {action}"
    is_ec2 = model.resolved_protocol == "ec2"
    found = [f"{what} request: {line}" for name, value in form.items() for line in wrong_name(name.split("."), value, operation.input_shape, is_ec2)]
    return found + check_query_answer(query, operation, what, check)


def check_query_answer(query, operation, what, check):
    """What is wrong in an answer alone; `operation` is botocore's model of it, and `what` begins every text."""
    model = operation.service_model
    is_ec2 = model.resolved_protocol == "ec2"
    parser = botocore.parsers.create_parser(model.resolved_protocol)
    response = {"body": query["xml"].encode(), "headers": {}, "status_code": query["status"]}
    try:
        parsed = parser.parse(response, operation.output_shape)
    except (ValueError, botocore.parsers.ResponseParserError) as error:
        return [f"{what} answer: {error}"]
    if query["status"] != 200:
        return wrong_error(parsed, query["status"], operation, is_ec2, what)
    found = [f"{what} answer: {line}" for line in wrong_envelope(ElementTree.fromstring(query["xml"]), operation, is_ec2)]
    if not parsed.pop("ResponseMetadata", {}).get("RequestId"):
        found.append(f"{what} answer: no request id")
    return found + check(parsed, operation.output_shape, f"{what} answer")


def wrong_name(parts, value, shape, is_ec2):
    """What is wrong with one name of a form, from `parts` on."""
    if shape is None:
        return [f"{'.'.join(parts)} where nothing is asked"]
    if shape.type_name == "structure":
        names = {form_name(name, member, is_ec2): member for name, member in shape.members.items()}
        return wrong_name(parts[1:], value, names[parts[0]], is_ec2) if parts and parts[0] in names else [f"unknown: {'.'.join(parts) or 'a structure'}"]
    if shape.type_name == "list":
        flat = is_ec2 or shape.serialization.get("flattened")
        index = parts if flat else parts[1:] if parts[:1] == [shape.member.serialization.get("name", "member")] else []
        return wrong_name(index[1:], value, shape.member, is_ec2) if index and index[0].isdigit() else [f"no list: {'.'.join(parts)} = {value}"]
    if parts:
        return [f"{'.'.join(parts)} below a {shape.type_name}"]
    fits = {"integer": r"-?\d+", "long": r"-?\d+", "boolean": "true|false"}.get(shape.type_name, r"[\s\S]*")
    return [] if re.fullmatch(fits, value) else [f"{value!r} is no {shape.type_name}"]


def form_name(name, member, is_ec2):
    if not is_ec2:
        serialized = member.serialization.get("name", name)
        return member.member.serialization.get("name", serialized) if member.type_name == "list" and member.serialization.get("flattened") else serialized
    said = member.serialization.get("queryName") or member.serialization.get("name")
    return name if said is None else said[0].upper() + said[1:]


def bare(element):
    return element.tag.rsplit("}", 1)[-1]


def wrong_envelope(root, operation, is_ec2):
    space, shape = operation.service_model.metadata["xmlNamespace"].rstrip("/"), operation.output_shape
    if root.tag.rstrip("}").replace("/}", "}") != f"{{{space}}}{operation.name}Response":
        yield f"the root is {root.tag}"
    if is_ec2:
        # "return" stands in the samples of the EC2 API reference, and in no shape.
        yield from wrong_elements([one for one in root if bare(one) not in ("requestId", "return")], shape, "")
        return
    wrapper = shape and shape.serialization.get("resultWrapper")
    for child in root:
        if bare(child) == wrapper:
            yield from wrong_elements(child, shape, "")
        elif bare(child) != "ResponseMetadata":
            yield f"unknown element {bare(child)}"


def wrong_elements(children, shape, path):
    """Elements that a structure does not know, and those that are there more often than once."""
    if shape is None:
        yield from (f"unknown element {bare(child)} where nothing is answered" for child in children)
        return
    names = {member.serialization.get("name", name): member for name, member in shape.members.items()}
    seen = set()
    for child in children:
        name, where = bare(child), f"{path}.{bare(child)}"
        if name not in names:
            yield f"unknown element {where}"
            continue
        member = names[name]
        flat = member.serialization.get("flattened")
        if name in seen and not flat:
            yield f"twice there: {where}"
        seen.add(name)
        yield from wrong_element(child, member, where)


def wrong_element(element, shape, path):
    if shape.type_name == "structure":
        yield from wrong_elements(element, shape, path)
    elif shape.type_name == "list" and not shape.serialization.get("flattened"):
        entry = shape.member.serialization.get("name", "member")
        for child in element:
            if bare(child) != entry:
                yield f"unknown element {path}.{bare(child)}, where the entries are called {entry}"
            else:
                yield from wrong_element(child, shape.member, f"{path}[]")
    elif shape.type_name == "map":
        for child in element:
            if bare(child) != "entry" or sorted(bare(part) for part in child) != ["key", "value"]:
                yield f"unknown element {path}.{bare(child)}, where the entries of a map are expected"
    elif len(element) > 0:
        yield f"elements below {path}, a {shape.type_name}"


def wrong_error(parsed, status, operation, is_ec2, what):
    code, message = parsed["Error"].get("Code", ""), parsed["Error"].get("Message", "")
    found = [] if message and parsed["ResponseMetadata"].get("RequestId") else [f"{what}: the error {code} lacks a message or the request id"]
    if is_ec2:
        return found if code in ERRORS_OF_EC2 else [*found, f"{what}: the error {code} is none of EC2's"]
    modelled = {shape.metadata.get("error", {}).get("code", shape.name): shape.metadata.get("error", {}).get("httpStatusCode", 400) for shape in operation.error_shapes}
    expected = {**COMMON_ERRORS, **modelled}.get(code)
    if expected is None:
        return [*found, f"{what}: the error {code} is none of {', '.join(sorted(modelled))}"]
    return found if expected == status else [*found, f"{what}: the error {code} has the status {status}, expected {expected}"]
