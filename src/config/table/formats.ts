import { ECR_HOST, parseEcrHost } from '../../text/ecr-host.js';
import { TOKEN_PATTERN } from '../../text/tokens.js';
import type { Form } from './setting.js';

/** https://docs.aws.amazon.com/general/latest/gr/rande.html: `eu-west-1`, `us-gov-west-1`, `eusc-de-east-1`, `us-isob-east-1`. */
export const REGION: Form = {
  pattern: '^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$',
  description: "an AWS region's name such as eu-west-1",
  advise: text => {
    if (/^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$/.test(text))
      return `This is an availability zone; its region is ${text.slice(0, -1)}.`;
    const likely = text
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, '-')
      .replace(/([a-z])([0-9]+)$/, '$1-$2');
    return new RegExp(REGION.pattern).test(likely) ? `Did you mean ${likely}?` : undefined;
  }
};

/** IAM's RoleArn; the service model of STS asks for 20 to 2048 characters. */
export const ROLE_ARN: Form = {
  pattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]+$',
  description: "a role's ARN such as arn:aws:iam::123456789012:role/deploy"
};

/** ECS takes the short name of a role or its ARN for `taskRoleArn` and `executionRoleArn`. */
export const ROLE: Form = {
  pattern: '^(arn:aws[a-z-]*:iam::[0-9]{12}:role/)?[\\w+=,.@/-]+$',
  description: "a role's ARN such as arn:aws:iam::123456789012:role/api, or its name"
};

/** STS, AssumeRoleWithWebIdentity, RoleSessionName. */
export const SESSION_NAME: Form = {
  pattern: '^[\\w+=,.@-]{2,64}$',
  description: '2 to 64 letters, digits or any of _+=,.@-'
};

const REGISTRY_HOST = /^(?:https?:\/\/)?(?:[^/]*\.dkr[.-]ecr[.-][^/]*|public\.ecr\.aws|[^/]*:[0-9]+)\//;

/** A part between slashes: one dot, one or two underscores, or any number of hyphens at a time, with letters and digits around them. */
const REPOSITORY_PART = '[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*';

/**
 * ECR's RepositoryName (service model: 2 to 256 characters), after the host of a private registry where that is another account's or region's.
 * Any other host would pass for a part of the name, so it is kept out.
 */
