import { autoscalingModule } from './autoscaling.js';
import { codedeployModule } from './codedeploy/module.js';
import { ec2Module } from './ec2.js';
import { ecrModule } from './ecr/module.js';
import { ecsModule } from './ecs/module.js';
import { iamModule } from './iam.js';
import { idTokenModule } from './id-token.js';
import { loadBalancingModule } from './load-balancing.js';
import { logsModule } from './logs/module.js';
import { secretsManagerModule } from './secrets-manager.js';
import { ssmModule } from './ssm.js';
import { stsModule } from './sts.js';
import type { CloudModule } from './service.js';

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
