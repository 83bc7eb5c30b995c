"""Holds one conversation with an AWS, by boto3 and by the AWS CLI, and prints what it answered.

    conversation.py ENDPOINT

Prints a JSON list of {step, error, shape}: the error's name, or null; the shape of the answer as botocore reads it: objects with the shapes of
their members, lists with the shape of their items put together, and the names of types.
"""

import json
import subprocess
import sys

import boto3
import botocore.exceptions
from botocore.config import Config

ENDPOINT = sys.argv[1]
REGION = "us-east-1"
KEYS = {"aws_access_key_id": "conversation", "aws_secret_access_key": "conversation"}
CONFIG = Config(retries={"total_max_attempts": 1}, parameter_validation=False)
clients = {}
said = []


def shape_of(value):
    if isinstance(value, dict):
        return {name: shape_of(member) for name, member in sorted(value.items()) if name != "ResponseMetadata"}
    if isinstance(value, list):
        merged = None
        for item in map(shape_of, value):
            merged = item if merged is None else {**item, **merged} if isinstance(item, dict) and isinstance(merged, dict) else merged
        return [] if merged is None else [merged]
    return {"str": "string", "int": "number", "float": "number", "bool": "boolean", "datetime": "time", "NoneType": "null"}.get(
        type(value).__name__, type(value).__name__
    )


def note(step, error, answer):
    said.append({"step": step, "error": error, "shape": None if error else shape_of(answer)})
    return answer


def ask(service, operation, title="", /, **parameters):
    """By boto3. An error is an answer too; then the result is empty."""
    client = clients.setdefault(service, boto3.client(service, endpoint_url=ENDPOINT, region_name=REGION, config=CONFIG, **KEYS))
    step = f"{service} {operation}{title and ': ' + title}"
    try:
        return note(step, None, getattr(client, operation)(**parameters))
    except botocore.exceptions.ClientError as error:
        note(step, error.response["Error"]["Code"], None)
        return {}


def say(title, *words):
    """By the AWS CLI."""
    env = {"AWS_ENDPOINT_URL": ENDPOINT, "AWS_DEFAULT_REGION": REGION, "AWS_ACCESS_KEY_ID": "conversation", "AWS_SECRET_ACCESS_KEY": "conversation"}
    done = subprocess.run([f"{sys.prefix}/bin/aws", *words, "--output", "json"], env=env, capture_output=True, text=True)
    step = f"aws {words[0]} {words[1]}{title and ': ' + title}"
    if done.returncode != 0:
        name = done.stderr.split("An error occurred (")[-1].split(")")[0] if "An error occurred (" in done.stderr else done.stderr.strip()
        return note(step, name, None)
    return note(step, None, json.loads(done.stdout or "{}"))


CONTAINER = {
    "name": "web",
    "image": "public.ecr.aws/nginx/nginx:1.29",
    "essential": True,
    "portMappings": [{"containerPort": 8080, "protocol": "tcp"}],
    "environment": [{"name": "LEVEL", "value": "info"}],
    "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/ecs/web", "awslogs-region": REGION, "awslogs-stream-prefix": "ecs"}},
}
ROLE = "arn:aws:iam::123456789012:role/ecsTaskExecutionRole"
TASK = {
    "family": "talk-web",
    "requiresCompatibilities": ["FARGATE"],
    "networkMode": "awsvpc",
    "cpu": "256",
    "memory": "512",
    "executionRoleArn": ROLE,
    "containerDefinitions": [CONTAINER],
}


def find_network():
    """The first subnet and security group: moto looks them up, and has some of its own."""
    ec2 = boto3.client("ec2", endpoint_url=ENDPOINT, region_name=REGION, config=CONFIG, **KEYS)
    subnets, groups = ec2.describe_subnets()["Subnets"], ec2.describe_security_groups()["SecurityGroups"]
    return {"awsvpcConfiguration": {"subnets": [subnets[0]["SubnetId"]], "securityGroups": [groups[0]["GroupId"]]}}


