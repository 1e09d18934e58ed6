import type { Plan, PlannedRole } from '../../lib/model';
import type { TokenHolder } from './iam';

const AUDIENCE = 'sts.amazonaws.com';

/** Who should be let in by a role: its ServiceAccount, on each cluster of its home. */
export function rightHolders(plan: Plan, role: PlannedRole): TokenHolder[] {
  const clusters = plan.environments.find(({ id }) => id === role.home)?.clusters;
  const own = plan.clusters.filter(({ id, home }) => (clusters ? clusters.includes(id) : home === role.home));
  const accounts = plan.serviceAccounts.filter(({ roleArn }) => roleArn === role.id);
  return own.flatMap(({ oidcIssuer }) =>
    accounts.map(({ namespace, name }) => ({
      provider: providerOf(role, oidcIssuer!),
      subject: subjectOf(namespace, name),
      audience: AUDIENCE,
    })),
  );
}

/** Whoever else may come: every ServiceAccount of every cluster of the plan, their like, and for other services. */
export function allHolders(plan: Plan, role: PlannedRole): TokenHolder[] {
  const providers = [...plan.clusters.map(({ oidcIssuer }) => oidcIssuer!), 'oidc.example/id/OTHER'].map((issuer) =>
    providerOf(role, issuer),
  );
  const subjects = plan.serviceAccounts.flatMap(({ namespace, name, roleArn }) => [
    subjectOf(namespace, name),
    ...(roleArn === role.id ? likeOf(namespace, name) : []),
  ]);
  return providers.flatMap((provider) =>
    [...new Set(subjects)].flatMap((subject) =>
      [AUDIENCE, 'sts.example'].map((audience) => ({ provider, subject, audience })),
    ),
  );
}

// --- internal ---

const providerOf = ({ id }: PlannedRole, issuer: string): string => {
  const [, partition, , , account] = id.split(':');
  return `arn:${partition}:iam::${account}:oidc-provider/${issuer}`;
};

const likeOf = (namespace: string, name: string): string[] => [
  subjectOf(namespace, `${name}-2`),
  subjectOf(`${namespace}-2`, name),
  subjectOf(namespace, 'default'),
  subjectOf(namespace, '*'),
];

const subjectOf = (namespace: string, name: string): string => `system:serviceaccount:${namespace}:${name}`;
