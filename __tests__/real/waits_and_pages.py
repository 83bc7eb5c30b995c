"""Waits with boto3's waiters and turns pages with its paginators: all of those whose operation is claimed.

    waits_and_pages.py ENDPOINT < {service: [operations that are claimed]}

Prints a JSON object: {waited, paged, single, wrong, missing}: the waiters and paginators that were run, those whose list is of one page, a text for each that
did otherwise than it should, and those that this script does not know how to run.
A waiter ends well, fails, or gives up; a paginator gives in pages of two what is given at once without a size.
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor

import botocore.exceptions
import botocore.session
from aws_stage import MANY, NETWORK, Stage
from botocore import xform_name

NAMES = {"elasticloadbalancing": "elbv2"}
claimed = {NAMES.get(name, name): set(operations) for name, operations in json.load(sys.stdin).items()}
session = botocore.session.get_session()
stage = Stage(sys.argv[1])
ecs, codedeploy = stage.client("ecs"), stage.client("codedeploy")
report = {"waited": [], "paged": [], "single": [], "wrong": [], "missing": []}


# A waiter that looks too seldom for it would not see a task that soon ends by itself run.
stage.keep_running("staying")


def run(fate=""):
    definition = stage.define("waiting" if fate else "staying", fate)
    started = ecs.run_task(cluster="shop", taskDefinition=definition, launchType="FARGATE", networkConfiguration=NETWORK)
    return {"cluster": "shop", "tasks": [started["tasks"][0]["taskArn"]]}


def stop():
    asked = run()
    ecs.stop_task(cluster="shop", task=asked["tasks"][0])
    return asked


def leave():
    stage.serve("leaving", stage.definitions[0])
    ecs.delete_service(cluster="shop", service="leaving", force=True)
    return {"cluster": "shop", "services": ["leaving"]}


def preview():
    stage.client("ecr").start_lifecycle_policy_preview(repositoryName="shop/1")
    return {"repositoryName": "shop/1"}


# For each what it is asked, and how it ends: None: well; else what its error says.
GIVES_UP, FAILS = "Max attempts exceeded", "terminal failure"
WAITERS = {
    "ecs": {
        "services_stable": [(lambda: {"cluster": "shop", "services": ["service-2"]}, None), (lambda: {"cluster": "shop", "services": ["none"]}, FAILS)],
        "services_inactive": [(leave, None), (lambda: {"cluster": "shop", "services": ["none"]}, FAILS)],
        "tasks_running": [(run, None), (lambda: run("cannot-pull"), FAILS)],
        "tasks_stopped": [(stop, None), (lambda: run("crash"), None)],
    },
    "ecr": {
        "image_scan_complete": [
            (lambda: {"repositoryName": "shop/1", "imageId": {"imageTag": "v1"}}, None),
            (lambda: {"repositoryName": "shop/1", "imageId": {"imageTag": "none"}}, "ImageNotFoundException"),
        ],
        "lifecycle_policy_preview_complete": [(preview, None), (lambda: {"repositoryName": "shop/2"}, "LifecyclePolicyPreviewNotFoundException")],
    },
    "codedeploy": {
        "deployment_successful": [
            (lambda: {"deploymentId": stage.deployed}, None),
            (lambda: {"deploymentId": "d-ABCDEFGHI"}, "DeploymentDoesNotExistException"),
        ],
    },
    "elbv2": {
        "load_balancer_available": [(lambda: {"Names": ["balancer-1"]}, None), (lambda: {"Names": ["none"]}, GIVES_UP)],
        "load_balancer_exists": [(lambda: {"Names": ["balancer-1"]}, None), (lambda: {"Names": ["none"]}, GIVES_UP)],
        "load_balancers_deleted": [(lambda: {"Names": ["none"]}, None), (lambda: {"Names": ["balancer-1"]}, GIVES_UP)],
    },
    "iam": {"role_exists": [(lambda: {"RoleName": "role-1"}, None), (lambda: {"RoleName": "none"}, GIVES_UP)]},
    "ec2": {
        "security_group_exists": [
            (lambda: {"Filters": [{"Name": "group-name", "Values": ["group-1"]}]}, None),
            (lambda: {"GroupIds": ["sg-00000000000000000"]}, GIVES_UP),
        ],
        "subnet_available": [
            (lambda: {"SubnetIds": stage.subnets[:1]}, None),
            (lambda: {"SubnetIds": ["subnet-00000000000000000"]}, "InvalidSubnetID.NotFound"),
        ],
        "vpc_available": [(lambda: {"VpcIds": [stage.vpc]}, None), (lambda: {"VpcIds": ["vpc-00000000000000000"]}, "InvalidVpcID.NotFound")],
        "vpc_exists": [(lambda: {"VpcIds": [stage.vpc]}, None), (lambda: {"VpcIds": ["vpc-00000000000000000"]}, GIVES_UP)],
    },
}
PAGES = {
    "application-autoscaling": {"describe_scalable_targets": {"ServiceNamespace": "ecs"}, "describe_scaling_policies": {"ServiceNamespace": "ecs"}},
    "codedeploy": {
        "list_application_revisions": {"applicationName": "app-1"},
        "list_applications": {},
        "list_deployment_configs": {},
        "list_deployment_groups": {"applicationName": "app-1"},
        "list_deployment_targets": {"deploymentId": stage.deployed},
        "list_deployments": {"applicationName": "app-1", "deploymentGroupName": "group-1"},
    },
    "ec2": {"describe_security_groups": {}, "describe_subnets": {}, "describe_vpcs": {}},
    "ecr": {
        "describe_image_scan_findings": {"repositoryName": "shop/1", "imageId": {"imageTag": "v1"}},
        "describe_images": {"repositoryName": "shop/1"},
        "describe_pull_through_cache_rules": {},
        "describe_repositories": {},
        "describe_repository_creation_templates": {},
        "get_lifecycle_policy_preview": {"repositoryName": "shop/1"},
        "list_images": {"repositoryName": "shop/1"},
    },
    "ecs": {
        "list_account_settings": {"effectiveSettings": True},
        "list_attributes": {"cluster": "shop", "targetType": "container-instance"},
        "list_clusters": {},
        "list_container_instances": {"cluster": "shop"},
        "list_services": {"cluster": "shop"},
        "list_services_by_namespace": {"namespace": "ns-0123456789abcdef"},
        "list_task_definition_families": {},
        "list_task_definitions": {},
        "list_tasks": {"cluster": "shop"},
    },
    "elbv2": {
        "describe_listeners": {"LoadBalancerArn": stage.balancers[0]},
        "describe_load_balancers": {},
        "describe_rules": {"ListenerArn": stage.listeners[0]},
        "describe_target_groups": {},
    },
    "iam": {
        "list_roles": {},
        "simulate_principal_policy": {
            "PolicySourceArn": "arn:aws:iam::123456789012:role/role-1",
            "ActionNames": [f"ecs:{name}" for name in ("RunTask", "StopTask", "UpdateService", "ListTasks", "DescribeTasks")],
        },
    },
    "logs": {"describe_log_groups": {}, "describe_log_streams": {"logGroupName": "/stage/1"}, "filter_log_events": {"logGroupName": "/stage/1"}},
    "secretsmanager": {"list_secrets": {}},
    "ssm": {"describe_parameters": {}},
}
# EC2 takes no smaller pages.
SIZES = {"ec2": 5}


def wait(service, name, ask, expected):
    title = f"{service} {name}"
    attempts = 3 if expected == GIVES_UP else 1200
    try:
        stage.client(service).get_waiter(name).wait(**ask(), WaiterConfig={"Delay": 0.05, "MaxAttempts": attempts})
        said = None
    except (botocore.exceptions.WaiterError, botocore.exceptions.ClientError) as error:
        said = str(error)
    fits = said is None if expected is None else said is not None and expected in said
    return [] if fits else [f"{title}: {said}, expected {expected}"]


def waiters_of(service):
    """The waiters of a service: name and operation."""
    try:
        model = session.get_waiter_model(service)
    except botocore.exceptions.UnknownServiceError:
        return []
    return [(xform_name(name), model.get_waiter(name).operation) for name in model.waiter_names]


def wait_for_all():
    jobs = []
    for service, operations in claimed.items():
        for name in (name for name, operation in waiters_of(service) if operation in operations):
            cases = WAITERS.get(service, {}).get(name)
            report["missing" if cases is None else "waited"].append(f"{service} {name}")
            jobs += [(service, name, *case) for case in cases or []]
    with ThreadPoolExecutor(8) as pool:
        for wrong in pool.map(lambda job: wait(*job), jobs):
            report["wrong"] += wrong


def page_through_all():
    for service, operations in claimed.items():
        client = stage.client(service)
        for operation in sorted(operations):
            name = xform_name(operation)
            if not client.can_paginate(name):
                continue
            if name not in PAGES.get(service, {}):
                report["missing"].append(f"{service} {name}")
                continue
            parameters = PAGES[service][name]
            pager = client.get_paginator(name)
            # Some have no size that could be asked for.
            size = {"PageSize": SIZES.get(service, 2)} if pager._pagination_cfg.get("limit_key") else {}
            # Tasks come and go between two requests: both have to be of one moment.
            for _ in range(20):
                at_once, in_pages = (pager.paginate(**parameters, PaginationConfig=config).build_full_result() for config in ({}, size))
                if in_pages == at_once:
                    break
            if in_pages != at_once:
                report["wrong"].append(f"{service} {name}: {in_pages} in pages, {at_once} at once")
            report["paged"].append(f"{service} {name}")
            pages = list(pager.paginate(**parameters, PaginationConfig=size))
            if len(pages) == 1:
                report["single"].append(f"{service} {name}")


wait_for_all()
# Enough of each for three pages.
for number in MANY:
    ecs.run_task(cluster="shop", taskDefinition=stage.definitions[0], launchType="FARGATE", networkConfiguration=NETWORK)
page_through_all()
print(json.dumps(report))
