import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import project from '../../environments';
import { renderTemplates } from '../../lib/aws';
import type { Plan, PlannedEntry, PlannedRole } from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { everything, pushing } from '../aws/sample-plans';
import { type Reader, readersOf } from '../readers';
import { allActions, mayAssume, mayDo, type Wish } from './iam';
import { type RoleDocuments, roleDocuments } from './role-documents';
import { someProject } from './some-project';
import { allHolders, rightHolders } from './token-holders';

/*
 * Another program's opinion of our policies: @cloud-copilot/iam-simulate reads the templates and knows nothing of the
 * plan.
 */

const READ = 'secretsmanager:GetSecretValue';
const WRITES = [
  'secretsmanager:CreateSecret',
  'secretsmanager:DeleteResourcePolicy',
  'secretsmanager:DescribeSecret',
  READ,
  'secretsmanager:PutSecretValue',
  'secretsmanager:TagResource',
  'secretsmanager:UntagResource',
];
const shipped = buildPlan(project);

describe.each(shipped.roles.map((role) => [role.id, role] as const))('%s', (_arn, role) => {
  const reader = findReader(shipped, role);
  const documents = roleDocuments(role, shippedTemplate(role));

  test('reads what its syncs read, and no other entry', async () => {
    expect(reader.entries).not.toEqual([]);
    await expectReads(shipped, reader, documents);
  });

  test('reads no entry of a name that begins or ends alike, of another account or of another region', async () => {
    for (const arn of reader.entries.flatMap(alikeTo)) {
      expect([arn, await mayDo({ action: READ, resource: arn }, accountOf(role), documents.policies)]).toEqual([
        arn,
        false,
      ]);
    }
  });

  test('may do nothing else of all that there is on AWS', async () => {
    // Everybody may ask who they are. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    expect(await allowedOf(await allActions(), role, documents)).toEqual([READ, 'sts:GetCallerIdentity']);
  });

  test('is assumed with the tokens of its ServiceAccount, and with no others', async () => {
    await expectTrust(shipped, role, documents);
  });
});

describe('of entries with keys of their own', () => {
  const plan = everything();
  const [role] = plan.roles;
  const { policies } = roleDocuments(role!, renderTemplates(plan).find(({ stack }) => stack === role!.stack)!.template);
  const [alias, arn] = plan.kmsKeys.map((key) => key.arn ?? key.alias!).sort();
  const decrypts = (resource: string, context: Wish['context'] = {}) =>
    mayDo({ action: 'kms:Decrypt', resource, context }, accountOf(role!), policies);
  const through = (service: string) => ({ 'kms:ViaService': `${service}.eu-west-1.amazonaws.com` });
  const [own, other] = [arn!, arn!.replace(/.$/, '0')];

  test('a reader decrypts with them through Secrets Manager', async () => {
    expect(await decrypts(own, through('secretsmanager'))).toBe(true);
    expect(await decrypts(other, { ...through('secretsmanager'), 'kms:ResourceAliases': [alias!] })).toBe(true);
  });

  test('a reader decrypts nothing by itself, nothing through another service, and nothing with another key', async () => {
    expect(await decrypts(own)).toBe(false);
    expect(await decrypts(own, through('s3'))).toBe(false);
    expect(await decrypts(other, through('secretsmanager'))).toBe(false);
    expect(await decrypts(other, { ...through('secretsmanager'), 'kms:ResourceAliases': ['alias/other'] })).toBe(false);
  });
});

describe('of entries that are pushed', () => {
  const plan = pushing();
  const templates = new Map(renderTemplates(plan).map(({ stack, template }) => [stack, template]));
  const of = (name: string) => {
    const role = plan.roles.find((one) => one.name === name)!;
    return { role, documents: roleDocuments(role, templates.get(role.stack)!) };
  };
  const [writer, reader] = [of('shop-staging-external-secrets-push'), of('shop-staging-external-secrets')];
  const arnOf = (id: string) => secretOf(plan.entries.find(({ entry }) => entry === id)!);
  const may = ({ role, documents }: typeof writer, action: string, resource: string, context: Wish['context'] = {}) =>
    mayDo({ action, resource, context }, accountOf(role), documents.policies);

  test.each(WRITES)('who pushes may %s of them, and of no other entry', async (action) => {
    expect(await may(writer, action, arnOf('certificate'))).toBe(true);
    const others = [arnOf('app'), ...alikeTo(plan.entries.find(({ entry }) => entry === 'certificate')!)];
    for (const other of others) expect([other, await may(writer, action, other)]).toEqual([other, false]);
  });

  test('who pushes deletes what goes with its push, and nothing else', async () => {
    expect(await may(writer, 'secretsmanager:DeleteSecret', arnOf('token'))).toBe(true);
    expect(await may(writer, 'secretsmanager:DeleteSecret', arnOf('certificate'))).toBe(false);
  });

  test('who pushes may do nothing else of all that there is on AWS', async () => {
    const expected = [...WRITES, 'secretsmanager:DeleteSecret', 'sts:GetCallerIdentity'].sort();
    expect((await allowedOf(await allActions(), writer.role, writer.documents)).sort()).toEqual(expected);
  });

  test('who reads them writes nothing', async () => {
    expect(await may(reader, READ, arnOf('certificate'))).toBe(true);
    for (const action of WRITES.filter((one) => one !== READ)) {
      expect([action, await may(reader, action, arnOf('certificate'))]).toEqual([action, false]);
    }
  });

  test('who pushes encrypts with their key, through Secrets Manager only', async () => {
    const key = plan.kmsKeys.find(({ arn }) => arn !== undefined)!.arn!;
    const through = (service: string) => ({ 'kms:ViaService': `${service}.eu-west-1.amazonaws.com` });
    for (const action of ['kms:GenerateDataKey', 'kms:Decrypt']) {
      expect(await may(writer, action, key, through('secretsmanager'))).toBe(true);
      expect(await may(writer, action, key, through('s3'))).toBe(false);
      expect(await may(writer, action, key.replace(/.$/, '0'), through('secretsmanager'))).toBe(false);
    }
  });
});