NETWORK = find_network()


def talk_ecs():
    ask("ecs", "create_cluster", clusterName="talk", tags=[{"key": "team", "value": "shop"}])
    ask("ecs", "create_cluster", "again", clusterName="talk")
    ask("ecs", "describe_clusters", clusters=["talk"])
    ask("ecs", "describe_clusters", "one that is not there", clusters=["nowhere"])
    ask("ecs", "list_clusters")
    first = ask("ecs", "register_task_definition", **TASK, tags=[{"key": "team", "value": "shop"}])
    ask("ecs", "register_task_definition", "another revision", **TASK)
    ask("ecs", "register_task_definition", "without containers", family="talk-none", containerDefinitions=[])
    ask("ecs", "register_task_definition", "Fargate without memory", **{k: v for k, v in TASK.items() if k != "memory"})
    ask("ecs", "describe_task_definition", taskDefinition="talk-web", include=["TAGS"])
    ask("ecs", "describe_task_definition", "of a revision", taskDefinition="talk-web:1")
    ask("ecs", "describe_task_definition", "that is not there", taskDefinition="nothing")
    ask("ecs", "list_task_definitions", familyPrefix="talk-web")
    ask("ecs", "list_task_definition_families", familyPrefix="talk")
    service = {"cluster": "talk", "serviceName": "web", "taskDefinition": "talk-web:1", "desiredCount": 1, "launchType": "FARGATE"}
    made = ask("ecs", "create_service", **service, networkConfiguration=NETWORK, tags=[{"key": "team", "value": "shop"}])
    ask("ecs", "create_service", "again", **service, networkConfiguration=NETWORK)
    ask("ecs", "create_service", "in no cluster", **{**service, "cluster": "nowhere"}, networkConfiguration=NETWORK)
    ask("ecs", "create_service", "of no task definition", **{**service, "serviceName": "other", "taskDefinition": "nothing"}, networkConfiguration=NETWORK)
    ask("ecs", "describe_services", cluster="talk", services=["web"], include=["TAGS"])
    ask("ecs", "describe_services", "one that is not there", cluster="talk", services=["other"])
    ask("ecs", "describe_services", "in no cluster", cluster="nowhere", services=["web"])
    ask("ecs", "list_services", cluster="talk")
    ask("ecs", "list_services", "of no cluster", cluster="nowhere")
    ask("ecs", "update_service", cluster="talk", service="web", taskDefinition="talk-web:2", desiredCount=2)
    ask("ecs", "update_service", "that is not there", cluster="talk", service="other", desiredCount=2)
    ask("ecs", "list_tasks", "of no cluster", cluster="nowhere")
    ask("ecs", "describe_tasks", "one that is not there", cluster="talk", tasks=["0123456789abcdef0123456789abcdef"])
    arn = made.get("service", {}).get("serviceArn", "none")
    ask("ecs", "list_tags_for_resource", resourceArn=arn)
    ask("ecs", "tag_resource", resourceArn=arn, tags=[{"key": "more", "value": "1"}])
    ask("ecs", "untag_resource", resourceArn=arn, tagKeys=["more"])
    ask("ecs", "delete_service", "with tasks", cluster="talk", service="web")
    ask("ecs", "update_service", "to nothing", cluster="talk", service="web", desiredCount=0)
    ask("ecs", "delete_service", cluster="talk", service="web")
    ask("ecs", "delete_service", "that is not there", cluster="talk", service="other")
    ask("ecs", "deregister_task_definition", taskDefinition=first.get("taskDefinition", {}).get("taskDefinitionArn", "none"))
    ask("ecs", "deregister_task_definition", "that is not there", taskDefinition="nothing:1")
    ask("ecs", "delete_cluster", "that is not there", cluster="nowhere")


