import { randomUUID } from 'node:crypto';

/** How the traffic moves: all at once, a first part and then the rest, or in equal steps. Percentages, and minutes between the steps. */
export type TrafficRouting =
  | { readonly type: 'AllAtOnce' }
  | {
      readonly type: 'TimeBasedCanary';
      readonly timeBasedCanary: { readonly canaryPercentage: number; readonly canaryInterval: number };
    }
  | {
      readonly type: 'TimeBasedLinear';
      readonly timeBasedLinear: { readonly linearPercentage: number; readonly linearInterval: number };
    };

export interface ConfigRecord {
  readonly id: string;
  readonly name: string;
  /** Virtual milliseconds since the epoch; undefined for the ones that CodeDeploy brings along. */
  readonly createTime: number | undefined;
  readonly routing: TrafficRouting;
}

export const DEFAULT_CONFIG = 'CodeDeployDefault.ECSAllAtOnce';

/** The configurations for ECS that CodeDeploy brings along. */
export const PREDEFINED_CONFIGS: readonly ConfigRecord[] = [
  predefine(DEFAULT_CONFIG, { type: 'AllAtOnce' }),
  predefine('CodeDeployDefault.ECSLinear10PercentEvery1Minutes', linear(10, 1)),
  predefine('CodeDeployDefault.ECSLinear10PercentEvery3Minutes', linear(10, 3)),
  predefine('CodeDeployDefault.ECSCanary10Percent5Minutes', canary(10, 5)),
  predefine('CodeDeployDefault.ECSCanary10Percent15Minutes', canary(10, 15))
];

/** The production weights of the new tasks, one after the other, with the virtual milliseconds that each stays. The last is 100 and stays. */
export function planShift(routing: TrafficRouting): readonly { readonly weight: number; readonly hold: number }[] {
  switch (routing.type) {
    case 'AllAtOnce':
      return [{ weight: 100, hold: 0 }];
    case 'TimeBasedCanary': {
      const { canaryPercentage, canaryInterval } = routing.timeBasedCanary;
      return [
        { weight: canaryPercentage, hold: canaryInterval * 60_000 },
        { weight: 100, hold: 0 }
      ];
    }
    case 'TimeBasedLinear': {
      const { linearPercentage, linearInterval } = routing.timeBasedLinear;
      const steps = Math.ceil(100 / linearPercentage);
      return Array.from({ length: steps }, (_, index) => ({
        weight: Math.min(100, (index + 1) * linearPercentage),
        hold: index === steps - 1 ? 0 : linearInterval * 60_000
      }));
    }
  }
}

function predefine(name: string, routing: TrafficRouting): ConfigRecord {
  return { id: randomUUID(), name, createTime: undefined, routing };
}

function linear(linearPercentage: number, linearInterval: number): TrafficRouting {
  return { type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage, linearInterval } };
}

function canary(canaryPercentage: number, canaryInterval: number): TrafficRouting {
  return { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage, canaryInterval } };
}
