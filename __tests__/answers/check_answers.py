"""Holds all that the built-in AWS answered in runs of the tests to botocore's output shapes.

    check_answers.py FOLDER

FOLDER is what recorder.mjs wrote. Prints how many answers there were and a line for each that does not fit: a member that the model does not know, one that
is missing or of a wrong type, a word that an enum lacks, an error that neither the operation nor every AWS service answers with. The exit code is 1 where
there is one, or no answer at all.
"""

import collections
import json
import pathlib
import re
import sys
from urllib.parse import parse_qs

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "real"))

from check_models import SERVICES, check, check_answer, models, query_models
from query_models import check_query_answer

# What does not fit and is right, with the reason.
KNOWN = {
    "newerThanUs": "a member that a test makes up: what a newer AWS knows is shown again as it was sent",
    "'PRE_PRODUCTION_TRAFFIC_SHIFT' is none of": "botocore 1.44 knows the stage for hooks, and not yet for the deployment that waits in it",
    "ec2 DescribeVpcs answer: unknown element .vpcSet[].ownerId": "a test asks in an older version of the API; the built-in AWS answers in the words of the newest",
}


def find_strays(answered):
    """The operation of an answer and what is wrong in it; of an operation that AWS does not have, a refusal is right."""
    if "form" in answered:
        form = parse_qs(answered["form"])
        action, version = form.get("Action", [""])[0], form.get("Version", [""])[0]
        # The built-in AWS takes any version; what it answers says whose it is.
        version = (re.findall(r"/doc/(\d{4}-\d\d-\d\d)/", answered["text"]) or [version])[0]
        model = next((one for one in query_models if one.api_version == version and action in one.operation_names), None)
        if model is None:
            return action, [] if answered["status"] != 200 else [f"{action} of version {version}: no such operation"]
        what = f"{model.service_name} {action}"
        return what, check_query_answer({"xml": answered["text"], "status": answered["status"]}, model.operation_model(action), what, check)
    target, _, name = answered["target"].rpartition(".")
    service = SERVICES.get(target)
    what = f"{service or target} {name}"
    if service is None or name not in models[service].operation_names:
        return what, [] if answered["status"] != 200 else [f"{what}: no such operation"]
    exchange = {"status": answered["status"], "output": json.loads(answered["text"] or "{}")}
    return what, check_answer(exchange, models[service].operation_model(name), what)


count, distinct, operations, strays = 0, 0, set(), collections.Counter()
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.jsonl")):
    for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
        count += 1
        if line == "":
            continue
        distinct += 1
        operation, found = find_strays(json.loads(line))
        operations.add(operation)
        strays.update(text for text in found if not any(known in text for known in KNOWN))
print(f"Answers: {count} checked, {distinct} of them unlike the others, of {len(operations)} operations; {len(strays)} strays")
for text, times in sorted(strays.items()):
    print(f"{times}x {text}")
sys.exit(1 if strays or count == 0 else 0)
