import type { Cause } from '../cause.js';
import { PAGES } from './pages.js';

const stage = 'codedeploy';

/** What CodeDeploy gives as the error of a deployment: the code, and for TIMEOUT what it waited for. */
export const CODEDEPLOY_CAUSES: readonly Cause[] = [
  {
    id: 'codedeploy-throttled',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    what: 'AWS throttles the requests of CodeDeploy{event: at %}',
    advice: 'It passes by itself: run it again, with fewer deployments at once.',
    source: PAGES.codedeploy,
    message: 'THROTTLED',
    signs: [
      { stage, fact: ['code', /^THROTTLED$/] },
      { stage, reason: 'throttled' }
    ]
  },
  {
    id: 'codedeploy-unhealthy',
    class: 'health-check-elb',
    deterministic: true,
    what: 'the new tasks did not become healthy in the time that CodeDeploy gives them',
    advice:
      "Look at the stopped tasks and the service events: the target group's health check, the image, the task's network.",
    source: PAGES.codedeployEcs,
    message: 'HEALTH_CONSTRAINTS, timed out while waiting for the replacement task set to become healthy',
    signs: [
      { stage, fact: ['code', /^HEALTH_CONSTRAINTS$|^CUSTOMER_APPLICATION_UNHEALTHY$/] },
      { stage, words: /replacement task set to become healthy|waiting for .* healthy/i }
    ]
  },
  {
    id: 'codedeploy-not-continued',
    class: 'other',
    deterministic: 'unknown',
    what: 'CodeDeploy waited for somebody to continue the deployment, and nobody did in time',
    advice:
      'Continue it in time (slipway continue, ContinueDeployment), or raise the wait in the deployment group, or let it go on by itself (CONTINUE_DEPLOYMENT).',
    source: PAGES.codedeployEcs,
    message: 'timed out while waiting for a notification to continue',
    signs: [{ stage, words: /notification to continue|waiting for .*continue/i }]
  },
  {
    id: 'codedeploy-hook-silent',
    class: 'other',
    deterministic: true,
    what: 'the hook{event: of %} never called back within an hour',
    advice:
      "Its Lambda function must call PutLifecycleEventHookExecutionStatus, and its role must allow codedeploy:PutLifecycleEventHookExecutionStatus: look at the function's log.",
    source: PAGES.codedeployEcs,
    message: 'timed out while waiting for a status callback',
    signs: [{ stage, words: /status callback|lifecycle ?event ?hook/i, fact: ['code', /^TIMEOUT$/] }]
  },
  {
    id: 'codedeploy-timeout',
    class: 'other',
    deterministic: 'unknown',
    what: 'CodeDeploy ran out of time{event: at %}',
    advice: 'CodeDeploy says above what it waited for; the stopped tasks and service events say more.',
    source: PAGES.codedeployEcs,
    message: 'TIMEOUT',
    signs: [{ stage, fact: ['code', /^TIMEOUT$/] }]
  },
  {
    id: 'codedeploy-hook-failed',
    class: 'other',
    deterministic: 'unknown',
    what: 'the hook{event: of %} failed',
    advice: "Read the log of its Lambda function; it must call PutLifecycleEventHookExecutionStatus with 'Succeeded'.",
    source: PAGES.codedeployEcs,
    message: 'HOOK_EXECUTION_FAILURE',
    signs: [{ stage, fact: ['code', /^HOOK_EXECUTION_FAILURE$/] }]
  },
  {
    id: 'codedeploy-role-missing',
    class: 'other',
    deterministic: true,
    what: 'the service role of the deployment group does not exist',
    advice:
      'Create it (trusted by codedeploy.amazonaws.com, with AWSCodeDeployRoleForECS), or name the right one in the deployment group.',
    source: PAGES.codedeploy,
    message: 'IAM_ROLE_MISSING',
    signs: [{ stage, fact: ['code', /^IAM_ROLE_MISSING$/] }]
  },
  {
    id: 'codedeploy-role-lambda',
    class: 'other',
    deterministic: true,
    what: "the service role of the deployment group may not call the hook's Lambda function",
    advice:
      'Allow lambda:InvokeFunction in the service role; AWSCodeDeployRoleForECS allows it for functions whose name starts with CodeDeployHook_.',
    source: PAGES.codedeployEcs,
    message: 'IAM_ROLE_PERMISSIONS … AWSLambda',
    signs: [{ stage, fact: ['code', /^IAM_ROLE_PERMISSIONS$/], words: /lambda/i }]
  },
  {
    id: 'codedeploy-role-permissions',
    class: 'other',
    deterministic: true,
    what: 'the service role of the deployment group lacks a permission{action: (%)}',
    advice: "Give it the policy AWSCodeDeployRoleForECS, and iam:PassRole for the task's roles.",
    source: PAGES.codedeploy,
    message: 'IAM_ROLE_PERMISSIONS',
    signs: [{ stage, fact: ['code', /IAM_ROLE_PERMISSIONS$/] }]
  },
  {
    id: 'codedeploy-alarm',
    class: 'other',
    deterministic: 'unknown',
    what: 'an alarm of the deployment group went off',
    advice: 'Look at its metric; an alarm that is on before the deployment begins ends it at once.',
    source: PAGES.codedeploy,
    message: 'ALARM_ACTIVE',
    signs: [{ stage, fact: ['code', /^ALARM_ACTIVE$/] }]
  },
  {
    id: 'codedeploy-stopped',
    class: 'other',
    deterministic: false,
    what: 'somebody stopped the deployment',
    advice: 'Ask who, or look for StopDeployment in CloudTrail.',
    source: PAGES.codedeploy,
    message: 'MANUAL_STOP',
    signs: [{ stage, fact: ['code', /^MANUAL_STOP$/] }]
  },
  {
    id: 'codedeploy-load-balancer',
    class: 'other',
    deterministic: true,
    what: "the load balancer's settings in the deployment group do not fit the service",
    advice:
      'Check that the listener sends all traffic to the target group of the tasks that run now, and that both target groups and listeners exist.',
    source: PAGES.codedeploy,
    message: 'ELASTIC_LOAD_BALANCING_INVALID',
    signs: [{ stage, fact: ['code', /ELASTIC_LOAD_BALANCING|ELB/] }]
  },
  {
    id: 'codedeploy-service-invalid',
    class: 'other',
    deterministic: true,
    what: 'the ECS service of the deployment group does not exist, is not ACTIVE, or is not one for CodeDeploy',
    advice:
      "Correct the deployment group's cluster and service; the service's deployment controller must be CODE_DEPLOY.",
    source: PAGES.codedeploy,
    message: 'INVALID_ECS_SERVICE',
    signs: [{ stage, fact: ['code', /^INVALID_ECS_SERVICE$/] }]
  },
  {
    id: 'codedeploy-hook-function',
    class: 'other',
    deterministic: true,
    what: 'the Lambda function of a hook is missing, or its settings do not fit',
    advice: "Correct the hook's function in the AppSpec: name or ARN, region, version or alias.",
    source: PAGES.codedeploy,
    message: 'INVALID_LAMBDA_FUNCTION',
    signs: [{ stage, fact: ['code', /LAMBDA/] }]
  },
  {
    id: 'codedeploy-revision',
    class: 'other',
    deterministic: true,
    what: 'CodeDeploy cannot use the AppSpec of this deployment',
    advice: 'Correct the AppSpec: slipway check appspec.yml finds what is wrong.',
    source: PAGES.codedeploy,
    message: 'INVALID_REVISION',
    signs: [{ stage, fact: ['code', /REVISION/] }]
  },
  {
    id: 'codedeploy-missing',
    class: 'other',
    deterministic: true,
    what: 'what the deployment needs does not exist in CodeDeploy, or is not set in the deployment group',
    advice:
      'Correct codedeploy-application and codedeploy-deployment-group, and the settings of the group that CodeDeploy names.',
    source: PAGES.codedeploy,
    message: 'DEPLOYMENT_GROUP_MISSING, APPLICATION_MISSING',
    signs: [{ stage, fact: ['code', /MISSING|CANNOT_BE_FOUND|^NO_/] }]
  },
  {
    id: 'codedeploy-limit',
    class: 'other',
    deterministic: true,
    what: 'a quota of the account is reached{event: at %}',
    advice: 'Ask for a higher quota in Service Quotas, or delete what is not needed.',
    source: PAGES.codedeploy,
    message: 'RESOURCE_LIMIT_EXCEEDED',
    signs: [{ stage, fact: ['code', /LIMIT_EXCEEDED|OVER_MAX/] }]
  },
  {
    id: 'codedeploy-internal',
    class: 'other',
    deterministic: false,
    what: 'CodeDeploy had trouble of its own',
    advice:
      "It usually passes: run it again. AWS's health page (https://health.aws.amazon.com) says whether it is larger.",
    source: PAGES.codedeploy,
    message: 'INTERNAL_ERROR',
    signs: [{ stage, fact: ['code', /INTERNAL/] }]
  },
  {
    id: 'codedeploy-invalid',
    class: 'other',
    deterministic: true,
    what: 'the settings of the deployment group do not fit this deployment ({code|})',
    advice: 'Correct in the deployment group what CodeDeploy names.',
    source: PAGES.codedeploy,
    message: 'HEALTH_CONSTRAINTS_INVALID',
    signs: [{ stage, fact: ['code', /INVALID|VALIDATION|CONFIGURATION/] }]
  },
  {
    id: 'codedeploy-ecs-update',
    class: 'other',
    deterministic: 'unknown',
    what: "ECS refused CodeDeploy's change of the service",
    advice: "ECS's own words above say why.",
    source: PAGES.codedeployEcs,
    message: 'ECS_UPDATE_ERROR',
    signs: [{ stage, fact: ['code', /^ECS_/] }]
  }
];
