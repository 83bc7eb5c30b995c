"""Asks by the AWS CLI for all that AWS can be asked about ECS, ECR and CodeDeploy.

    cli_reads.py ENDPOINT < {service: [operations that are claimed]}

Prints a JSON object: {answered, refused, wrong, missing}: the operations that answered, those that answered UnknownOperationException, a text for each that
answered otherwise than it should, and those that are claimed and that this script does not know how to ask for.
The CLI runs in this process, by the function that its own program calls: a process for each would take a minute.
"""

import contextlib
import io
import json
import os
import re
import sys
import tempfile

import awscli.clidriver
import botocore.session
from aws_stage import ACCOUNT, REGION, Stage
from botocore import xform_name

READS = re.compile("(Describe|List|Get|BatchGet|BatchCheck|Discover)[A-Z]")
COMMANDS = {"codedeploy": "deploy"}
endpoint = sys.argv[1]
claimed = json.load(sys.stdin)
stage = Stage(endpoint)

arn = f"arn:aws:ecs:{REGION}:{ACCOUNT}"
service = {"cluster": "shop", "service": "service-1"}
image = {"repositoryName": "shop/1", "imageId": {"imageTag": "v1"}}
group = {"applicationName": "app-1", "deploymentGroupName": "group-1"}
target = stage.client("codedeploy").list_deployment_targets(deploymentId=stage.deployed)["targetIds"][0]
INPUTS = {
    "ecs": {
        "DescribeCapacityProviders": {"include": ["TAGS"]},
        "DescribeClusters": {"clusters": ["shop"], "include": ["SETTINGS", "STATISTICS", "CONFIGURATIONS", "TAGS"]},
        "DescribeContainerInstances": {"cluster": "shop", "containerInstances": ["0123456789abcdef"]},
        "DescribeServiceDeployments": {"serviceDeploymentArns": [stage.deployment]},
        "DescribeServiceRevisions": {"serviceRevisionArns": [stage.revision]},
        "DescribeServices": {"cluster": "shop", "services": ["service-1"], "include": ["TAGS"]},
        "DescribeTaskDefinition": {"taskDefinition": "family-1", "include": ["TAGS"]},
        "DescribeTaskSets": {"cluster": "shop", "service": "external", "include": ["TAGS"]},
        "DescribeTasks": {"cluster": "shop", "tasks": [stage.task], "include": ["TAGS"]},
        "GetTaskProtection": {"cluster": "shop", "tasks": [stage.task]},
        "ListAccountSettings": {"effectiveSettings": True},
        "ListAttributes": {"cluster": "shop", "targetType": "container-instance"},
        "ListClusters": {},
        "ListContainerInstances": {"cluster": "shop"},
        "ListServiceDeployments": service,
        "ListServices": {"cluster": "shop", "launchType": "FARGATE"},
        "ListServicesByNamespace": {"namespace": f"arn:aws:servicediscovery:{REGION}:{ACCOUNT}:namespace/ns-0123456789abcdef"},
        "ListTagsForResource": {"resourceArn": f"{arn}:cluster/shop"},
        "ListTaskDefinitionFamilies": {"familyPrefix": "family"},
        "ListTaskDefinitions": {"familyPrefix": "family-1", "sort": "DESC"},
        "ListTasks": {"cluster": "shop", "desiredStatus": "RUNNING"},
    },
    "ecr": {
        "BatchCheckLayerAvailability": {"repositoryName": "shop/1", "layerDigests": stage.layers[:1]},
        "BatchGetImage": {"repositoryName": "shop/1", "imageIds": [{"imageTag": "v1"}]},
        "BatchGetRepositoryScanningConfiguration": {"repositoryNames": ["shop/1", "nowhere"]},
        "DescribeImageReplicationStatus": image,
        "DescribeImageScanFindings": image,
        "DescribeImageSigningStatus": image,
        "DescribeImages": {"repositoryName": "shop/1", "filter": {"tagStatus": "TAGGED"}},
        "DescribePullThroughCacheRules": {},
        "DescribeRegistry": {},
        "DescribeRepositories": {"repositoryNames": ["shop/1"]},
        "DescribeRepositoryCreationTemplates": {},
        "GetAccountSetting": {"name": "BLOB_MOUNTING"},
        "GetAuthorizationToken": {},
        "GetDownloadUrlForLayer": {"repositoryName": "shop/1", "layerDigest": stage.layers[0]},
        "GetLifecyclePolicy": {"repositoryName": "shop/1"},
        "GetLifecyclePolicyPreview": {"repositoryName": "shop/1"},
        "GetRegistryPolicy": {},
        "GetRegistryScanningConfiguration": {},
        "GetRepositoryPolicy": {"repositoryName": "shop/1"},
        "GetSigningConfiguration": {},
        "ListImageReferrers": {"repositoryName": "shop/1", "subjectId": {"imageDigest": stage.layers[0]}},
        "ListImages": {"repositoryName": "shop/1", "filter": {"tagStatus": "TAGGED"}},
        "ListTagsForResource": {"resourceArn": f"arn:aws:ecr:{REGION}:{ACCOUNT}:repository/shop/1"},
    },
    "codedeploy": {
        "BatchGetApplicationRevisions": {"applicationName": "app-1", "revisions": [stage.content]},
        "BatchGetApplications": {"applicationNames": ["app-1", "app-2"]},
        "BatchGetDeploymentGroups": {"applicationName": "app-1", "deploymentGroupNames": ["group-1", "group-2"]},
        "BatchGetDeploymentTargets": {"deploymentId": stage.deployed, "targetIds": [target]},
        "BatchGetDeployments": {"deploymentIds": [stage.deployed]},
        "GetApplication": {"applicationName": "app-1"},
        "GetApplicationRevision": {"applicationName": "app-1", "revision": stage.content},
        "GetDeployment": {"deploymentId": stage.deployed},
        "GetDeploymentConfig": {"deploymentConfigName": "CodeDeployDefault.ECSLinear10PercentEvery1Minutes"},
        "GetDeploymentGroup": group,
        "GetDeploymentTarget": {"deploymentId": stage.deployed, "targetId": target},
        "ListApplicationRevisions": {"applicationName": "app-1", "sortBy": "registerTime", "deployed": "ignore"},
        "ListApplications": {},
        "ListDeploymentConfigs": {},
        "ListDeploymentGroups": {"applicationName": "app-1"},
        "ListDeploymentTargets": {"deploymentId": stage.deployed},
        "ListDeployments": {**group, "includeOnlyStatuses": ["InProgress", "Succeeded"]},
        "ListTagsForResource": {"ResourceArn": f"arn:aws:codedeploy:{REGION}:{ACCOUNT}:application:app-1"},
    },
}
# The errors that AWS answers with here, each of the operation's model.
ERRORS = {"GetLifecyclePolicyPreview": "LifecyclePolicyPreviewNotFoundException"}