def talk_codedeploy():
    ask("ecs", "create_cluster", "for blue/green", clusterName="talk")
    ask("ecs", "register_task_definition", "for blue/green", **TASK)
    balancer = {"targetGroupArn": f"arn:aws:elasticloadbalancing:{REGION}:123456789012:targetgroup/blue/0123456789abcdef", "containerName": "web", "containerPort": 8080}
    ask(
        "ecs", "create_service", "for blue/green", cluster="talk", serviceName="bg", taskDefinition="talk-web", desiredCount=1, launchType="FARGATE",
        networkConfiguration=NETWORK, deploymentController={"type": "CODE_DEPLOY"}, loadBalancers=[balancer],
    )
    ask("codedeploy", "create_application", applicationName="talk", computePlatform="ECS")
    ask("codedeploy", "create_application", "again", applicationName="talk", computePlatform="ECS")
    ask("codedeploy", "get_application", applicationName="talk")
    ask("codedeploy", "get_application", "that is not there", applicationName="other")
    ask("codedeploy", "list_applications")
    ask("codedeploy", "batch_get_applications", applicationNames=["talk"])
    group = {
        "applicationName": "talk",
        "deploymentGroupName": "bg",
        "serviceRoleArn": "arn:aws:iam::123456789012:role/CodeDeployRoleForECS",
        "deploymentConfigName": "CodeDeployDefault.ECSAllAtOnce",
        "deploymentStyle": {"deploymentType": "BLUE_GREEN", "deploymentOption": "WITH_TRAFFIC_CONTROL"},
        "autoRollbackConfiguration": {"enabled": True, "events": ["DEPLOYMENT_FAILURE"]},
        "blueGreenDeploymentConfiguration": {
            "terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": 0},
            "deploymentReadyOption": {"actionOnTimeout": "CONTINUE_DEPLOYMENT", "waitTimeInMinutes": 0},
        },
        "ecsServices": [{"clusterName": "talk", "serviceName": "bg"}],
        "loadBalancerInfo": {
            "targetGroupPairInfoList": [
                {
                    "targetGroups": [{"name": "blue"}, {"name": "green"}],
                    "prodTrafficRoute": {"listenerArns": [f"arn:aws:elasticloadbalancing:{REGION}:123456789012:listener/app/bg/0123456789abcdef/0123456789abcdef"]},
                }
            ]
        },
    }
    ask("codedeploy", "create_deployment_group", **group)
    ask("codedeploy", "create_deployment_group", "again", **group)
    ask("codedeploy", "create_deployment_group", "of no application", **{**group, "applicationName": "other"})
    ask("codedeploy", "get_deployment_group", applicationName="talk", deploymentGroupName="bg")
    ask("codedeploy", "get_deployment_group", "that is not there", applicationName="talk", deploymentGroupName="other")
    ask("codedeploy", "list_deployment_groups", applicationName="talk")
    appspec = {
        "version": "0.0",
        "Resources": [
            {
                "TargetService": {
                    "Type": "AWS::ECS::Service",
                    "Properties": {
                        "TaskDefinition": f"arn:aws:ecs:{REGION}:123456789012:task-definition/talk-web:3",
                        "LoadBalancerInfo": {"ContainerName": "web", "ContainerPort": 8080},
                    },
                }
            }
        ],
    }
    revision = {"revisionType": "AppSpecContent", "appSpecContent": {"content": json.dumps(appspec)}}
    ask("codedeploy", "create_deployment", "of no application", applicationName="other", deploymentGroupName="bg", revision=revision)
    ask("codedeploy", "create_deployment", "of no group", applicationName="talk", deploymentGroupName="other", revision=revision)
    made = ask("codedeploy", "create_deployment", applicationName="talk", deploymentGroupName="bg", revision=revision, description="talk")
    ask("codedeploy", "get_deployment", deploymentId=made.get("deploymentId", "d-NONE00000"))
    ask("codedeploy", "get_deployment", "that is not there", deploymentId="d-ABCDEFGHI")
    ask("codedeploy", "list_deployments", applicationName="talk", deploymentGroupName="bg")
    ask("codedeploy", "batch_get_deployments", deploymentIds=[made.get("deploymentId", "d-NONE00000")])


