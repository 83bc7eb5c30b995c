import { PASS_TASK_ROLES, passRoles, trustService, type Statement } from '../iam/policy.js';
import { rolesOfTask } from '../iam/deploy.js';
import type { PipelineProject } from '../project.js';
import { placeOfCluster, type DeploymentTarget } from '../target.js';
import { STACK, toStack, toStackPolicy } from './names.js';
import { comment, getAtt, NO_VALUE, ref, select, split, subWith, when, type Part, type Section } from './yaml.js';
import { arnOf, isArn } from '../../text/arn.js';

export const HAS_TEST_LISTENER = 'HasTestListener';

export const CODEDEPLOY_PARAMETERS: Section = {
  ProductionListenerArn: {
    Type: 'String',
    Description: "The load balancer's listener that the traffic comes in by",
    AllowedPattern: 'arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener/.+'
  },
  TestListenerArn: {
    Type: 'String',
    Description: 'A listener that shows the new version before the traffic moves; empty for none',
    Default: '',
    AllowedPattern: '|arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener/.+'
  },
  BlueTargetGroupName: { Type: 'String', Description: 'The target group that the service was made with' },
  GreenTargetGroupName: { Type: 'String', Description: 'The other target group, for the next version' },
  TerminationWaitTimeInMinutes: {
    Type: 'Number',
    Description:
      'How long the old tasks stay after the traffic has moved, ready to go back to; the pipeline waits as long',
    Default: 0,
    MinValue: 0,
    MaxValue: 2880
  }
};

/** CodeDeploy's application, deployment group and role for the service. */
export function makeCodeDeploy(project: PipelineProject, target: DeploymentTarget): Section {
  return {
    CodeDeployApplication: {
      Type: 'AWS::CodeDeploy::Application',
      Properties: { ApplicationName: target.application, ComputePlatform: 'ECS' }
    },
    CodeDeployRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: toStack(trustService('codedeploy', STACK, project.config.region)),
        Policies: [{ PolicyName: 'deploy', PolicyDocument: allowCodeDeploy(project, target) }]
      }
    },
    DeploymentGroup: makeGroup(project, target)
  };
}

function makeGroup({ config }: PipelineProject, target: DeploymentTarget): Part {
  const { onFailure, onCancel, codedeployDeploymentConfig } = config.rollout;
  const events = [
    ...(onFailure === 'rollback' ? ['DEPLOYMENT_FAILURE'] : []),
    ...(onCancel === 'rollback' ? ['DEPLOYMENT_STOP_ON_REQUEST'] : [])
  ];
  return {
    Type: 'AWS::CodeDeploy::DeploymentGroup',
    Properties: {
      ApplicationName: ref('CodeDeployApplication'),
      DeploymentGroupName: target.deploymentGroup,
      ServiceRoleArn: getAtt('CodeDeployRole', 'Arn'),
      DeploymentConfigName: codedeployDeploymentConfig ?? 'CodeDeployDefault.ECSAllAtOnce',
      DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
      ECSServices: [{ ClusterName: target.cluster, ServiceName: target.service }],
      AutoRollbackConfiguration: events.length === 0 ? { Enabled: false } : { Enabled: true, Events: events },
      BlueGreenDeploymentConfiguration: {
        DeploymentReadyOption: { ActionOnTimeout: 'CONTINUE_DEPLOYMENT', WaitTimeInMinutes: 0 },
        TerminateBlueInstancesOnDeploymentSuccess: {
          Action: 'TERMINATE',
          ...comment('CodeDeploy itself would take an hour, and every deployment would be an hour longer.'),
          TerminationWaitTimeInMinutes: ref('TerminationWaitTimeInMinutes')
        }
      },
      LoadBalancerInfo: {
        TargetGroupPairInfoList: [
          {
            TargetGroups: [{ Name: ref('BlueTargetGroupName') }, { Name: ref('GreenTargetGroupName') }],
            ProdTrafficRoute: { ListenerArns: [ref('ProductionListenerArn')] },
            TestTrafficRoute: when(HAS_TEST_LISTENER, { ListenerArns: [ref('TestListenerArn')] }, NO_VALUE)
          }
        ]
      }
    }
  };
}

/** What AWSCodeDeployRoleForECS allows on everything, on this service, its listeners, its hooks and its tasks' roles. */
function allowCodeDeploy(project: PipelineProject, target: DeploymentTarget): Part {
  const path = `${target.cluster}/${target.service}`;
  const place = placeOfCluster(project, STACK);
  const hooks = project.appspec?.value.hooks ?? [];
  const statements: readonly Statement[] = [
    {
      sid: 'ReplaceTasks',
      actions: ['ecs:DescribeServices', 'ecs:CreateTaskSet', 'ecs:UpdateServicePrimaryTaskSet', 'ecs:DeleteTaskSet'],
      resources: [arnOf(place, 'ecs', `service/${path}`), arnOf(place, 'ecs', `task-set/${path}/*`)]
    },
    {
      // None of these can be limited to a resource.
      sid: 'LookAtLoadBalancer',
      actions: ['DescribeTargetGroups', 'DescribeListeners', 'DescribeRules'].map(
        call => `elasticloadbalancing:${call}`
      ),
      resources: ['*']
    },
    {
      sid: 'MoveTraffic',
      actions: ['elasticloadbalancing:ModifyListener', 'elasticloadbalancing:ModifyRule'],
      resources: ['${ProductionListenerArn}', '${TestListenerArn}']
    },
    {
      sid: 'CallHooks',
      actions: ['lambda:InvokeFunction'],
      resources: hooks.map(({ lambda }) => (isArn(lambda) ? lambda : arnOf(STACK, 'lambda', `function:${lambda}`)))
    },
    ...passRoles(PASS_TASK_ROLES, rolesOfTask(project, STACK) ?? [], ['ecs-tasks.amazonaws.com'])
  ];
  return toStackPolicy(statements, { MoveTraffic: LISTENERS });
}

/** The listeners and their rules: the traffic is moved in the rule that forwards it, which may be the default one. */
const LISTENERS: Part = ['ProductionListenerArn', 'TestListenerArn'].flatMap(parameter => {
  const [before, after] = [0, 1].map(index => select(index, split(':listener/', ref(parameter))));
  const rules = subWith('${Before}:listener-rule/${After}/*', { Before: before ?? '', After: after ?? '' });
  const both = [ref(parameter), rules];
  return parameter === 'TestListenerArn' ? both.map(part => when(HAS_TEST_LISTENER, part, NO_VALUE)) : both;
});
