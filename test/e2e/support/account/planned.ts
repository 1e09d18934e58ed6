import type { PlannedEntry, PlannedKmsKey, PlannedPolicy, PlannedRole } from '../../../../lib/model';
import type { EnvironmentPlan } from '../environment';

/** What an environment's accounts hold once it is deployed, and nothing else; to be compared with `toEqual`. */
export function plannedContent({ entries, kmsKeys, policies, roles }: EnvironmentPlan) {
  const names = new Map(kmsKeys.map(({ id, alias, arn }) => [id, alias ?? arn]));
  return {
    entries: byName(
      entries.filter(({ managed }) => managed).map((entry) => held(entry, names.get(entry.kmsKey ?? ''))),
    ),
    kmsKeys: byName(kmsKeys.filter(({ managed }) => managed).map(heldKey)),
    policies: byName(policies.map(heldPolicy)),
    roles: byName(roles.map((role) => heldRole(role, policies))),
  };
}

// --- internal ---

const byName = <Held extends { readonly name: string }>(list: readonly Held[]): Held[] =>
  [...list].sort((a, b) => a.name.localeCompare(b.name));

const documentOf = (Statement: unknown) => ({ Version: '2012-10-17', Statement });

const ANY_ID: unknown = expect.stringMatching(/./);

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
const LEFT_TO_IAM = documentOf([
  {
    Sid: expect.any(String) as unknown,
    Effect: 'Allow',
    Principal: { AWS: expect.stringMatching(/^arn:[^:]+:iam::\d{12}:root$/) as unknown },
    Action: 'kms:*',
    Resource: '*',
  },
]);

const held = ({ remoteKey, summary = '', tags, arn = '' }: PlannedEntry, kmsKey: string | undefined) => ({
  id: expect.stringMatching(new RegExp(`^${arn.replaceAll('?', '.')}$`)) as unknown,
  name: remoteKey,
  description: summary,
  kmsKey,
  tags,
});

const heldKey = ({ alias = '', tags }: PlannedKmsKey) => ({
  id: ANY_ID,
  name: alias,
  rotates: true,
  policy: LEFT_TO_IAM,
  tags,
});

const heldPolicy = ({ id, description, statements }: PlannedPolicy) => ({
  id: ANY_ID,
  name: id,
  description,
  document: documentOf(statements),
});

const heldRole = (
  { id, description, trust, permissionsBoundary, tags }: PlannedRole,
  all: readonly PlannedPolicy[],
) => ({
  id: ANY_ID,
  name: id,
  description,
  trust: documentOf(trust),
  policies: all
    .filter(({ role }) => role === id)
    .map((policy) => policy.id)
    .sort(),
  inlinePolicies: [],
  permissionsBoundary,
  tags,
});
