import type { OutputCheck } from './check';
import { outputPlacesOf } from './support/output-places';
import { isOnAws, readingOf } from './support/who-reads';
import { quoted, REPORT_IT } from './support/words';

/** @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
export const annotatedRolesExist: OutputCheck = {
  code: 'annotated-roles-exist',
  severity: 'error',
  summary:
    'Every ServiceAccount that a store of AWS names is annotated with a role, and that is in a template of its account.',
  *run(written, plan, at) {
    const places = outputPlacesOf(plan, at);
    const reading = readingOf(written, plan, at);
    const named = new Set(written.stores.filter(isOnAws).map(reading.serviceAccountOf));
    for (const account of written.serviceAccounts) {
      if (account.roleArn === undefined && !named.has(account)) continue;
      if (account.roleArn !== undefined && reading.roleOf(account.roleArn)) continue;
      yield {
        path: places.serviceAccount(account),
        message:
          account.roleArn === undefined
            ? `${account.file} has no annotation "eks.amazonaws.com/role-arn"`
            : `${account.file} stands for the role ${quoted(account.roleArn)}, which is in no template`,
        mend: REPORT_IT,
      };
    }
  },
};