export const REPOSITORY: Form = {
  pattern: `^(?:${ECR_HOST}/)?(?=.{2,256}$)(?![^/]*\\.dkr[.-]ecr[.-])(?!public\\.ecr\\.aws/)${REPOSITORY_PART}(?:/${REPOSITORY_PART})*$`,
  description:
    "an ECR repository's name such as shop/api (2 to 256 characters: lower case letters, digits, and . _ - / between them), or its whole address such as 210987654321.dkr.ecr.eu-west-1.amazonaws.com/shop/api",
  advise: text => {
    const address = text.replace(/^https?:\/\//, '');
    const name = address.replace(REGISTRY_HOST, '').replace(/[:@].*$/, '');
    if (REGISTRY_HOST.test(address)) {
      const tag = /[:@][^/]*$/.test(address) ? ', the tag goes into tags' : '';
      const host = address.slice(0, address.indexOf('/'));
      if (parseEcrHost(host) !== undefined) return `Write ${host}/${name.toLowerCase()}${tag}.`;
      return `Give the name alone: ${name}. The registry's host comes from ECR (account and region of the credentials)${tag}.`;
    }
    if (/[:@]/.test(text)) return `Give the name alone: ${name}. The tag goes into tags.`;
    return /[A-Z]/.test(text) ? `ECR takes lower case only: ${text.toLowerCase()}.` : undefined;
  }
};

/** https://docs.docker.com/reference/cli/docker/image/tag/: a tag has up to 128 characters and does not start with . or -. */
export const TAG_PATTERN = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;

/** A tag before its tokens are put in. */
export const TAG: Form = {
  pattern: `^(?:[A-Za-z0-9_]|${TOKEN_PATTERN})(?:[A-Za-z0-9_.-]|${TOKEN_PATTERN}){0,127}$`,
  description:
    'a tag: up to 128 letters, digits or any of _.- (the first no . or -), with tokens such as {sha}, {sha:12}, {date:%Y%m%d} and {env:NAME} where wanted',
  advise: text => {
    if (/[{}]/.test(text))
      return 'The tokens are {sha}, {short-sha}, {sha:12}, {date:%Y%m%d%H%M%S}, {date:%Y%m%d@Asia/Seoul}, {env:NAME} and {env:NAME/:/2}.';
    if (text.includes(':')) return 'Give the tag alone, without the repository.';
    const tag = text.replace(/^refs\/(?:heads|tags)\//, '').replaceAll('/', '-');
    return text.includes('/') && TAG_PATTERN.test(tag) ? `A tag has no /: write ${tag}, for example.` : undefined;
  }
};

/** A reference that says which image: with a tag or a digest, as an untagged one would mean whatever is `latest` that day. */
export const IMAGE: Form = {
  pattern:
    '^[A-Za-z0-9][^\\s:@]*(?::[0-9]+/[^\\s:@]+)?(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}(?:@sha256:[0-9a-f]{64})?|@sha256:[0-9a-f]{64})$',
  description: 'an image with its tag or digest such as public.ecr.aws/nginx/nginx:1.29',
  advise: text => {
    const isUntagged = /^[A-Za-z0-9][^\s:@]*(?::[0-9]+\/[^\s:@]+)?$/.test(text);
    if (isUntagged) return `Add the tag or the digest: ${text}:<tag>.`;
    if (!/:$|@$/.test(text)) return undefined;
    return 'What follows the name is empty: the variable that it comes from may not be set.';
  }
};

export const REGISTRY: Form = {
  pattern: `^(?:[0-9]{12}|public|${ECR_HOST})$`,
  description: "an account's id (12 digits), the host of an ECR registry, or public for ECR Public",
  advise: text => {
    const host = text.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
    if (host === 'public.ecr.aws') return 'Write public.';
    return host !== text && new RegExp(`^${ECR_HOST}$`).test(host) ? `Write ${host}.` : undefined;
  }
};

/** https://docs.docker.com/build/building/multi-platform/ */
export const PLATFORM: Form = {
  pattern: '^[a-z0-9]+/[a-z0-9_]+(?:/[a-z0-9.]+)?$',
  description: 'a platform such as linux/amd64 or linux/arm64',
  advise: text => (/^(?:amd64|arm64)$/.test(text) ? `Write linux/${text}.` : undefined)
};

/** https://docs.docker.com/reference/cli/docker/buildx/build/#secret */
export const BUILD_SECRET: Form = {
  pattern: '^(?:[^,]+,)*id=[^,]+(?:,.+)?$',
  description:
    'a secret as docker build --secret takes it, id=npm,env=NPM_TOKEN or id=npmrc,src=.npmrc (a value does not belong here)'
};

/** https://docs.github.com/en/rest/deployments/statuses, environment_url */
export const WEB_ADDRESS: Form = {
  pattern: '^https?://[^\\s]+$',
  description: 'an address that begins with https:// or http://'
};

/** One argument as the program gets it: no shell splits it. */
export const BUILD_OPTION: Form = {
  pattern: '^(?!-[-A-Za-z0-9]*\\s)[^]*$',
  description: 'one argument of docker build',
  advise: text =>
    `One line is one argument: write ${text.trim().replace(/\s+/, '=')}, or put the value on a line of its own.`
};

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html, startedBy */
export const STARTED_BY: Form = {
  pattern: '^[A-Za-z0-9_/-]{1,128}$',
  description: 'up to 128 letters, digits or any of -_/'
};

/** What a gate asks for: an address of its own, or a path behind the address of the new version. */
export const GATE_URL: Form = {
  pattern: '^(?:https?://[^\\s/?#]\\S*|/\\S*)$',
  description: 'an address that begins with https:// or http://, or a path that begins with /',
  advise: text => (/^[\w-]+(?:\/\S*)?$/.test(text) ? `A path begins with /: /${text}.` : undefined)
};

/**
 * CodeDeploy's DeploymentId; the ARN of an ECS service deployment
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html), or what stands in it behind `service-deployment/`.
 */
export const DEPLOYMENT: Form = {
  pattern:
    '^(?:d-[A-Z0-9]{9}|(?:arn:aws[a-z-]*:ecs:[a-z0-9-]+:[0-9]{12}:service-deployment/)?[\\w-]{1,255}/[\\w-]{1,255}/[\\w-]{1,255})$',
  description:
    "CodeDeploy's deployment id such as d-1A2B3C4D5, or an ECS service deployment as cluster/service/id or by its ARN",
  advise: text =>
    text.startsWith('ecs-svc/')
      ? 'This is the id of a deployment in DescribeServices; aws ecs list-service-deployments names the service deployment.'
      : undefined
};
