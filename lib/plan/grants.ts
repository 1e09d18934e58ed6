import type { BackendKind, GrantStatement, PlannedEntry, PlannedKmsKey } from '../model';
import { anyKeyArn, type Place, serviceSuffix } from './names';

/** A managed policy holds 6,144 characters. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const POLICY_SIZE_LIMIT = 6144;
/** ARNs of one statement: leaves room for the rest of it. */
const STATEMENT_SIZE_LIMIT = 5800;

export interface Granted {
  readonly entries: ReadonlyMap<string, PlannedEntry>;
  readonly kmsKeys: ReadonlyMap<string, PlannedKmsKey>;
}

/**
 * What reading these entries takes: `data` and `dataFrom.extract` call one action and no other, which is another one for
 * tags.
 * @see https://external-secrets.io/latest/provider/aws-secrets-manager/
 * @see https://external-secrets.io/latest/provider/aws-parameter-store/
 */
export function grantStatements(
  read: { readonly values: readonly string[]; readonly tags: readonly string[]; readonly found: readonly string[] },
  granted: Granted,
  place: Place,
): GrantStatement[] {
  const found = (ids: readonly string[]) => ids.flatMap((id) => granted.entries.get(id) ?? []);
  const isFound = ({ arn = '' }: PlannedEntry) => read.found.some((below) => arn.startsWith(beginningOf(below)));
  const entries = found(read.values);
  const encrypted = [...entries, ...[...granted.entries.values()].filter(isFound)];
  return [
    ...valueStatements(entries, encrypted, granted, place),
    ...tagStatements(found(read.tags)),
    ...findStatements(read.found.filter((arn) => !isParameter(arn))),
    ...findParametersStatements(read.found.filter(isParameter)),
  ];
}

/** Statements in order, in as few policies as the size limit allows. */
export function packStatements(statements: readonly GrantStatement[]): GrantStatement[][] {
  const policies: GrantStatement[][] = [];
  for (const statement of statements) {
    const last = policies.at(-1);
    if (last && sizeOf([...last, statement]) <= POLICY_SIZE_LIMIT) last.push(statement);
    else policies.push([statement]);
  }
  return policies;
}

// --- internal ---

function valueStatements(
  entries: readonly PlannedEntry[],
  encrypted: readonly PlannedEntry[],
  granted: Granted,
  place: Place,
): GrantStatement[] {
  return SERVICES.flatMap(({ backend, ...service }) => {
    const own = entries.filter((entry) => entry.backend === backend);
    const arns = own.flatMap((entry) => entry.arn ?? []);
    return [
      ...inChunks([...new Set(arns)].sort()).map((Resource, at) => readStatement(service, Resource, at)),
      ...distinctKeys(
        encrypted.filter((entry) => entry.backend === backend),
        granted,
      ).map((key, at) => decryptStatement(service, key, at, place)),
    ];
  });
}

/** Tags are not encrypted. @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html */
const tagStatements = (entries: readonly PlannedEntry[]): GrantStatement[] =>
  inChunks(entries.flatMap((entry) => entry.arn ?? [])).map((Resource, at) => ({
    Sid: numbered('ReadTags', at),
    Effect: 'Allow',
    Action: ['secretsmanager:DescribeSecret'],
    Resource,
  }));

/**
 * Finding below a path: the list is of all, the values are of what is below the path.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html
 * @see https://github.com/external-secrets/external-secrets/blob/v0.20.4/pkg/provider/aws/secretsmanager/secretsmanager.go
 */
function findStatements(arns: readonly string[]): GrantStatement[] {
  if (arns.length === 0) return [];
  const listing = ['secretsmanager:BatchGetSecretValue', 'secretsmanager:ListSecrets'];
  return [
    { Sid: 'ListEntries', Effect: 'Allow', Action: listing, Resource: ['*'] },
    ...inChunks(arns).map((Resource, at) => readStatement(FINDING, Resource, at)),
  ];
}

