import { integer, list, string, structure } from '../server/decode.js';
import { AwsFault, toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { makeEcrRepository } from './make-repository.js';
import { cutPage, ECR, invalidParameter, REGISTRY, type CreationTemplate, type EcrRepository } from './state.js';

/** The template for every repository that no other template is for. */
const ROOT = 'ROOT';

const readTemplate = structure({
  prefix: string,
  description: string,
  encryptionConfiguration: structure({ encryptionType: string, kmsKey: string }),
  resourceTags: list(structure({ Key: string, Value: string })),
  imageTagMutability: string,
  imageTagMutabilityExclusionFilters: list(structure({ filterType: string, filter: string })),
  repositoryPolicy: string,
  lifecyclePolicy: string,
  appliedFor: list(string),
  customRoleArn: string
});

/** The template for a repository: that of the longest prefix, else the one for all others. */
function findTemplate(registry: RegionState, name: string): CreationTemplate | undefined {
  const { templates } = registry.part(REGISTRY);
  const [longest] = [...templates.values()]
    .filter(({ prefix }) => name.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`))
    .sort((one, other) => other.prefix.length - one.prefix.length);
  return longest ?? templates.get(ROOT);
}

/** Makes a repository as its template for CREATE_ON_PUSH says; undefined where there is none. */
export function createOnPush(registry: RegionState, name: string, now: number): EcrRepository | undefined {
  const template = findTemplate(registry, name);
  if (template === undefined || !template.appliedFor.includes('CREATE_ON_PUSH')) return undefined;
  const made = makeEcrRepository(registry, name, now, {
    imageTagMutability: template.imageTagMutability,
    imageTagMutabilityExclusionFilters: template.imageTagMutabilityExclusionFilters,
    encryptionConfiguration: template.encryptionConfiguration,
    tags: template.resourceTags,
    imageScanningConfiguration: undefined
  });
  made.policy = template.repositoryPolicy;
  made.lifecyclePolicy = template.lifecyclePolicy;
  registry.part(ECR).set(name, made);
  return made;
}

/** The operations on repository creation templates. */
export const templateOperations: Readonly<Record<string, Operation>> = {
  CreateRepositoryCreationTemplate: operation(readTemplate, (input, { region, now }) => {
    const { prefix = '', appliedFor = [] } = input;
    const { templates } = region.part(REGISTRY);
    if (appliedFor.length === 0) {
      throw invalidParameter(
        "Invalid parameter at 'appliedFor' failed to satisfy constraint: 'Member must have length greater than or equal to 1'"
      );
    }
    if (templates.has(prefix)) {
      throw new AwsFault(
        'TemplateAlreadyExistsException',
        `The repository creation template with prefix '${prefix}' already exists in the registry with id '${region.account}'`
      );
    }
    const at = toEpochSeconds(now);
    const template = { imageTagMutability: 'MUTABLE', ...input, prefix, appliedFor, createdAt: at, updatedAt: at };
    templates.set(prefix, template);
    return { registryId: region.account, repositoryCreationTemplate: template };
  }),

  DescribeRepositoryCreationTemplates: operation(
    structure({ prefixes: list(string), nextToken: string, maxResults: integer }),
    (input, { region }) => {
      const { templates } = region.part(REGISTRY);
      // API_DescribeRepositoryCreationTemplates has no error for a prefix without a template.
      const wanted = (input.prefixes ?? []).flatMap(prefix => templates.get(prefix) ?? []);
      const { page, nextToken } = cutPage(
        (input.prefixes ?? []).length === 0 ? [...templates.values()] : wanted,
        input.nextToken,
        input.maxResults
      );
      return { registryId: region.account, repositoryCreationTemplates: page, nextToken };
    }
  ),

  DeleteRepositoryCreationTemplate: operation(structure({ prefix: string }), (input, { region }) => {
    const { templates } = region.part(REGISTRY);
    const template = templates.get(input.prefix ?? '');
    if (template === undefined) {
      throw new AwsFault(
        'TemplateNotFoundException',
        `The repository creation template with prefix '${input.prefix ?? ''}' does not exist in the registry with id '${region.account}'`
      );
    }
    templates.delete(template.prefix);
    return { registryId: region.account, repositoryCreationTemplate: template };
  })
};
