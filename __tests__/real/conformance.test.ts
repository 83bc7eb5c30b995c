import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { connectToCloud } from '../../src/emulator/client.js';
import { startCloud } from '../../src/emulator/cloud.js';
import { seedService, type ServiceFixture } from '../../src/emulator/seed/service.js';
import { compareAnswers, sortOut, type Answer } from './differences.js';
import { freePort, startProgram, stopProgram } from './docker-parts.js';
import { checkAgainstModels } from './models.js';
import { tapWire } from './wire.js';

/**
 * Every difference between the built-in AWS (ours) and moto (theirs) in this conversation, and why it stays. In all of them ours is what
 * botocore's model and AWS's documents have; where they leave it open, the reason says so.
 */
const KNOWN: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /create.cluster.* \| cluster\.(capacityProviders|defaultCapacityProviderStrategy|statistics|tags) only in ours$/,
    'API_CreateCluster: its sample answer has them, as empty lists'
  ],
  [
    /describe_clusters \| clusters\[\]\.(capacityProviders|defaultCapacityProviderStrategy|statistics|tags) only in ours$/,
    'API_DescribeClusters: its sample answer has them, as empty lists'
  ],
  [
    /describe_clusters \| clusters\[\]\.settings has items only in theirs$/,
    'API_DescribeClusters: only with include SETTINGS'
  ],
  [
    /\| taskDefinition\.(registeredAt|registeredBy|requiresAttributes|deregisteredAt) only in ours$/,
    'API_TaskDefinition: members of every registered revision, which clients have to strip before they register again; moto has none of them'
  ],
  [
    /\| taskDefinition\.containerDefinitions\[\]\.(portMappings\[\]\.hostPort|systemControls) only in ours$/,
    'API_PortMapping: with awsvpc the host port is that of the container; API_RegisterTaskDefinition: its sample answers have empty lists'
  ],
  [
    /(register_task_definition|describe_task_definition: of a revision) \| tags only in ours$/,
    'left open: an empty list beside the task definition'
  ],
  [
    /register_task_definition: without containers \| ClientException in ours, an answer in theirs$/,
    'the model requires containerDefinitions; AWS says "Container list cannot be empty."'
  ],
  [
    /create_service: again \| InvalidParameterException in ours, an answer in theirs$/,
    'AWS says "Creation of service was not idempotent."'
  ],
  [
    /\| services?(\[\])?\.(availabilityZoneRebalancing|createdAt|createdBy|currentServiceRevisions|deploymentConfiguration|enableECSManagedTags|enableExecuteCommand|placementConstraints|placementStrategy|platformFamily|platformVersion|deployments\[\]\.platformVersion) only in ours$/,
    'API_Service and API_Deployment: members of every service; the sample answer of API_CreateService has those that are older than it'
  ],
  [
    /\| services?(\[\])?\.taskSets only in theirs$/,
    'API_Service: task sets are of the controllers CODE_DEPLOY and EXTERNAL'
  ],
  [
    /create_service: for blue\/green \| service\.taskSets has items only in ours$/,
    'API_Service: a service of CODE_DEPLOY runs its tasks in a task set'
  ],
  [
    /(describe_services|update_service|update_service: to nothing|delete_service) \| services?(\[\])?\.tags has items only in ours$/,
    'the service was created with a tag; moto forgets the tags of a service whose tags come with CreateService'
  ],
  [/list_tags_for_resource \| tags has items only in ours$/, 'the same'],
  [
    /describe_tasks: one that is not there \| failures has items only in ours$/,
    'API_failures_messages: DescribeTasks answers with the reason MISSING'
  ],
  [
    /\| (deploymentGroupInfo\.(alarmConfiguration|autoScalingGroups|ec2TagFilters|ec2TagSet|lastAttemptedDeployment|lastSuccessfulDeployment|onPremisesInstanceTagFilters|onPremisesTagSet|targetRevision)|deployment(s)?Info(\[\])?\.(additionalDeploymentStatusInfo|deploymentOverview|errorInformation|externalId|previousRevision|relatedDeployments|rollbackInfo)|nextToken) only in theirs$/,
    'moto writes members that nothing was said about as null or empty; the samples of AWS leave them out'
  ],
  [
    /\| (application|applicationsInfo\[\])\.linkedToGitHub only in ours$/,
    'API_ApplicationInfo: a Boolean of every application; the sample answer of `aws deploy get-application` has it'
  ],
  [
    /\| (deploymentGroupInfo\.outdatedInstancesStrategy|deployments?Info(\[\])?\.(autoRollbackConfiguration|fileExistsBehavior|ignoreApplicationStopFailures|updateOutdatedInstancesOnly)) only in ours$/,
    'API_DeploymentInfo and API_DeploymentGroupInfo: their defaults are told; autoRollbackConfiguration is what the group said'
  ],
  [
    /\| deployments?Info(\[\])?\.revision\.appSpecContent\.(content only in theirs|sha256 only in ours)$/,
    'left open: a deployment names its revision by the hash, and GetApplicationRevision has the content'
  ],
  [
    /put_image: whose layers are not there \| LayersNotFoundException in ours, an answer in theirs$/,
    'API_PutImage: LayersNotFoundException'
  ],
  [
    /put_image: into no repository \| RepositoryNotFoundException in ours, 500 in theirs$/,
    'API_PutImage: RepositoryNotFoundException; moto breaks'
  ],
  [
    /delete_repository(: that is not there)? \| .* in ours, RepositoryNotEmptyException in theirs$/,
    'moto took the image whose layers are not there, so its repository is not empty'
  ],
  [
    /create_service: for blue\/green \| service\.(healthCheckGracePeriodSeconds|roleArn) only in ours$/,
    'API_Service: members of every service behind a load balancer; moto has neither'
  ],
  [
    /describe.log.groups \| logGroups\[\]\.(deletionProtectionEnabled|logGroupClass) only in ours$/,
    'API_LogGroup: false and STANDARD where nothing was said'
  ],
  [
    /filter_log_events \| searchedLogStreams has items only in theirs$/,
    'API_FilterLogEvents: "no longer supported": an empty list'
  ],
  [
    /assume_role(_with_web_identity)? \| PackedPolicySize only in theirs$/,
    'API_AssumeRole: how full a session policy is; none was passed'
  ],
  [
    /assume_role_with_web_identity \| Provider only in ours$/,
    'API_AssumeRoleWithWebIdentity: the provider of the token'
  ],
  [/create_role \| Role\.RoleLastUsed only in theirs$/, 'API_GetRole: only this operation tells it'],
  [
    /create_role: of no policy \| MalformedPolicyDocument in ours, an answer in theirs$/,
    'API_CreateRole: MalformedPolicyDocument'
  ],
  [
    /create_role: of no such name \| ValidationError in ours, an answer in theirs$/,
    'API_CreateRole: the pattern of RoleName has no space'
  ],
  [
    /\| (Vpcs\[\]|Vpc|Subnets\[\]|Subnet|SecurityGroups\[\])\.(CidrBlockAssociationSet|DhcpOptionsId|InstanceTenancy|Ipv6CidrBlockAssociationSet|Tags|AssignIpv6AddressOnCreation|AvailabilityZoneId|Ipv6Native|PrivateDnsNameOptionsOnLaunch) only in theirs$/,
    'the model has them all as optional: DHCP, IPv6 and tags of networks are not played'
  ],
  [
    /\| SecurityGroups\[\]\.IpPermissionsEgress has items only in theirs$/,
    'what a group lets through is not played, and said to be nothing'
  ],
  [/\| LoadBalancers\[\]\.Scheme only in ours$/, 'API_CreateLoadBalancer: internet-facing is the default, and told'],
  [
    /\| LoadBalancers\[\]\.CanonicalHostedZoneId only in theirs$/,
    'the model has it as optional: names in DNS are not played'
  ],
  [
    /create_target_group: [a-z- ]+ \| TargetGroups\[\]\.LoadBalancerArns only in ours$/,
    'left open: an empty list of a target group that no listener sends to yet'
  ],
  [
    /\| Listeners\[\]\.(AlpnPolicy|SslPolicy) only in theirs$/,
    'API_Listener: of listeners for TLS; moto writes them empty'
  ],
  [
    /\| (Listeners\[\]\.DefaultActions\[\]\.ForwardConfig|Rules\[\]\.Actions\[\]\.TargetGroupArn) only in ours$/,
    'API_Action: an action that forwards to one target group is told in both ways'
  ],
  [
    /\| Rules\[\]\.Conditions\[\]\.Values only in ours$/,
    'API_RuleCondition: the values of a condition with a config are told in both ways'
  ],
  [
    /into no subnet \| SubnetNotFound in ours, InvalidSubnetID\.NotFound in theirs$/,
    'API_CreateLoadBalancer: SubnetNotFound; the other is of EC2'
  ],
  [
    /create_target_group: again \| an answer in ours, DuplicateTargetGroupName in theirs$/,
    'API_CreateTargetGroup: "idempotent": the same settings succeed again'
  ]
];

