import { RuleList } from '../../errors.js';
import { isRecord, own } from '../../text/record.js';
import { quote } from '../../text/format.js';
import type { Container } from '../types.js';
import { findPlaceholder } from '../../text/templates.js';
import { CONTAINER, ecsAnswers, error, inContainer, numberOf, textsOf, type RuleFinding, warning } from './finding.js';
import type { RuleContext } from './context.js';

export const CONTAINER_RULES = new RuleList();
const TOO_MANY_CONTAINERS = CONTAINER_RULES.add(
  'too-many-containers',
  'error',
  'The task definition has more than 10 containers.',
  ecsAnswers('Too many containers')
);
const NO_ESSENTIAL_CONTAINER = CONTAINER_RULES.add(
  'no-essential-container',
  'error',
  'No container is essential.',
  ecsAnswers("Task definition doesn't have any essential container")
);
const IMAGE_NAME = CONTAINER_RULES.add(
  'image-name',
  'error',
  'An image name is longer than 255 characters or has characters other than letters, digits and _ - : . / # @; or its digest is not sha256: and 64 hexadecimal digits.',
  ecsAnswers('Container.image contains invalid characters.')
);
const RESTART_POLICY = CONTAINER_RULES.add(
  'restart-policy',
  'error',
  'restartAttemptPeriod is outside 60 to 1800 seconds, or more than 50 exit codes are ignored.',
  ecsAnswers("the 'restartAttemptPeriod' setting for container 'x' must be between 60 and 1800")
);
const TIMEOUT_RANGE = CONTAINER_RULES.add(
  'timeout-range',
  'error',
  'On Fargate, startTimeout or stopTimeout is outside 2 to 120 seconds.',
  `${CONTAINER} (startTimeout, stopTimeout)`
);
const CREDENTIAL_SPEC = CONTAINER_RULES.add(
  'credential-spec',
  'either',
  'There is more than one credential spec, or it does not start with credentialspec: or credentialspecdomainless:.',
  `${CONTAINER} (credentialSpecs)`
);

const MAX_CONTAINERS = 10;
const MAX_IMAGE_LENGTH = 255;
const MAX_EXIT_CODES = 50;

/** What holds of containers one by one, and that one of them is essential. */
export function checkContainers(context: RuleContext): readonly RuleFinding[] {
  const { containers } = context;
  const findings: RuleFinding[] = [];
  if (containers.length > MAX_CONTAINERS) {
    const what = `The task definition has ${containers.length} containers; ECS takes at most ${MAX_CONTAINERS}.`;
    findings.push(
      error(TOO_MANY_CONTAINERS, ['containerDefinitions'], what, 'Split it into several task definitions.')
    );
  }
  if (containers.length > 0 && containers.every(({ record }) => own(record, 'essential') === false)) {
    const what = 'No container is essential, and ECS needs one: the task lives as long as it does.';
    findings.push(
      error(
        NO_ESSENTIAL_CONTAINER,
        ['containerDefinitions'],
        what,
        'Set "essential": true for the container that the task is for.'
      )
    );
  }
  return [
    ...findings,
    ...containers.flatMap(container => [
      ...checkImage(context, container),
      ...checkRestart(container),
      ...checkTimeouts(context, container),
      ...checkCredentialSpecs(container)
    ])
  ];
}

/** The image that the file names, where none is shipped for the container. */
function checkImage({ facts }: RuleContext, container: Container): readonly RuleFinding[] {
  const { image, name } = container;
  if (facts.images?.has(name) === true || image === '' || findPlaceholder(image) !== undefined || /[<>{}$]/.test(image))
    return [];
  const path = inContainer(container, 'image');
  const strange = /[^A-Za-z0-9_\-:./#@]/.exec(image)?.[0];
  if (strange !== undefined) {
    const what = `The image ${quote(image)} holds ${quote(strange)}; ECS takes letters, digits and _ - : . / # @.`;
    return [error(IMAGE_NAME, path, what, 'Write it as registry/repository:tag.')];
  }
  const [named = '', digest] = image.split('@');
  if (named.length > MAX_IMAGE_LENGTH)
    return [
      error(
        IMAGE_NAME,
        path,
        `The image's name has ${named.length} characters; ECS takes at most ${MAX_IMAGE_LENGTH}.`,
        'Shorten it.'
      )
    ];
  if (digest !== undefined && !/^sha256:[0-9a-fA-F]{64}$/.test(digest))
    return [
      error(
        IMAGE_NAME,
        path,
        `${quote(digest)} is not a valid digest: expected sha256: and 64 hexadecimal digits.`,
        'Copy it from the registry.'
      )
    ];
  return [];
}

function checkRestart(container: Container): readonly RuleFinding[] {
  const policy = own(container.record, 'restartPolicy');
  if (!isRecord(policy)) return [];
  const findings: RuleFinding[] = [];
  const period = numberOf(policy, 'restartAttemptPeriod');
  if (period !== undefined && (period < 60 || period > 1800)) {
    const what = `restartAttemptPeriod is from 60 to 1800 seconds, got ${period}.`;
    findings.push(
      error(
        RESTART_POLICY,
        inContainer(container, 'restartPolicy', 'restartAttemptPeriod'),
        what,
        'Leave it out for 300.'
      )
    );
  }
  const codes = own(policy, 'ignoredExitCodes');
  if (Array.isArray(codes) && codes.length > MAX_EXIT_CODES) {
    const what = `ignoredExitCodes has ${codes.length} codes; ECS takes at most ${MAX_EXIT_CODES}.`;
    findings.push(
      error(
        RESTART_POLICY,
        inContainer(container, 'restartPolicy', 'ignoredExitCodes'),
        what,
        'Keep those that matter.'
      )
    );
  }
  return findings;
}

function checkTimeouts({ isFargate }: RuleContext, container: Container): readonly RuleFinding[] {
  if (!isFargate) return [];
  return ['startTimeout', 'stopTimeout'].flatMap(member => {
    const seconds = numberOf(container.record, member);
    if (seconds === undefined || (seconds >= 2 && seconds <= 120)) return [];
    const what = `On Fargate ${member} is from 2 to 120 seconds, got ${seconds}.`;
    return [error(TIMEOUT_RANGE, inContainer(container, member), what, 'Set it within these bounds.')];
  });
}

function checkCredentialSpecs(container: Container): readonly RuleFinding[] {
  const specs = textsOf(container.record, 'credentialSpecs');
  const path = inContainer(container, 'credentialSpecs');
  if (specs.length > 1)
    return [error(CREDENTIAL_SPEC, path, `credentialSpecs has ${specs.length} entries; ECS takes one.`, 'Keep one.')];
  const odd = specs.find(spec => !/^credentialspec(?:domainless)?:/.test(spec));
  if (odd === undefined) return [];
  return [
    warning(
      CREDENTIAL_SPEC,
      path,
      `${quote(odd)} starts with neither credentialspec: nor credentialspecdomainless:.`,
      'Write one of the two before the ARN.'
    )
  ];
}
