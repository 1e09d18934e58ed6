import { at, textAt, textsAt } from './json-at';

/** What policy statements grant, as far as a reader needs it. */
export interface Granted {
  /** ARNs of entries whose value may be read; one that is found below a path ends in `*`. */
  readonly entries: readonly string[];
  /** ARNs of entries whose tags may be read. */
  readonly tags: readonly string[];
  /** Keys that may decrypt through Secrets Manager: ARNs and aliases. */
  readonly keys: readonly string[];
  /** ARNs of paths whose parameters may all be read at once. */
  readonly paths: readonly string[];
  /** The services whose entries may be listed, which finding takes. */
  readonly lists: readonly string[];
  /** Whatever else is granted, in words. */
  readonly others: readonly string[];
}

export function grantedBy(statements: readonly unknown[]): Granted {
  const read = statements.map(grantOf);
  return {
    entries: read.flatMap(({ entries = [] }) => entries),
    tags: read.flatMap(({ tags = [] }) => tags),
    keys: read.flatMap(({ keys = [] }) => keys),
    paths: read.flatMap(({ paths = [] }) => paths),
    lists: read.flatMap(({ lists = [] }) => lists),
    others: read.flatMap(({ others = [] }) => others),
  };
}

// --- internal ---

/** What finding takes beside reading, by service. */
const LISTING: Readonly<Record<string, string>> = {
  'secretsmanager:BatchGetSecretValue, secretsmanager:ListSecrets on *': 'secretsmanager',
  'ssm:DescribeParameters on *': 'ssm',
};

function grantOf(statement: unknown): Partial<Granted> {
  const actions = textsAt(statement, 'Action');
  const resources = textsAt(statement, 'Resource');
  const words = `${actions.join(', ') || 'nothing that can be read'} on ${resources.join(', ')}`;
  if (textAt(statement, 'Effect') !== 'Allow') return { others: [words] };
  switch (actions.join()) {
    case 'secretsmanager:GetSecretValue':
    case 'ssm:GetParameter':
      return { entries: resources };
    case 'ssm:GetParametersByPath':
      return { paths: resources };
    case 'secretsmanager:DescribeSecret':
      return { tags: resources };
    case 'kms:Decrypt':
      return keysOf(statement, resources);
    default:
      return Object.hasOwn(LISTING, words) ? { lists: [LISTING[words]!] } : { others: [words] };
  }
}

/**
 * A key by its ARN, or every key of a place with the alias as a condition; through Secrets Manager only.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
function keysOf(statement: unknown, resources: readonly string[]): Partial<Granted> {
  const service = textAt(statement, 'Condition', 'StringEquals', 'kms:ViaService') ?? '';
  if (!/^(secretsmanager|ssm)\./.test(service)) {
    return { others: ['kms:Decrypt outside its service: it lacks the condition kms:ViaService'] };
  }
  const any = at(statement, 'Condition', 'ForAnyValue:StringEquals');
  const aliases = textsAt(any, 'kms:ResourceAliases');
  const wide = resources.filter((arn) => arn.includes('*'));
  if (wide.length === 0) return { keys: resources };
  if (aliases.length === 0) return { others: [`kms:Decrypt on ${wide.join(', ')}`] };
  return { keys: [...resources.filter((arn) => !arn.includes('*')), ...aliases] };
}