/** One query a service. */
const QUERIES = [
  ['iam', 'Action=ListRoles&Version=2010-05-08'],
  ['ec2', 'Action=DescribeVpcs&Version=2016-11-15'],
  ['elasticloadbalancing', 'Action=DescribeLoadBalancers&Version=2015-12-01'],
  ['sts', 'Action=GetCallerIdentity&Version=2011-06-15']
] as const;

/** Of the role that a stage makes, of a role that is not there, and of what is no role. moto has none of it. */
const SIMULATIONS = ['role/CodeDeployRoleForECS', 'role/other', 'group/all'].map(
  source =>
    `Action=SimulatePrincipalPolicy&Version=2010-05-08&PolicySourceArn=arn:aws:iam::123456789012:${source}` +
    '&ActionNames.member.1=iam:PassRole&ResourceArns.member.1=arn:aws:iam::123456789012:role/task'
);

/** A service that everything hangs on that a stage sets up. */
const STAGE: ServiceFixture = {
  cluster: 'shop',
  service: 'web',
  controller: 'CODE_DEPLOY',
  desiredCount: 1,
  taskDefinition: {
    family: 'web',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/service/ecsTaskExecutionRole',
    taskRoleArn: 'arn:aws:iam::123456789012:role/web',
    containerDefinitions: [
      {
        name: 'web',
        image: 'public.ecr.aws/nginx/nginx:1.29',
        portMappings: [{ containerPort: 8080 }],
        secrets: [{ name: 'KEY', valueFrom: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf' }]
      }
    ]
  },
  target: { containerName: 'web', containerPort: 8080 },
  network: { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'] },
  repositories: ['shop/web'],
  codedeploy: { application: 'shop', deploymentGroup: 'web' },
  terminationWaitMinutes: 0,
  account: '123456789012',
  region: 'us-east-1'
};

/** The Python that has the AWS CLI, boto3 and moto. */
function findPython(): string {
  const said = spawnSync('python3', ['-c', 'import sys, boto3, moto.server, awscli; print(sys.executable)'], {
    encoding: 'utf8'
  });
  if (said.status === 0) return said.stdout.trim();
  throw new Error(`Python with awscli, boto3 and moto[server] is needed; .ci/run installs it. ${said.stderr}`);
}

function converse(python: string, endpoint: string): Promise<readonly Answer[]> {
  const script = fileURLToPath(new URL('conversation.py', import.meta.url));
  return new Promise((resolve, reject) => {
    execFile(python, [script, endpoint], { maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) resolve(JSON.parse(stdout) as Answer[]);
      else reject(new Error(stderr));
    });
  });
}

async function converseWithMoto(python: string): Promise<readonly Answer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-moto-'));
  const endpoint = `http://127.0.0.1:${await freePort()}`;
  const isReady = async (): Promise<boolean> =>
    (await fetch(`${endpoint}/moto-api/`).catch(() => undefined))?.ok === true;
  const moto = await startProgram(python, ['-m', 'moto.server', '--port', new URL(endpoint).port], folder, isReady);
  try {
    return await converse(python, endpoint);
  } finally {
    await stopProgram(moto);
    await rm(folder, { recursive: true, force: true });
  }
}

describe('the built-in AWS in conversation', () => {
  it('differs from moto only where the table says why, and says nothing that the service models do not know', async () => {
    const python = findPython();
    const cloud = await startCloud();
    const wire = await tapWire(cloud.endpoint);
    try {
      const [ours, theirs] = [await converse(python, wire.endpoint), await converseWithMoto(python)];
      expect(theirs.map(({ step }) => step)).toEqual(ours.map(({ step }) => step));
      expect(ours.length).toBeGreaterThan(100);
      const differences = ours.flatMap((answer, index) => compareAnswers(answer, theirs[index] ?? answer));
      expect(sortOut(differences, KNOWN)).toEqual({ unknown: [], stale: [] });
      expect(wire.exchanges.length).toBeGreaterThan(90);
      expect(wire.queries.length).toBeGreaterThan(45);
      expect(checkAgainstModels([...wire.exchanges, ...wire.queries])).toEqual([]);
    } finally {
      await wire.close();
      await cloud.close();
    }
  }, 180_000);

  it('asks in forms and refuses in XML as the service models have it', async () => {
    const cloud = await startCloud({ scale: 60 });
    const wire = await tapWire(cloud.endpoint);
    const sign = (service: string) => ({
      authorization: `AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`
    });
    const ask = async (action: string, headers: Readonly<Record<string, string>>): Promise<void> => {
      await fetch(wire.endpoint, { method: 'POST', headers, body: new URLSearchParams(action) });
    };
    try {
      await seedService(STAGE, connectToCloud(wire.endpoint, 'us-east-1'));
      expect(wire.queries.length).toBeGreaterThan(6);
      for (const action of SIMULATIONS) await ask(action, sign('iam'));
      expect(wire.queries.slice(-SIMULATIONS.length).map(({ status }) => status)).toEqual([200, 404, 400]);
      const faults = [{ throttle: 1 }, { serverError: 1 }, { expired: true }, { deny: ['*'] }];
      for (const [service, action] of QUERIES) {
        await ask(action, {});
        for (const fault of faults) {
          cloud.setFaults(fault);
          await ask(action, sign(service));
        }
        cloud.setFaults({});
      }
      const refused = QUERIES.length * (faults.length + 1) + SIMULATIONS.length - 1;
      expect(wire.queries.filter(({ status }) => status !== 200)).toHaveLength(refused);
      expect(checkAgainstModels([...wire.exchanges, ...wire.queries])).toEqual([]);
    } finally {
      await wire.close();
      await cloud.close();
    }
  }, 60_000);

  it('is compared by what can say no', () => {
    const answer = { step: 'ecs list', error: null, shape: { a: 'string', b: [{ c: 'number' }], d: [] } } as const;
    expect(compareAnswers(answer, answer)).toEqual([]);
    expect(compareAnswers(answer, { ...answer, error: 'NoException' })).toEqual([
      'ecs list | an answer in ours, NoException in theirs'
    ]);
    expect(compareAnswers(answer, { ...answer, shape: { a: 'number', b: [{}], d: ['string'], e: 'time' } })).toEqual([
      'ecs list | a is string in ours, number in theirs',
      'ecs list | b[].c only in ours',
      'ecs list | d has items only in theirs',
      'ecs list | e only in theirs'
    ]);
    expect(sortOut(['x | y only in ours'], [[/z/, 'because']])).toEqual({
      unknown: ['x | y only in ours'],
      stale: ['z']
    });
  });
});