def talk_ecr():
    ask("ecr", "create_repository", repositoryName="talk/web", imageTagMutability="IMMUTABLE", tags=[{"Key": "team", "Value": "shop"}])
    ask("ecr", "create_repository", "again", repositoryName="talk/web")
    ask("ecr", "create_repository", "of no such name", repositoryName="Talk")
    ask("ecr", "describe_repositories", repositoryNames=["talk/web"])
    ask("ecr", "describe_repositories", "one that is not there", repositoryNames=["other"])
    ask("ecr", "get_authorization_token")
    config = '{"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":[]}}'
    manifest = {
        "schemaVersion": 2,
        "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
        "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": len(config), "digest": "sha256:" + "0" * 64},
        "layers": [],
    }
    ask("ecr", "put_image", "whose layers are not there", repositoryName="talk/web", imageManifest=json.dumps(manifest), imageTag="one")
    ask("ecr", "put_image", "into no repository", repositoryName="other", imageManifest=json.dumps(manifest), imageTag="one")
    ask("ecr", "list_images", "of no repository", repositoryName="other")
    ask("ecr", "describe_images", "one that is not there", repositoryName="talk/web", imageIds=[{"imageTag": "none"}])
    ask("ecr", "describe_images", "of no repository", repositoryName="other", imageIds=[{"imageTag": "none"}])
    ask("ecr", "batch_get_image", "one that is not there", repositoryName="talk/web", imageIds=[{"imageTag": "none"}])
    ask("ecr", "batch_delete_image", "one that is not there", repositoryName="talk/web", imageIds=[{"imageTag": "none"}])
    ask("ecr", "put_image_tag_mutability", repositoryName="talk/web", imageTagMutability="MUTABLE")
    ask("ecr", "get_lifecycle_policy", "that is not there", repositoryName="talk/web")
    ask("ecr", "list_tags_for_resource", resourceArn=f"arn:aws:ecr:{REGION}:123456789012:repository/talk/web")
    ask("ecr", "delete_repository", repositoryName="talk/web")
    ask("ecr", "delete_repository", "that is not there", repositoryName="talk/web")


def talk_logs():
    ask("logs", "create_log_group", logGroupName="/ecs/talk")
    ask("logs", "create_log_group", "again", logGroupName="/ecs/talk")
    ask("logs", "describe_log_groups", logGroupNamePrefix="/ecs/talk")
    ask("logs", "create_log_stream", logGroupName="/ecs/talk", logStreamName="one")
    ask("logs", "create_log_stream", "again", logGroupName="/ecs/talk", logStreamName="one")
    ask("logs", "create_log_stream", "in no group", logGroupName="/ecs/other", logStreamName="one")
    import time

    now = int(time.time() * 1000)
    ask("logs", "put_log_events", logGroupName="/ecs/talk", logStreamName="one", logEvents=[{"timestamp": now, "message": "hello"}])
    ask("logs", "put_log_events", "into no stream", logGroupName="/ecs/talk", logStreamName="two", logEvents=[{"timestamp": now, "message": "hello"}])
    ask("logs", "describe_log_streams", logGroupName="/ecs/talk")
    ask("logs", "describe_log_streams", "of no group", logGroupName="/ecs/other")
    ask("logs", "get_log_events", logGroupName="/ecs/talk", logStreamName="one", startFromHead=True)
    ask("logs", "get_log_events", "of no stream", logGroupName="/ecs/talk", logStreamName="two")
    ask("logs", "filter_log_events", logGroupName="/ecs/talk", filterPattern="hello")
    ask("logs", "filter_log_events", "of no group", logGroupName="/ecs/other")
    ask("logs", "delete_log_group", logGroupName="/ecs/talk")
    ask("logs", "delete_log_group", "that is not there", logGroupName="/ecs/talk")


