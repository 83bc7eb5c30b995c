import { autoscalingModule } from './autoscaling/module.js';
import { codedeployModule } from './codedeploy/module.js';
import { ec2Module } from './ec2/module.js';
import { ecrModule } from './ecr/module.js';
import { ecsModule } from './ecs/module.js';
import { iamModule } from './iam/module.js';
import { idTokenModule } from './runner/id-token.js';
import { loadBalancingModule } from './elb/module.js';
import { logsModule } from './logs/module.js';
import { secretsManagerModule } from './secrets-manager/module.js';
import { ssmModule } from './ssm/module.js';
import { stsModule } from './sts/module.js';
import type { CloudModule } from './server/service.js';

/** All that the built-in AWS consists of. A new service is one more line here. */
export const MODULES: readonly CloudModule[] = [
  stsModule,
  ecsModule,
  logsModule,
  ecrModule,
  codedeployModule,
  autoscalingModule,
  iamModule,
  secretsManagerModule,
  ssmModule,
  ec2Module,
  loadBalancingModule,
  idTokenModule
];
