import type { OutputCheck } from './check';
import { recordAt, textAt, textsAt } from './support/json-at';
import { outputPlacesOf } from './support/output-places';
import type { WrittenRole } from './support/read-templates';
import { issuerOf, POD_IDENTITY, trustedSubject } from './support/who-reads';
import { quoted, REPORT_IT } from './support/words';

/** @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
export const roleTrustsOneServiceAccount: OutputCheck = {
  code: 'role-trusts-one-service-account',
  severity: 'error',
  summary: 'A role trusts the tokens of exactly one ServiceAccount, for AWS and from issuers that it names.',
  catches:
    'eso-on-aws-tutorial: the trust lets the EKS service assume the role and no pod; zio-lucene: `/sub` is written for `:sub`',
  *run(written, plan, at) {
    const places = outputPlacesOf(plan, at);
    for (const role of written.roles) {
      for (const message of flawsOf(role)) {
        yield { path: places.role(role), message: `the role ${quoted(role.name)} ${message}`, mend: REPORT_IT };
      }
    }
  },
};

// --- internal ---

function* flawsOf({ trust }: WrittenRole): Iterable<string> {
  if (trust.length === 0) yield 'trusts nobody';
  for (const statement of trust) {
    const issuer = issuerOf(statement);
    if (textAt(statement, 'Effect') !== 'Allow') yield 'has a statement that does not allow';
    if (issuer !== undefined) yield* webIdentityFlaws(statement, issuer);
    else if (textAt(statement, 'Principal', 'Service') === POD_IDENTITY) yield* podIdentityFlaws(statement);
    else yield `trusts ${JSON.stringify(recordAt(statement, 'Principal'))}, which is no ServiceAccount`;
  }
  const subjects = new Set(trust.map(trustedSubject));
  if (subjects.size > 1) yield `trusts several ServiceAccounts: ${[...subjects].join(', ')}`;
}

function* webIdentityFlaws(statement: unknown, issuer: string): Iterable<string> {
  const conditions = recordAt(statement, 'Condition');
  const equal = recordAt(statement, 'Condition', 'StringEquals');
  if (textsAt(statement, 'Action').join() !== 'sts:AssumeRoleWithWebIdentity') {
    yield `allows ${textsAt(statement, 'Action').join(', ')} with tokens of ${issuer}`;
  }
  if (!/^system:serviceaccount:[^:*?]+:[^:*?]+$/.test(textAt(equal, `${issuer}:sub`) ?? '')) {
    yield `does not name one ServiceAccount in ${quoted(`${issuer}:sub`)}`;
  }
  if (!AUDIENCES.includes(textAt(equal, `${issuer}:aud`) ?? '')) {
    yield `does not ask for the audience "sts.amazonaws.com" in ${quoted(`${issuer}:aud`)}`;
  }
  const others = [...Object.keys(conditions).filter((name) => name !== 'StringEquals')];
  if (others.length > 0) yield `compares with ${others.join(', ')}, not with StringEquals alone`;
}

/** @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html */
function* podIdentityFlaws(statement: unknown): Iterable<string> {
  const equal = recordAt(statement, 'Condition', 'StringEquals');
  for (const tag of ['eks-cluster-arn', 'kubernetes-namespace', 'kubernetes-service-account']) {
    const values = textsAt(equal, `aws:RequestTag/${tag}`);
    if (values.length === 0 || values.some((value) => /[*?]/.test(value))) yield `does not ask for the pod's ${tag}`;
  }
}

/** In China too: the audience is what the operator asks for, which is the same everywhere. */
const AUDIENCES = ['sts.amazonaws.com'];
