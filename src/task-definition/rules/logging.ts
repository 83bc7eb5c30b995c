import { RuleList } from '../../errors.js';
import { isArn } from '../../text/arn.js';
import { isRecord, own, type JsonRecord } from '../../text/record.js';
import { listNames, quote } from '../../text/format.js';
import type { Container } from '../types.js';
import { error, inContainer, recordsOf, textOf, warning, type RuleFinding, REFERENCE, ecsAnswers } from './finding.js';
import type { RuleContext } from './context.js';

export const LOGGING_RULES = new RuleList();
const FARGATE_LOG_DRIVER = LOGGING_RULES.add(
  'fargate-log-driver',
  'error',
  'Fargate does not support the log driver; it has awslogs, splunk and awsfirelens.',
  ecsAnswers('x is not a valid log driver. Must be one of [awslogs, splunk, awsfirelens]')
);
const LOG_OPTIONS = LOGGING_RULES.add(
  'log-options',
  'error',
  'awslogs lacks a group, a region or, on Fargate, a stream prefix, or has an endpoint; or splunk lacks a URL or a token.',
  ecsAnswers(
    'Log driver awslogs requires options: awslogs-group; Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.; Log driver awslogs disallows options: awslogs-endpoint'
  )
);
const LOG_OPTION_UNKNOWN = LOGGING_RULES.add(
  'log-option-unknown',
  'warning',
  'AWS does not document this option of awslogs.',
  `${REFERENCE}/API_LogConfiguration.html (options)`
);
const LOG_OPTION_VALUE = LOGGING_RULES.add(
  'log-option-value',
  'warning',
  'mode is neither blocking nor non-blocking, or both multiline options are set.',
  `${REFERENCE}/API_LogConfiguration.html (options)`
);
const LOG_REGION = LOGGING_RULES.add(
  'log-region',
  'warning',
  'awslogs-region is not a region.',
  `${REFERENCE}/API_LogConfiguration.html (options)`
);
const FIRELENS_ROUTER = LOGGING_RULES.add(
  'firelens-router',
  'error',
  'A container logs to awsfirelens, but no container is a log router.',
  ecsAnswers(
    'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.'
  )
);
const FIRELENS_UNUSED = LOGGING_RULES.add(
  'firelens-unused',
  'error',
  'A container is a log router, but no container logs to awsfirelens.',
  ecsAnswers(
    'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.'
  )
);
const FIRELENS_USER = LOGGING_RULES.add(
  'firelens-user',
  'error',
  'The user of a log router is not a number.',
  ecsAnswers("If 'user' field is specified on firelens container, then 'UID' has to be '0'.")
);
const FIRELENS_FILE = LOGGING_RULES.add(
  'firelens-file',
  'either',
  'The S3 file of a log router is not an ARN. On Fargate, where AWS documents files in the image only, a warning.',
  `ECS answers: “Invalid arn syntax.”; ${REFERENCE}/API_FirelensConfiguration.html (options)`
);

const FARGATE_DRIVERS = ['awslogs', 'splunk', 'awsfirelens'];
/** Without awslogs-endpoint, which ECS is known to refuse although Docker has it. */
const AWSLOGS_OPTIONS = [
  'awslogs-create-group',
  'awslogs-datetime-format',
  'awslogs-group',
  'awslogs-multiline-pattern',
  'awslogs-region',
  'awslogs-stream-prefix',
  'max-buffer-size',
  'mode'
];

/** Log drivers and their options, and the FireLens router that awsfirelens needs. */
export function checkLogging(context: RuleContext): readonly RuleFinding[] {
  return context.containers.flatMap(container => {
    const logging = own(container.record, 'logConfiguration');
    const router = own(container.record, 'firelensConfiguration');
    return [
      ...(isRecord(logging) ? checkDriver(context, container, logging) : []),
      ...(isRecord(router) ? [...checkRouter(context, container), ...checkRouterFile(context, container, router)] : [])
    ];
  });
}

function checkDriver(context: RuleContext, container: Container, logging: JsonRecord): readonly RuleFinding[] {
  const driver = textOf(logging, 'logDriver') ?? '';
  if (context.isFargate && !FARGATE_DRIVERS.includes(driver)) {
    const what = `Fargate has the log drivers ${listNames(FARGATE_DRIVERS)}, got ${driver}.`;
    return [
      error(FARGATE_LOG_DRIVER, inContainer(container, 'logConfiguration', 'logDriver'), what, 'Use one of them.')
    ];
  }
  switch (driver) {
    case 'awslogs':
      return checkAwslogs(context, container, logging);
    case 'splunk':
      return findMissing(container, logging, driver, ['splunk-url', 'splunk-token']);
    case 'awsfirelens':
      return checkFirelens(context, container);
    default:
      return [];
  }
}

function optionsOf(logging: JsonRecord): JsonRecord {
  const options = own(logging, 'options');
  return isRecord(options) ? options : {};
}

