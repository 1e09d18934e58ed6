import { at, textAt, textsAt } from './json-at';

/** What policy statements grant, as far as a reader needs it. */
export interface Granted {
  /** ARNs of entries whose value may be read. */
  readonly entries: readonly string[];
  /** ARNs of entries whose tags may be read. */
  readonly tags: readonly string[];
  /** Keys that may decrypt through Secrets Manager: ARNs and aliases. */
  readonly keys: readonly string[];
  /** Whatever else is granted, in words. */
  readonly others: readonly string[];
}

export function grantedBy(statements: readonly unknown[]): Granted {
  const read = statements.map(grantOf);
  return {
    entries: read.flatMap(({ entries }) => entries),
    tags: read.flatMap(({ tags }) => tags),
    keys: read.flatMap(({ keys }) => keys),
    others: read.flatMap(({ others }) => others),
  };
}

// --- internal ---

const nothing: Granted = { entries: [], tags: [], keys: [], others: [] };

function grantOf(statement: unknown): Granted {
  const actions = textsAt(statement, 'Action');
  const resources = textsAt(statement, 'Resource');
  const [action = 'nothing that can be read'] = actions;
  if (textAt(statement, 'Effect') !== 'Allow' || actions.length !== 1) {
    return { ...nothing, others: [`${actions.join(', ')} on ${resources.join(', ')}`] };
  }
  if (action === 'secretsmanager:GetSecretValue') {
    const wide = resources.filter((arn) => /\*|\?(?!\?*$)/.test(arn));
    return { ...nothing, entries: resources, others: wide.map((arn) => `${action} on every entry that ${arn} means`) };
  }
  if (action === 'secretsmanager:DescribeSecret') {
    const wide = resources.filter((arn) => /\*|\?(?!\?*$)/.test(arn));
    return { ...nothing, tags: resources, others: wide.map((arn) => `${action} on every entry that ${arn} means`) };
  }
  if (action === 'ssm:GetParameter') {
    const wide = resources.filter((arn) => /[*?]/.test(arn));
    return {
      ...nothing,
      entries: resources,
      others: wide.map((arn) => `${action} on every parameter that ${arn} means`),
    };
  }
  if (action === 'kms:Decrypt') return keysOf(statement, resources);
  return { ...nothing, others: [`${action} on ${resources.join(', ')}`] };
}

/**
 * A key by its ARN, or every key of a place with the alias as a condition; through Secrets Manager only.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
function keysOf(statement: unknown, resources: readonly string[]): Granted {
  const service = textAt(statement, 'Condition', 'StringEquals', 'kms:ViaService') ?? '';
  if (!/^(secretsmanager|ssm)\./.test(service)) {
    return { ...nothing, others: ['kms:Decrypt outside its service: it lacks the condition kms:ViaService'] };
  }
  const any = at(statement, 'Condition', 'ForAnyValue:StringEquals');
  const aliases = textsAt(any, 'kms:ResourceAliases');
  const wide = resources.filter((arn) => arn.includes('*'));
  if (wide.length === 0) return { ...nothing, keys: resources };
  if (aliases.length === 0) return { ...nothing, others: [`kms:Decrypt on ${wide.join(', ')}`] };
  return { ...nothing, keys: [...resources.filter((arn) => !arn.includes('*')), ...aliases] };
}
