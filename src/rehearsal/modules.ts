import { codedeployModule } from './codedeploy/module.js';
import { ecrModule } from './ecr/module.js';
import { ecsModule } from './ecs/module.js';
import { idTokenModule } from './id-token.js';
import { logsModule } from './logs/module.js';
import type { CloudModule } from './state.js';
import { stsModule } from './sts.js';

/** All that the built-in AWS consists of. A new service is one more line here. */
export const MODULES: readonly CloudModule[] = [
  stsModule,
  ecsModule,
  logsModule,
  ecrModule,
  codedeployModule,
  idTokenModule
];