test('whatever the catalogue, each role reads what its syncs read and is assumed by its ServiceAccount, no more', async () => {
  const ofSecretsManager = (await allActions()).filter((action) => action.startsWith('secretsmanager:'));
  const property = fc.asyncProperty(someProject(), async (some) => {
    const plan = buildPlan(some);
    expect(plan.problems).toEqual([]);
    const templates = new Map(renderTemplates(plan).map(({ stack, template }) => [stack, template]));
    for (const reader of readersOf(plan)) {
      const documents = roleDocuments(reader.role, templates.get(reader.role.stack)!);
      await expectReads(plan, reader, documents);
      expect(await allowedOf(ofSecretsManager, reader.role, documents)).toEqual([READ]);
      await expectTrust(plan, reader.role, documents);
    }
  });
  await fc.assert(property, { numRuns: 10 });
});

// --- internal ---

function shippedTemplate({ home, stack }: PlannedRole): object {
  return JSON.parse(readFileSync(join(__dirname, '../../dist/aws', home, `${stack}.template.json`), 'utf8')) as object;
}

function findReader(plan: Plan, { id }: PlannedRole): Reader {
  const found = readersOf(plan).find(({ role }) => role.id === id);
  if (!found) throw new Error(`nobody reads as ${id}`);
  return found;
}

const accountOf = ({ id }: Pick<PlannedRole, 'id'>): string => id.split(':')[4]!;

/** Of each entry of the plan: whether the role may read it, and whether it should. */
async function expectReads(plan: Plan, { role, entries }: Reader, { policies }: RoleDocuments): Promise<void> {
  const own = entries.map(({ arn }) => arn);
  for (const entry of plan.entries.filter(({ arn }) => arn !== undefined)) {
    const allowed = await mayDo({ action: READ, resource: secretOf(entry) }, accountOf(role), policies);
    expect([entry.id, allowed]).toEqual([entry.id, own.includes(entry.arn)]);
  }
}

/** What the role may do on anything at all. */
async function allowedOf(
  actions: readonly string[],
  role: PlannedRole,
  { policies }: RoleDocuments,
): Promise<string[]> {
  const allowed = [];
  for (const action of actions) {
    if (await mayDo({ action, resource: '*' }, accountOf(role), policies)) allowed.push(action);
  }
  return allowed;
}

/** The ARN of a secret that has this entry's name: AWS chooses the end. */
const secretOf = ({ arn }: PlannedEntry): string => arn!.replace('??????', 'AbCdEf');

function alikeTo(entry: PlannedEntry): string[] {
  const own = secretOf(entry);
  const [, , , region, account] = own.split(':');
  return [
    own.replace(/-(\w{6})$/, '-next-$1'),
    own.replace(/-(\w{6})$/, 'x-$1'),
    own.replace(/.-(\w{6})$/, '-$1'),
    own.replace(/-(\w{6})$/, '-$1G'),
    own.replace(':secret:', ':secret:before/'),
    own.replace(`:${account}:`, ':999999999999:'),
    own.replace(`:${region}:`, ':ap-south-1:'),
  ];
}

/** Of whoever may come with a token: whether the role lets him in, and whether it should. */
async function expectTrust(plan: Plan, role: PlannedRole, { trust }: RoleDocuments): Promise<void> {
  const right = rightHolders(plan, role);
  expect(right).not.toEqual([]);
  for (const holder of [...right, ...allHolders(plan, role)]) {
    const should = right.some((one) => isDeepStrictEqual(one, holder));
    expect([holder, await mayAssume(role.id, trust, holder)]).toEqual([holder, should]);
  }
}
