import { defineScalarTag, defineSequenceTag, load, CORE_SCHEMA } from 'js-yaml';

/** What a template is made of once it is read: functions are objects with their long name, `{ 'Fn::Sub': … }`. */
export type Shape = Readonly<Record<string, unknown>>;

const long = (name: string): string => (name === 'Ref' ? name : `Fn::${name}`);
const SCHEMA = CORE_SCHEMA.withTags(
  ['Ref', 'Sub', 'GetAtt'].map(name =>
    defineScalarTag<Shape>(`!${name}`, { resolve: text => ({ [long(name)]: text }), identify: () => false })
  ),
  ['Sub', 'If', 'Equals', 'Not', 'Select', 'Split'].map(name =>
    defineSequenceTag<unknown[], Shape>(`!${name}`, {
      create: () => [],
      addItem: (list, item) => void list.push(item),
      finalize: list => ({ [long(name)]: list }),
      identify: () => false
    })
  )
);

interface Resource {
  readonly type: string;
  readonly properties: Shape;
}

/** A template as CloudFormation sees it with these parameters: functions carried out, resources whose condition is false left out. */
export interface Stack {
  readonly parameters: Shape;
  readonly resources: Readonly<Record<string, Resource>>;
}

const ABSENT = Symbol('AWS::NoValue');
const PSEUDO: Readonly<Record<string, unknown>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'ap-northeast-2',
  'AWS::AccountId': '123456789012',
  'AWS::StackName': 'the-stack',
  'AWS::NoValue': ABSENT
};

/** Parameters that have no default get a value of their pattern's kind. */
const EXAMPLES: Readonly<Record<string, unknown>> = {
  ConnectionArn: 'arn:aws:codeconnections:ap-northeast-2:123456789012:connection/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9',
  RepositoryId: 'shop/web',
  ProductionListenerArn: 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:listener/app/web/0123/4567',
  BlueTargetGroupName: 'blue',
  GreenTargetGroupName: 'green'
};

/** The template as it is written. */
export function readTemplate(text: string): Shape {
  return load(text, { schema: SCHEMA }) as Shape;
}

export function makeStack(text: string, given: Shape = {}): Stack {
  const template = readTemplate(text);
  const declared = template['Parameters'] as Readonly<Record<string, Shape>>;
  const parameters = Object.fromEntries(
    Object.entries(declared).map(([name, { Default }]) => [
      name,
      given[name] ?? Default ?? EXAMPLES[name] ?? `the-${name}`
    ])
  );
  const conditions = template['Conditions'] as Shape;
  const declaredResources = template['Resources'] as Readonly<Record<string, Shape>>;
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter(item => item !== ABSENT);
    if (typeof value !== 'object' || value === null) return value;
    const [[name, argument] = []] = Object.entries(value);
    const list = Array.isArray(argument) ? (argument as unknown[]) : [];
    switch (name) {
      case 'Ref':
        return look(String(argument));
      case 'Fn::GetAtt':
        return `<${String(argument)}>`;
      case 'Fn::Sub': {
        const own = (list[1] ?? {}) as Shape;
        const written = String(list[0] ?? argument);
        return written.replace(/\$\{([^}]+)\}/g, (_, key: string) => {
          if (key.startsWith('!')) return `\${${key.slice(1)}}`;
          if (key in own) return String(resolve(own[key]));
          return String(key.includes('.') ? `<${key}>` : look(key));
        });
      }
      case 'Fn::If':
        return resolve(holds(String(list[0])) ? list[1] : list[2]);
      case 'Fn::Select':
        return (resolve(list[1]) as unknown[])[Number(list[0])];
      case 'Fn::Split':
        return String(resolve(list[1])).split(String(list[0]));
      default:
        return Object.fromEntries(
          Object.entries(value)
            .map(([key, member]) => [key, resolve(member)] as const)
            .filter(([, member]) => member !== ABSENT)
        );
    }
  };
  const look = (name: string): unknown => {
    if (name in PSEUDO) return PSEUDO[name];
    if (name in parameters) return parameters[name];
    if (name in declaredResources) return `<${name}>`;
    throw new Error(`Nothing in the template is called ${name}.`);
  };
  const holds = (name: string): boolean => evaluate(conditions[name]);
  const evaluate = (condition: unknown): boolean => {
    const [[name, argument] = []] = Object.entries(condition as Shape);
    const list = argument as readonly unknown[];
    if (name === 'Fn::Not') return !evaluate(list[0]);
    if (name === 'Fn::Equals') return resolve(list[0]) === resolve(list[1]);
    throw new Error(`${String(name)} is no function of conditions here.`);
  };
  const resources = Object.entries(declaredResources)
    .filter(([, { Condition }]) => typeof Condition !== 'string' || holds(Condition))
    .map(([name, { Type, Properties }]) => [name, { type: String(Type), properties: resolve(Properties) as Shape }]);
  return { parameters, resources: Object.fromEntries(resources) as Readonly<Record<string, Resource>> };
}

/** The only resource of a type. */
export function findResource(stack: Stack, type: string): Shape {
  const found = Object.values(stack.resources).filter(resource => resource.type === type);
  if (found.length !== 1) throw new Error(`There are ${found.length} resources of the type ${type}.`);
  return (found[0] as Resource).properties;
}

export interface Action {
  readonly stage: string;
  readonly name: string;
  readonly provider: string;
  readonly category: string;
  readonly configuration: Readonly<Record<string, string>>;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** The actions of a pipeline in their order. */
export function listActions(pipeline: Shape): readonly Action[] {
  const names = (list: unknown): readonly string[] =>
    ((list ?? []) as readonly { readonly Name: string }[]).map(({ Name }) => Name);
  return (pipeline['Stages'] as readonly Shape[]).flatMap(stage =>
    (stage['Actions'] as readonly Shape[]).map(action => {
      const type = action['ActionTypeId'] as Readonly<Record<string, string>>;
      return {
        stage: String(stage['Name']),
        name: String(action['Name']),
        provider: type['Provider'] ?? '',
        category: type['Category'] ?? '',
        configuration: action['Configuration'] as Readonly<Record<string, string>>,
        inputs: names(action['InputArtifacts']),
        outputs: names(action['OutputArtifacts'])
      };
    })
  );
}
