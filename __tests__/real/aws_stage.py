"""An AWS that has some of everything that its read operations tell of, set up by boto3: for cli_reads.py and waits_and_pages.py."""

import hashlib
import json
import time
import urllib.request

import boto3
from botocore.config import Config

REGION = "ap-northeast-2"
ACCOUNT = "123456789012"
SUBNETS = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
NETWORK = {"awsvpcConfiguration": {"subnets": SUBNETS[:1], "securityGroups": ["sg-0a1b2c3d4e5f60718"]}}
TRUST = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
POLICY = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "210987654321"}, "Action": "ecr:BatchGetImage"}]}
LIFECYCLE = {"rules": [{"rulePriority": 1, "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 2}, "action": {"type": "expire"}}]}
IMAGE_TYPE = "application/vnd.docker.distribution.manifest.v2+json"
CONFIG = Config(retries={"total_max_attempts": 1})
MANY = range(1, 7)


class Stage:
    """The clients of an AWS by name, and the names of what is in it."""

    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.clients = {}
        self.network()
        self.containers()
        self.registry()
        self.codedeploy()
        self.rest()

    def client(self, service):
        keys = {"aws_access_key_id": "stage", "aws_secret_access_key": "stage"}
        if service not in self.clients:
            self.clients[service] = boto3.client(service, endpoint_url=self.endpoint, region_name=REGION, config=CONFIG, **keys)
        return self.clients[service]

    def network(self):
        ec2, elb = self.client("ec2"), self.client("elbv2")
        self.vpc = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
        for number in MANY:
            ec2.create_vpc(CidrBlock=f"10.{number + 1}.0.0/16")
            ec2.create_security_group(GroupName=f"group-{number}", Description="of the stage", VpcId=self.vpc)
        zones = [f"{REGION}{zone}" for zone in "abcabc"]
        self.subnets = [
            ec2.create_subnet(VpcId=self.vpc, CidrBlock=f"10.1.{number}.0/24", AvailabilityZone=zone)["Subnet"]["SubnetId"]
            for number, zone in zip(MANY, zones, strict=True)
        ]
        target = {"Protocol": "HTTP", "Port": 8080, "VpcId": self.vpc, "TargetType": "ip"}
        self.targets = [elb.create_target_group(Name=f"targets-{number}", **target)["TargetGroups"][0]["TargetGroupArn"] for number in MANY]
        self.balancers = [
            elb.create_load_balancer(Name=f"balancer-{number}", Subnets=self.subnets[:2])["LoadBalancers"][0]["LoadBalancerArn"] for number in MANY
        ]
        forward = [{"Type": "forward", "TargetGroupArn": self.targets[0]}]
        self.listeners = [
            elb.create_listener(LoadBalancerArn=self.balancers[0], Protocol="HTTP", Port=8000 + number, DefaultActions=forward)["Listeners"][0]["ListenerArn"]
            for number in MANY
        ]
        for number in MANY:
            path = [{"Field": "path-pattern", "PathPatternConfig": {"Values": [f"/{number}"]}}]
            elb.create_rule(ListenerArn=self.listeners[0], Priority=number, Conditions=path, Actions=forward)

    def define(self, family, fate=""):
        log = {"logDriver": "awslogs", "options": {"awslogs-group": "/ecs/stage", "awslogs-region": REGION, "awslogs-stream-prefix": "ecs"}}
        container = {
            "name": "web", "image": "public.ecr.aws/nginx/nginx:1.29", "portMappings": [{"containerPort": 8080, "name": "http"}], "logConfiguration": log,
            "environment": [{"name": "SLIPWAY_REHEARSAL", "value": fate}] if fate else [],
        }
        registered = self.client("ecs").register_task_definition(
            family=family, requiresCompatibilities=["FARGATE"], networkMode="awsvpc", cpu="256", memory="512",
            executionRoleArn=f"arn:aws:iam::{ACCOUNT}:role/execution", containerDefinitions=[container],
        )
        return registered["taskDefinition"]["taskDefinitionArn"]

    def keep_running(self, family):
        """Lets the tasks that RunTask starts of a family run on until somebody stops them; others end after 8 s of AWS's time."""
        scenarios = {"tasks": [{"family": family, "behaviour": "good", "afterSeconds": 86_400}]}
        request = urllib.request.Request(f"{self.endpoint}/_slipway/scenarios", json.dumps(scenarios).encode(), method="PUT")
        urllib.request.urlopen(request).close()

    def serve(self, name, definition, **more):
        settings = {"launchType": "FARGATE", "networkConfiguration": NETWORK, "desiredCount": 1, "taskDefinition": definition, **more}
        return self.client("ecs").create_service(cluster="shop", serviceName=name, **settings)["service"]["serviceArn"]

    def containers(self):
        ecs = self.client("ecs")
        for name in ["shop", *(f"cluster-{number}" for number in MANY)]:
            ecs.create_cluster(clusterName=name, tags=[{"key": "team", "value": "shop"}])
        self.definitions = [self.define(f"family-{number}") for number in MANY]
        connect = {"enabled": True, "namespace": f"arn:aws:servicediscovery:{REGION}:{ACCOUNT}:namespace/ns-0123456789abcdef"}
        self.services = [self.serve(f"service-{number}", self.definitions[0], serviceConnectConfiguration=connect) for number in MANY]
        ecs.get_waiter("services_stable").wait(cluster="shop", services=["service-1"], WaiterConfig={"Delay": 1})
        ecs.create_service(cluster="shop", serviceName="external", deploymentController={"type": "EXTERNAL"}, desiredCount=0)
        self.task_set = ecs.create_task_set(
            cluster="shop", service="external", taskDefinition=self.definitions[0], networkConfiguration=NETWORK, launchType="FARGATE"
        )["taskSet"]["taskSetArn"]
        self.task = ecs.list_tasks(cluster="shop", serviceName="service-1")["taskArns"][0]
        self.deployment = ecs.list_service_deployments(cluster="shop", service="service-1")["serviceDeployments"][0]["serviceDeploymentArn"]
        described = ecs.describe_service_deployments(serviceDeploymentArns=[self.deployment])["serviceDeployments"][0]
        self.revision = described["targetServiceRevision"]["arn"]

    def push(self, repository, tag):
        """An image of one layer, whose content is the tag."""
        login = self.client("ecr").get_authorization_token()["authorizationData"][0]["authorizationToken"]

        def send(method, path, body, headers):
            url = f"{self.endpoint}/v2/{repository}/{path}"
            urllib.request.urlopen(urllib.request.Request(url, body, {"Authorization": f"Basic {login}", **headers}, method=method)).close()

        def upload(body):
            digest = f"sha256:{hashlib.sha256(body).hexdigest()}"
            send("POST", f"blobs/uploads/?digest={digest}", body, {"Content-Type": "application/octet-stream"})
            return {"digest": digest, "size": len(body)}

        layer = upload(tag.encode())
        config = upload(json.dumps({"architecture": "amd64", "os": "linux", "rootfs": {"type": "layers", "diff_ids": [layer["digest"]]}}).encode())
        manifest = {
            "schemaVersion": 2, "mediaType": IMAGE_TYPE, "config": {"mediaType": "application/vnd.docker.container.image.v1+json", **config},
            "layers": [{"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip", **layer}],
        }
        send("PUT", f"manifests/{tag}", json.dumps(manifest).encode(), {"Content-Type": IMAGE_TYPE})
        return layer["digest"]

    def registry(self):
        ecr = self.client("ecr")
        for number in MANY:
            ecr.create_repository(repositoryName=f"shop/{number}")
            ecr.create_pull_through_cache_rule(ecrRepositoryPrefix=f"cache-{number}", upstreamRegistryUrl="public.ecr.aws")
            ecr.create_repository_creation_template(prefix=f"made-{number}", appliedFor=["CREATE_ON_PUSH"])
        self.layers = [self.push("shop/1", f"v{number}") for number in MANY]
        ecr.set_repository_policy(repositoryName="shop/1", policyText=json.dumps(POLICY))
        ecr.put_registry_policy(policyText=json.dumps(POLICY))
        ecr.put_lifecycle_policy(repositoryName="shop/1", lifecyclePolicyText=json.dumps(LIFECYCLE))
        ecr.put_signing_configuration(
            signingConfiguration={"rules": [{"signingProfileArn": f"arn:aws:signer:{REGION}:{ACCOUNT}:/signing-profiles/stage"}]}
        )
        ecr.start_image_scan(repositoryName="shop/1", imageId={"imageTag": "v1"})

    def deploy(self, definition):
        properties = {"TaskDefinition": definition, "LoadBalancerInfo": {"ContainerName": "web", "ContainerPort": 8080}}
        content = json.dumps({"version": "0.0", "Resources": [{"TargetService": {"Type": "AWS::ECS::Service", "Properties": properties}}]})
        self.content = {"revisionType": "AppSpecContent", "appSpecContent": {"content": content, "sha256": hashlib.sha256(content.encode()).hexdigest()}}
        made = self.client("codedeploy").create_deployment(applicationName="app-1", deploymentGroupName="group-1", revision=self.content)
        return made["deploymentId"]

    def codedeploy(self):
        codedeploy = self.client("codedeploy")
        for number in MANY:
            codedeploy.create_application(applicationName=f"app-{number}", computePlatform="ECS")
            codedeploy.create_deployment_config(
                deploymentConfigName=f"config-{number}", computePlatform="ECS",
                trafficRoutingConfig={"type": "TimeBasedCanary", "timeBasedCanary": {"canaryPercentage": 10, "canaryInterval": number}},
            )
        balanced = [{"targetGroupArn": self.targets[0], "containerName": "web", "containerPort": 8080}]
        for number in MANY:
            controller = {"type": "CODE_DEPLOY"}
            self.serve(f"green-{number}", self.definitions[0], desiredCount=int(number == 1), deploymentController=controller, loadBalancers=balanced)
        # A service of CodeDeploy has no deployments of ECS, so botocore's waiter never ends.
        while self.client("ecs").describe_services(cluster="shop", services=["green-1"])["services"][0]["runningCount"] < 1:
            time.sleep(0.1)
        names = [{"name": arn.split("/")[1]} for arn in self.targets[:2]]
        for number in MANY:
            codedeploy.create_deployment_group(
                applicationName="app-1", deploymentGroupName=f"group-{number}", serviceRoleArn=f"arn:aws:iam::{ACCOUNT}:role/CodeDeployRoleForECS",
                deploymentConfigName="CodeDeployDefault.ECSAllAtOnce",
                deploymentStyle={"deploymentType": "BLUE_GREEN", "deploymentOption": "WITH_TRAFFIC_CONTROL"},
                blueGreenDeploymentConfiguration={
                    "terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": 0},
                    "deploymentReadyOption": {"actionOnTimeout": "CONTINUE_DEPLOYMENT", "waitTimeInMinutes": 0},
                },
                ecsServices=[{"clusterName": "shop", "serviceName": f"green-{number}"}],
                loadBalancerInfo={"targetGroupPairInfoList": [{"targetGroups": names, "prodTrafficRoute": {"listenerArns": [self.listeners[0]]}}]},
            )
        self.deployed = self.deploy(self.definitions[1])

    def rest(self):
        iam, logs, secrets, ssm = (self.client(name) for name in ("iam", "logs", "secretsmanager", "ssm"))
        for number in MANY:
            iam.create_role(RoleName=f"role-{number}", AssumeRolePolicyDocument=json.dumps(TRUST))
            logs.create_log_group(logGroupName=f"/stage/{number}")
            logs.create_log_stream(logGroupName="/stage/1", logStreamName=f"stream-{number}")
            secrets.create_secret(Name=f"secret-{number}", SecretString="hush")
            ssm.put_parameter(Name=f"/stage/{number}", Value="value", Type="String")
        now = int(json.loads(urllib.request.urlopen(f"{self.endpoint}/_slipway/time").read())["now"])
        events = [{"timestamp": now + number, "message": f"line {number}"} for number in MANY]
        logs.put_log_events(logGroupName="/stage/1", logStreamName="stream-1", logEvents=events)
