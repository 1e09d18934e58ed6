import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html */
export const accountsHaveTwelveDigits: PlanCheck = {
  code: 'accounts-have-twelve-digits',
  severity: 'error',
  summary: 'AWS accounts are twelve digits.',
  *run(plan, at) {
    const clusters = new Map(plan.clusters.map(({ id, account }) => [id, account]));
    for (const [id, account] of clusters) {
      if (account !== undefined && !isAccount(account)) yield { path: at.cluster(id, 'account'), ...flawOf(account) };
    }
    const hosts = new Map(plan.environments.map(({ id, clusters: [host] }) => [id, host]));
    for (const { id, home, account } of plan.backends) {
      const host = hosts.get(home);
      if (account === undefined || isAccount(account) || host === undefined) continue;
      if (account !== clusters.get(host)) yield { path: at.backend(id, 'account'), ...flawOf(account) };
    }
  },
};

// --- internal ---

const isAccount = (text: string): boolean => /^\d{12}$/.test(text);

function flawOf(account: string) {
  if (account === '') {
    return { message: 'no account is known: the cluster is outside AWS', mend: "write the backend's `account`" };
  }
  const digits = account.replace(/\D/g, '');
  return {
    message: `${quoted(account)} is not an AWS account: twelve digits`,
    mend: isAccount(digits) ? `write ${quoted(digits)}` : 'write the twelve digits of the account',
  };
}
