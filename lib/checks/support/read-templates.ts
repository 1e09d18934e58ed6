import type { TemplateFile } from '../../model';
import { at, listAt, recordAt, textAt } from './json-at';
import { homeOf } from './read-manifests';

/** A resource in a template. */
export interface WrittenResource {
  readonly home: string;
  readonly file: string;
  readonly stack: string;
  readonly logicalId: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Whether it stays when the stack goes or a new one takes its place. */
  readonly isRetained: boolean;
}

/** A secret of Secrets Manager. */
export interface WrittenEntry extends WrittenResource {
  readonly name: string;
  /** The ARN or alias of a customer-managed key. */
  readonly kmsKey?: string;
}

export interface WrittenPolicy extends WrittenResource {
  readonly name: string;
  readonly statements: readonly unknown[];
}

export interface WrittenRole extends WrittenResource {
  readonly name: string;
  /** With its path, as an ARN ends: `/readers/shop`. */
  readonly fullName: string;
  readonly trust: readonly unknown[];
  readonly policies: readonly WrittenPolicy[];
}

export interface Templates {
  readonly entries: readonly WrittenEntry[];
  /** KMS keys and their aliases. */
  readonly kmsKeys: readonly WrittenResource[];
  readonly roles: readonly WrittenRole[];
  /** Those that no role has: a person attaches them. */
  readonly loosePolicies: readonly WrittenPolicy[];
}

export function readTemplates(files: readonly TemplateFile[]): Templates {
  const read = files.map(readTemplate);
  return {
    entries: read.flatMap(({ entries }) => entries),
    kmsKeys: read.flatMap(({ kmsKeys }) => kmsKeys),
    roles: read.flatMap(({ roles }) => roles),
    loosePolicies: read.flatMap(({ loosePolicies }) => loosePolicies),
  };
}

// --- internal ---

function readTemplate(file: TemplateFile): Templates {
  const aliases = aliasesByKey(file);
  const policies = new Map(ofType(file, 'AWS::IAM::ManagedPolicy').map((it) => [it.logicalId, readPolicy(it)]));
  const roles = ofType(file, 'AWS::IAM::Role').map((it) => readRole(it, policies));
  const attached = new Set(roles.flatMap((role) => role.policies));
  return {
    entries: ofType(file, 'AWS::SecretsManager::Secret').map((it) => readEntry(it, aliases)),
    kmsKeys: [...ofType(file, 'AWS::KMS::Key'), ...ofType(file, 'AWS::KMS::Alias')],
    roles,
    loosePolicies: [...policies.values()].filter((policy) => !attached.has(policy)),
  };
}

function ofType({ path, stack, template }: TemplateFile, type: string): WrittenResource[] {
  return Object.entries(recordAt(template, 'Resources'))
    .filter(([, resource]) => textAt(resource, 'Type') === type)
    .map(([logicalId, resource]) => ({
      home: homeOf(path),
      file: path,
      stack,
      logicalId,
      properties: recordAt(resource, 'Properties'),
      isRetained: isRetained(resource),
    }));
}

/** What an interrupted creation takes back has never held anything. */
const isRetained = (resource: unknown): boolean =>
  ['Retain', 'RetainExceptOnCreate'].includes(textAt(resource, 'DeletionPolicy') ?? '') &&
  textAt(resource, 'UpdateReplacePolicy') === 'Retain';

function readEntry(resource: WrittenResource, aliases: ReadonlyMap<string, string>): WrittenEntry {
  const given = at(resource.properties, 'KmsKeyId');
  const kmsKey = typeof given === 'string' ? given : aliases.get(referenced(given) ?? '');
  return {
    ...resource,
    name: textAt(resource.properties, 'Name') ?? '',
    ...(given !== undefined && { kmsKey: kmsKey ?? JSON.stringify(given) }),
  };
}

/** The alias of each key that the template makes. */
function aliasesByKey(file: TemplateFile): Map<string, string> {
  return new Map(
    ofType(file, 'AWS::KMS::Alias').map(({ properties }) => [
      referenced(at(properties, 'TargetKeyId')) ?? '',
      textAt(properties, 'AliasName') ?? '',
    ]),
  );
}

function readPolicy(resource: WrittenResource): WrittenPolicy {
  const { properties } = resource;
  const name = textAt(properties, 'ManagedPolicyName') ?? '';
  return { ...resource, name, statements: listAt(properties, 'PolicyDocument', 'Statement') };
}

function readRole(resource: WrittenResource, policies: ReadonlyMap<string, WrittenPolicy>): WrittenRole {
  const { properties } = resource;
  const name = textAt(properties, 'RoleName') ?? '';
  return {
    ...resource,
    name,
    fullName: `${textAt(properties, 'Path') ?? '/'}${name}`,
    trust: listAt(properties, 'AssumeRolePolicyDocument', 'Statement'),
    policies: listAt(properties, 'ManagedPolicyArns').flatMap((item) => policies.get(referenced(item) ?? '') ?? []),
  };
}

/** The logical id that a `Ref` or `Fn::GetAtt` names. */
function referenced(value: unknown): string | undefined {
  const [first] = listAt(value, 'Fn::GetAtt');
  return textAt(value, 'Ref') ?? (typeof first === 'string' ? first.split('.')[0] : undefined);
}