def talk_sts():
    ask("sts", "get_caller_identity")
    ask("sts", "assume_role", RoleArn="arn:aws:iam::123456789012:role/deploy", RoleSessionName="talk")
    ask("sts", "assume_role_with_web_identity", RoleArn="arn:aws:iam::123456789012:role/deploy", RoleSessionName="talk", WebIdentityToken="e30.e30.e30")


TRUST = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}]}


def talk_iam():
    trust = json.dumps(TRUST)
    ask("iam", "create_role", RoleName="talk", Path="/talk/", AssumeRolePolicyDocument=trust, Description="<of the talk> & more")
    ask("iam", "create_role", "again", RoleName="talk", AssumeRolePolicyDocument=trust)
    ask("iam", "create_role", "of no policy", RoleName="talk-2", AssumeRolePolicyDocument="{")
    ask("iam", "create_role", "of no such name", RoleName="talk talk", AssumeRolePolicyDocument=trust)
    ask("iam", "get_role", RoleName="talk")
    ask("iam", "get_role", "that is not there", RoleName="other")
    ask("iam", "list_roles", PathPrefix="/talk/")
    ask("iam", "update_assume_role_policy", RoleName="talk", PolicyDocument=trust)
    ask("iam", "update_assume_role_policy", "of no role", RoleName="other", PolicyDocument=trust)
    ask("iam", "delete_role", RoleName="talk")
    ask("iam", "delete_role", "that is not there", RoleName="talk")


def talk_ec2():
    vpc = ask("ec2", "create_vpc", CidrBlock="10.1.0.0/16").get("Vpc", {}).get("VpcId", "none")
    ask("ec2", "describe_vpcs", VpcIds=[vpc])
    ask("ec2", "describe_vpcs", "one that is not there", VpcIds=["vpc-00000000000000000"])
    subnet = ask("ec2", "create_subnet", VpcId=vpc, CidrBlock="10.1.1.0/24").get("Subnet", {}).get("SubnetId", "none")
    ask("ec2", "create_subnet", "in no network", VpcId="vpc-00000000000000000", CidrBlock="10.1.1.0/24")
    ask("ec2", "describe_subnets", SubnetIds=[subnet])
    ask("ec2", "describe_subnets", "of a network", Filters=[{"Name": "vpc-id", "Values": [vpc]}])
    ask("ec2", "describe_subnets", "one that is not there", SubnetIds=["subnet-00000000000000000"])
    group = ask("ec2", "create_security_group", VpcId=vpc, GroupName="talk", Description="of the talk").get("GroupId", "none")
    ask("ec2", "create_security_group", "again", VpcId=vpc, GroupName="talk", Description="of the talk")
    ask("ec2", "describe_security_groups", GroupIds=[group])
    ask("ec2", "describe_security_groups", "one that is not there", GroupIds=["sg-00000000000000000"])
    return vpc, subnet