/**
 * Finding parameters: by name a whole path is read at once, by tags they are listed and read one by one.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
 * @see https://github.com/external-secrets/external-secrets/blob/v0.20.4/pkg/provider/aws/parameterstore/parameterstore.go
 */
function findParametersStatements(arns: readonly string[]): GrantStatement[] {
  const paths = arns.filter((arn) => !arn.endsWith('*'));
  const listed = arns.filter((arn) => arn.endsWith('*'));
  return [
    ...inChunks(paths).map((Resource, at) => readStatement(PATHS, Resource, at)),
    ...(listed.length > 0
      ? [{ Sid: 'ListParameters', Effect: 'Allow', Action: ['ssm:DescribeParameters'], Resource: ['*'] } as const]
      : []),
    ...inChunks(listed).map((Resource, at) => readStatement(FOUND_PARAMETERS, Resource, at)),
  ];
}

const isParameter = (arn: string): boolean => arn.split(':')[2] === 'ssm';

/** How the ARNs of what is found begin. */
const beginningOf = (below: string): string => (below.endsWith('*') ? below.slice(0, -1) : `${below}/`);

const PATHS: Service = { name: 'ssm', action: 'ssm:GetParametersByPath', entries: 'ParametersByPath' };
const FOUND_PARAMETERS: Service = { name: 'ssm', action: 'ssm:GetParameter', entries: 'FoundParameters' };

const FINDING: Service = { name: 'secretsmanager', action: 'secretsmanager:GetSecretValue', entries: 'Found' };

interface Service {
  readonly name: string;
  readonly action: string;
  /** What its entries are called in a Sid. */
  readonly entries: string;
}

const SERVICES: readonly (Service & { readonly backend: BackendKind })[] = [
  {
    backend: 'secretsManager',
    name: 'secretsmanager',
    action: 'secretsmanager:GetSecretValue',
    entries: 'Entries',
  },
  { backend: 'parameterStore', name: 'ssm', action: 'ssm:GetParameter', entries: 'Parameters' },
];

const numbered = (text: string, at: number): string => `${text}${at === 0 ? '' : at + 1}`;

const readStatement = ({ action, entries }: Service, Resource: readonly string[], at: number): GrantStatement => ({
  Sid: numbered(`Read${entries}`, at),
  Effect: 'Allow',
  Action: [action],
  Resource,
});

const sizeOf = (Statement: readonly GrantStatement[]): number =>
  JSON.stringify({ Version: '2012-10-17', Statement }).length;

/**
 * The key through its service only. A policy takes no alias as a resource: an alias is a condition on every key.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
function decryptStatement({ name, entries }: Service, key: PlannedKmsKey, at: number, place: Place): GrantStatement {
  return {
    Sid: numbered(`Decrypt${entries}`, at),
    Effect: 'Allow',
    Action: ['kms:Decrypt'],
    Resource: [key.arn ?? anyKeyArn(place)],
    Condition: {
      StringEquals: { 'kms:ViaService': `${name}.${place.region}.${serviceSuffix(place.partition)}` },
      ...(key.arn === undefined && { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': key.alias ?? '' } }),
    },
  };
}

/** The keys of these entries: one that two systems share is one key. */
function distinctKeys(entries: readonly PlannedEntry[], { kmsKeys }: Granted): PlannedKmsKey[] {
  const keys = entries.flatMap((entry) => kmsKeys.get(entry.kmsKey ?? '') ?? []);
  const byName = new Map(keys.map((key) => [key.arn ?? key.alias ?? key.id, key]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key);
}

function inChunks(arns: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let size = 0;
  for (const arn of arns) {
    const cost = arn.length + 3;
    if (chunks.length === 0 || size + cost > STATEMENT_SIZE_LIMIT) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)!.push(arn);
    size += cost;
  }
  return chunks;
}
