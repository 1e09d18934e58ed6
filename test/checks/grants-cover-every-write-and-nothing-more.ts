import { staticCredentials } from '../../lib/model';
import type { Case } from './cases';
import { pushSecret } from './pushes';
import { decrypt, ENTRY_ARN, KEY_ARN, written } from './written';

const PLACE = 'environments/shop/production.ts store.identity.role';
const OTHER = ENTRY_ARN.replace('app', 'more');
const WRITING = [
  'CreateSecret',
  'DeleteResourcePolicy',
  'DescribeSecret',
  'GetSecretValue',
  'PutSecretValue',
  'TagResource',
  'UntagResource',
].map((action) => `secretsmanager:${action}`);
const write = (...Resource: string[]) => ({ Effect: 'Allow', Action: WRITING, Resource });
const remove = (...Resource: string[]) => ({ Effect: 'Allow', Action: ['secretsmanager:DeleteSecret'], Resource });
const encrypt = { ...decrypt(KEY_ARN), Action: ['kms:Decrypt', 'kms:GenerateDataKey'] };

const granting = (pushes: ReturnType<typeof pushSecret>[], ...statements: object[]) =>
  written((draft) => {
    draft.others.push(...pushes);
    draft.policy.Properties.PolicyDocument.Statement.push(...statements);
  });

const encrypted = (...statements: object[]) =>
  written((draft) => {
    draft.others.push(pushSecret());
    Object.assign(draft.entries.app.Properties, { KmsKeyId: KEY_ARN });
    draft.policy.Properties.PolicyDocument.Statement.push(...statements);
  });

export const cases: Case[] = [
  ['nothing where nothing is pushed', written()],
  ['what is pushed', granting([pushSecret()], write(ENTRY_ARN))],
  [
    'what goes with its push',
    granting([pushSecret({ deletionPolicy: 'Delete' })], write(ENTRY_ARN), remove(ENTRY_ARN)),
  ],
  ['with the key that encrypts it', encrypted(write(ENTRY_ARN), encrypt)],
  ['nothing', granting([pushSecret()]), PLACE],
  ['where nothing is pushed', granting([], write(ENTRY_ARN)), PLACE],
  ['another entry too', granting([pushSecret()], write(ENTRY_ARN, OTHER)), PLACE],
  ['every entry below a name', granting([pushSecret()], write(ENTRY_ARN.replace('app-??????', '*'))), PLACE, PLACE],
  ['the deletion of what stays', granting([pushSecret()], write(ENTRY_ARN), remove(ENTRY_ARN)), PLACE],
  ['no deletion of what goes', granting([pushSecret({ deletionPolicy: 'Delete' })], write(ENTRY_ARN)), PLACE],
  ['not the key that encrypts it', encrypted(write(ENTRY_ARN)), PLACE],
  ['a key that nothing needs', granting([pushSecret()], write(ENTRY_ARN), encrypt), PLACE],
  [
    'an access key that may write more',
    written(
      (draft) => {
        Object.assign(draft.store.spec.provider.aws, { auth: { secretRef: {} } });
        draft.role.Type = 'Custom::None';
        draft.serviceAccount.kind = 'ConfigMap';
        draft.policy.Properties.PolicyDocument.Statement.push(write(OTHER));
      },
      { environment: { store: { identity: staticCredentials({ secretName: 'aws' }) } } },
    ),
    'environments/shop/production.ts store.identity',
  ],
];