function findMissing(
  container: Container,
  logging: JsonRecord,
  driver: string,
  needed: readonly string[]
): readonly RuleFinding[] {
  const options = optionsOf(logging);
  const secret = recordsOf(logging, 'secretOptions').map(option => textOf(option, 'name'));
  const missing = needed.filter(name => (textOf(options, name) ?? '') === '' && !secret.includes(name));
  if (missing.length === 0) return [];
  const what = `The log driver ${driver} of the container ${quote(container.name)} has no ${listNames(missing)}.`;
  return [
    error(
      LOG_OPTIONS,
      inContainer(container, 'logConfiguration', 'options'),
      what,
      `Add ${missing.length === 1 ? 'it' : 'them'} to options.`
    )
  ];
}

function checkAwslogs(context: RuleContext, container: Container, logging: JsonRecord): readonly RuleFinding[] {
  const options = optionsOf(logging);
  const at = (...rest: readonly string[]) => inContainer(container, 'logConfiguration', 'options', ...rest);
  const needed = ['awslogs-group', 'awslogs-region', ...(context.isFargate ? ['awslogs-stream-prefix'] : [])];
  const findings: RuleFinding[] = [...findMissing(container, logging, 'awslogs', needed)];
  const refused = Object.keys(options).filter(name => !AWSLOGS_OPTIONS.includes(name));
  for (const name of refused) {
    const what = `The log driver awslogs of ECS is not documented to have an option ${quote(name)}.`;
    const next = `It has ${listNames(AWSLOGS_OPTIONS)}.`;
    findings.push(
      name === 'awslogs-endpoint'
        ? error(LOG_OPTIONS, at(name), 'ECS does not support the option "awslogs-endpoint".', 'Remove it.')
        : warning(LOG_OPTION_UNKNOWN, at(name), what, next)
    );
  }
  const region = textOf(options, 'awslogs-region') ?? '';
  if (region !== '' && !/[<>{}$]/.test(region) && !/^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/.test(region))
    findings.push(
      warning(
        LOG_REGION,
        at('awslogs-region'),
        `${quote(region)} does not look like a region.`,
        'Write it as "eu-central-1".'
      )
    );
  const mode = textOf(options, 'mode');
  if (mode !== undefined && mode !== 'blocking' && mode !== 'non-blocking')
    findings.push(
      warning(
        LOG_OPTION_VALUE,
        at('mode'),
        `mode is blocking or non-blocking, got ${quote(mode)}.`,
        'Write one of the two.'
      )
    );
  if (own(options, 'awslogs-datetime-format') !== undefined && own(options, 'awslogs-multiline-pattern') !== undefined)
    findings.push(
      warning(
        LOG_OPTION_VALUE,
        at('awslogs-multiline-pattern'),
        'awslogs-datetime-format and awslogs-multiline-pattern cannot both be set.',
        'Keep one of the two.'
      )
    );
  return findings;
}

function checkFirelens({ containers }: RuleContext, container: Container): readonly RuleFinding[] {
  if (containers.some(({ record }) => isRecord(own(record, 'firelensConfiguration')))) return [];
  const what = `The container ${quote(container.name)} logs to awsfirelens, and no container has a firelensConfiguration.`;
  const path = inContainer(container, 'logConfiguration', 'logDriver');
  return [
    error(
      FIRELENS_ROUTER,
      path,
      what,
      'Add a log router: a container with "firelensConfiguration": { "type": "fluentbit" }.'
    )
  ];
}

/** Somebody logs to it, and its user is one whose files the agent can make: a number. */
function checkRouter({ containers }: RuleContext, container: Container): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  const drivers = containers.map(({ record }) => own(record, 'logConfiguration')).filter(isRecord);
  if (!drivers.some(logging => textOf(logging, 'logDriver') === 'awsfirelens')) {
    const what = `The container ${quote(container.name)} has a firelensConfiguration, and no container logs to awsfirelens.`;
    const next =
      'Set "logDriver": "awsfirelens" for the containers whose logs it routes, or remove firelensConfiguration.';
    findings.push(error(FIRELENS_UNUSED, inContainer(container, 'firelensConfiguration'), what, next));
  }
  const user = textOf(container.record, 'user') ?? '';
  if (user !== '' && !/^\d/.test(user)) {
    const what = `The user of a log router is given by its number, got ${quote(user)}.`;
    findings.push(error(FIRELENS_USER, inContainer(container, 'user'), what, 'Write "0", or leave it out.'));
  }
  return findings;
}

function checkRouterFile(context: RuleContext, container: Container, router: JsonRecord): readonly RuleFinding[] {
  const options = optionsOf(router);
  if (textOf(options, 'config-file-type') !== 's3') return [];
  const value = textOf(options, 'config-file-value') ?? '';
  const at = (member: string) => inContainer(container, 'firelensConfiguration', 'options', member);
  if (!isArn(value))
    return [
      error(
        FIRELENS_FILE,
        at('config-file-value'),
        `A configuration file in S3 is given by its ARN, got ${quote(value)}.`,
        'Write "arn:aws:s3:::bucket/name.conf".'
      )
    ];
  if (!context.isFargate) return [];
  return [
    warning(
      FIRELENS_FILE,
      at('config-file-type'),
      'On Fargate AWS documents configuration files inside the image only.',
      'Use config-file-type file.'
    )
  ];
}