def talk_elbv2(vpc, subnet):
    other = ask("ec2", "create_subnet", "another", VpcId=vpc, CidrBlock="10.1.2.0/24", AvailabilityZone=f"{REGION}b").get("Subnet", {}).get("SubnetId", "none")
    balancer = ask("elbv2", "create_load_balancer", Name="talk", Subnets=[subnet, other])
    arn = (balancer.get("LoadBalancers") or [{}])[0].get("LoadBalancerArn", "none")
    ask("elbv2", "create_load_balancer", "into no subnet", Name="talk-2", Subnets=["subnet-00000000000000000", other])
    ask("elbv2", "describe_load_balancers", Names=["talk"])
    ask("elbv2", "describe_load_balancers", "one that is not there", Names=["nothing"])
    target = {"Protocol": "HTTP", "Port": 8080, "VpcId": vpc, "TargetType": "ip"}
    groups = [
        (ask("elbv2", "create_target_group", f"{name}", Name=name, **target).get("TargetGroups") or [{}])[0].get("TargetGroupArn", "none")
        for name in ("talk-blue", "talk-green")
    ]
    ask("elbv2", "create_target_group", "again", Name="talk-blue", **target)
    ask("elbv2", "create_target_group", "again, with other settings", Name="talk-blue", **{**target, "Port": 9090})
    ask("elbv2", "describe_target_groups", Names=["talk-blue"])
    ask("elbv2", "describe_target_groups", "one that is not there", Names=["nothing"])
    forward = [{"Type": "forward", "TargetGroupArn": groups[0]}]
    listener = ask("elbv2", "create_listener", LoadBalancerArn=arn, Protocol="HTTP", Port=80, DefaultActions=forward)
    listener = (listener.get("Listeners") or [{}])[0].get("ListenerArn", "none")
    ask("elbv2", "create_listener", "again", LoadBalancerArn=arn, Protocol="HTTP", Port=80, DefaultActions=forward)
    nowhere = groups[0].replace("talk-blue", "talk-none")
    ask("elbv2", "create_listener", "to no target group", LoadBalancerArn=arn, Protocol="HTTP", Port=81, DefaultActions=[{"Type": "forward", "TargetGroupArn": nowhere}])
    ask("elbv2", "describe_listeners", LoadBalancerArn=arn)
    ask("elbv2", "describe_listeners", "one that is not there", ListenerArns=[listener[:-16] + "0" * 16])
    weighted = [{"Type": "forward", "ForwardConfig": {"TargetGroups": [{"TargetGroupArn": groups[0], "Weight": 1}, {"TargetGroupArn": groups[1], "Weight": 0}]}}]
    path = [{"Field": "path-pattern", "PathPatternConfig": {"Values": ["/api/*"]}}]
    ask("elbv2", "create_rule", ListenerArn=listener, Priority=10, Conditions=path, Actions=weighted)
    ask("elbv2", "create_rule", "of the same priority", ListenerArn=listener, Priority=10, Conditions=path, Actions=weighted)
    ask("elbv2", "create_rule", "of no listener", ListenerArn=listener[:-16] + "0" * 16, Priority=11, Conditions=path, Actions=weighted)
    ask("elbv2", "describe_rules", ListenerArn=listener)
    ask("elbv2", "describe_rules", "one that is not there", RuleArns=[listener.replace(":listener/", ":listener-rule/") + "/" + "0" * 16])


def talk_by_command():
    say("", "sts", "get-caller-identity")
    say("", "ecs", "create-cluster", "--cluster-name", "cli")
    say("", "ecs", "register-task-definition", "--cli-input-json", json.dumps({**TASK, "family": "cli-web"}))
    say("", "ecs", "list-task-definitions", "--family-prefix", "cli-web", "--sort", "DESC")
    say("one that is not there", "ecs", "describe-services", "--cluster", "cli", "--services", "web")
    say("", "ecr", "create-repository", "--repository-name", "cli/web")
    say("", "ecr", "describe-repositories", "--repository-names", "cli/web")
    say("one that is not there", "ecr", "describe-images", "--repository-name", "cli/web", "--image-ids", "imageTag=none")
    say("", "deploy", "create-application", "--application-name", "cli", "--compute-platform", "ECS")
    say("", "deploy", "list-applications")
    say("", "logs", "create-log-group", "--log-group-name", "/cli")
    say("", "logs", "describe-log-groups", "--log-group-name-prefix", "/cli")


for talk in (talk_ecs, talk_codedeploy, talk_ecr, talk_logs, talk_sts, talk_iam):
    talk()
talk_elbv2(*talk_ec2())
talk_by_command()
print(json.dumps(said))