def say(*words):
    """Exit code, standard output, standard error."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = driver.main([*words])
    return code, out.getvalue(), err.getvalue()


with tempfile.NamedTemporaryFile("w", suffix=".config") as config:
    # What is not claimed is asked for with nothing: AWS is to say that it is not there before it looks at the request.
    config.write("[default]\nparameter_validation = false\n")
    config.flush()
    os.environ.update(
        AWS_CONFIG_FILE=config.name, AWS_ENDPOINT_URL=endpoint, AWS_DEFAULT_REGION=REGION, AWS_ACCESS_KEY_ID="stage", AWS_SECRET_ACCESS_KEY="stage",
        AWS_MAX_ATTEMPTS="1", AWS_PAGER="",
    )
    driver = awscli.clidriver.create_clidriver()
    report = {"answered": [], "refused": [], "wrong": [], "missing": []}
    for name, inputs in INPUTS.items():
        for operation in filter(READS.match, botocore.session.get_session().get_service_model(name).operation_names):
            is_claimed = operation in claimed[name]
            if is_claimed and operation not in inputs:
                report["missing"].append(f"{name} {operation}")
                continue
            asked = json.dumps(inputs[operation] if is_claimed else {})
            code, out, err = say(COMMANDS.get(name, name), xform_name(operation, "-"), "--cli-input-json", asked, "--output", "json")
            expected = ERRORS.get(operation) if is_claimed else "UnknownOperationException"
            fits = code == 0 and json.loads(out) != {} if expected is None else code != 0 and f"({expected})" in err
            if not fits:
                report["wrong"].append(f"{name} {operation}: {code} {out}{err}")
            report["answered" if is_claimed else "refused"].append(f"{name} {operation}")
print(json.dumps(report))
