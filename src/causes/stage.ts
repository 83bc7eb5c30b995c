import type { FailureText } from './parse-text.js';

/** What was being done when it failed. */
export type Stage =
  | 'task'
  | 'pull'
  | 'registry-login'
  | 'secrets'
  | 'secrets-or-login'
  | 'env-file'
  | 'logging'
  | 'volume'
  | 'network'
  | 'storage'
  | 'transition'
  | 'dependency'
  | 'inspect'
  | 'create'
  | 'start'
  | 'initialize'
  | 'health'
  | 'place'
  | 'launch'
  | 'target-group'
  | 'codedeploy'
  | 'api'
  | 'docker-login'
  | 'push'
  | 'base-image'
  | 'build-step'
  | 'context'
  | 'build'
  | 'docker'
  | 'exit'
  | 'stop'
  | 'event';

/**
 * Of a task that does not start. The agent wraps an error into others: what is named inside (the logging driver, a volume) stands before the
 * wrapper (start, create), except for a pull, in which everything is about the image.
 */
const TASK_STAGES: readonly (readonly [Stage, RegExp])[] = [
  ['stop', /\bfailed [\w ]*health checks?\b/i],
  [
    'pull',
    /^(?:\w+: )?CannotPull\w*|\bCannotPull\w*Error|pull image manifest has been|ref pull has been|can't pull the image|failed to (?:resolve ref|pull image|unpack image)/i
  ],
  ['secrets', /\b(?:from|in) (?:asm|ssm)\b|secrets? resource/i],
  ['registry-login', /registry auth\b(?! failed)(?<!secrets or registry auth)|GetAuthorizationToken/i],
  ['env-file', /env(?:ironment)? files?\b/i],
  [
    'secrets',
    /secret data|\bsecrets? (?:from|in|value|manager)\b|fetch secret|secrets manager|ssm parameter|parameter store|\b(?:from|in) (?:asm|ssm)\b|invalid ssm parameters|GetSecretValue/i
  ],
  ['secrets-or-login', /secrets or registry auth/i],
  [
    'logging',
    /logger args|logging driver|cloudwatch log|log (?:stream|group|driver|router)|awslogs|firelens|fluent|splunk|\blogging\b/i
  ],
  [
    'volume',
    /\bEFS\b|\bFSx\b|\bEBS\b|mount\.(?:nfs|efs)|\bvolumes?\b|CannotMount|bind source path|mount config|while mounting|error mounting/i
  ],
  [
    'network',
    /\bENI\b|network interface|netplugin|network (?:namespace|bindings?|setup|mode)|\bCNI\b|task network|trunk|InsufficientFreeAddresses/i
  ],
  ['storage', /ephemeral ?storage/i],
  ['dependency', /TaskDependencyError|dependenc(?:y|ies)|depends on|DependentContainer/i],
  ['inspect', /CannotInspect\w*|CannotDescribe\w*|CannotStop\w*|CannotList\w*|CannotRemove\w*/i],
  ['transition', /could not transition|DockerTimeoutError|ContainerRuntimeTimeoutError/i],
  [
    'start',
    /CannotStart\w*|container (?:runtime )?(?:task|process|init)|runc|shim task|container_linux|HcsException|ContainerRuntimeError/i
  ],
  ['create', /CannotCreate\w*|create (?:new )?container/i],
  [
    'initialize',
    /ResourceInitializationError|Unable to create .* for the task|failed to (?:setup|set up|configure|initialize)/i
  ]
];

/** What ECS was doing for a task, by the agent's words about its failure; `task` where none says it. Pure. */
export function findTaskStage({ words }: FailureText): Stage {
  return TASK_STAGES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'task';
}

/** What Docker was doing, by its error and the name of our command; BuildKit does many things in one. */
const DOCKER_STAGES: readonly (readonly [Stage, RegExp])[] = [
  ['build-step', /process (?:<name>|".*?") did not complete|returned a non-zero code|executor failed running/i],
  [
    'docker',
    /docker daemon|docker api|error during connect|docker\.sock|docker-credential|credential|buildx|docker driver|docker command|unknown (?:shorthand )?flag|builder <name>|no builder/i
  ],
  ['push', /failed to push|pushing|PUT request|tag invalid|is immutable|authorization token/i],
  [
    'context',
    /failed to compute cache key|calculate checksum|copy failed|add failed|build context|\bcontext\b.*not found|failed to walk|excluded by/i
  ],
  [
    'base-image',
    /source metadata|oauth token|anonymous token|pull access denied|pulling from|httpReadSeeker|failed to (?:resolve|pull|copy)|manifest (?:unknown|for)|pull rate limit|no match for platform|no matching manifest|registry-1|toomanyrequests|\bHEAD request|\bGET request/i
  ],
  ['docker-login', /login attempt|docker login|log(?:ging)? in/i]
];

/** What Docker was doing; `told` is the stage of the command that failed. Pure. */
export function findDockerStage({ words }: FailureText, command: Stage): Stage {
  const found = DOCKER_STAGES.find(([, pattern]) => pattern.test(words))?.[0];
  // These two do one thing each, and only the engine itself can be in their way.
  const isPlain = command === 'push' || command === 'docker-login';
  return found === undefined || (isPlain && found !== 'docker') ? command : found;
}
