import { staticCredentials } from '../../lib/model';
import type { Case } from './cases';
import { decrypt, ENTRY_ARN, KEY_ARN, written } from './written';

const PLACE = 'environments/shop/production.ts store.identity.role';
const read = (...Resource: string[]) => ({ Effect: 'Allow', Action: ['secretsmanager:GetSecretValue'], Resource });
const granting = (...statements: object[]) =>
  written((draft) => (draft.policy.Properties.PolicyDocument.Statement = statements));
const encrypted = (KmsKeyId: unknown, ...statements: object[]) =>
  written((draft) => {
    Object.assign(draft.entries.app.Properties, { KmsKeyId });
    draft.policy.Properties.PolicyDocument.Statement = [read(ENTRY_ARN), ...statements];
  });
const madeHere = (...statements: object[]) =>
  written((draft) => {
    Object.assign(draft.entries.app.Properties, { KmsKeyId: { 'Fn::GetAtt': ['key', 'Arn'] } });
    const alias = { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/shop', TargetKeyId: { Ref: 'key' } } };
    Object.assign(draft.entries, { alias });
    draft.policy.Properties.PolicyDocument.Statement = [read(ENTRY_ARN), ...statements];
  });
const ANY_KEY = KEY_ARN.replace(/key\/.*/, 'key/*');

export const cases: Case[] = [
  ['what is read', written()],
  ['with the key that encrypts it', encrypted(KEY_ARN, decrypt(KEY_ARN))],
  ['with a key made here, by its alias', madeHere(decrypt(ANY_KEY, 'alias/shop'))],
  [
    'an existing entry by its ARN',
    written(
      (draft) => {
        const arn = ENTRY_ARN.replace('??????', 'AbCdEf');
        draft.sync.spec.data[0]!.remoteRef.key = arn;
        draft.policy.Properties.PolicyDocument.Statement = [read(arn)];
      },
      { environment: { entries: { app: { arn: ENTRY_ARN.replace('??????', 'AbCdEf') } } } },
    ),
  ],
  ['nothing', granting(), PLACE],
  ['another entry too', granting(read(ENTRY_ARN, ENTRY_ARN.replace('app', 'more'))), PLACE],
  ['every entry below a name, as in deparrow', granting(read(ENTRY_ARN.replace('app-??????', '*'))), PLACE, PLACE],
  [
    'DescribeSecret too, as in deparrow',
    granting(read(ENTRY_ARN), { Effect: 'Allow', Action: ['secretsmanager:DescribeSecret'], Resource: ENTRY_ARN }),
    PLACE,
  ],
  [
    'ListSecrets too, as in zio-lucene',
    granting(read(ENTRY_ARN), { Effect: 'Allow', Action: 'secretsmanager:ListSecrets', Resource: '*' }),
    PLACE,
  ],
  [
    'the name without its suffix, as in eso-on-aws-tutorial',
    granting(read(ENTRY_ARN.replace('-??????', ''))),
    PLACE,
    PLACE,
  ],
  ['another region', granting(read(ENTRY_ARN.replace('eu-west-1', 'us-east-1'))), PLACE, PLACE],
  ['not the key that encrypts it', encrypted(KEY_ARN), PLACE],
  ['a key that nothing needs', granting(read(ENTRY_ARN), decrypt(KEY_ARN)), PLACE],
  ['every key', madeHere(decrypt(ANY_KEY)), PLACE, PLACE],
  ['a key outside Secrets Manager', encrypted(KEY_ARN, { ...decrypt(KEY_ARN), Condition: {} }), PLACE, PLACE],
  [
    'an access key that may read more',
    written(
      (draft) => {
        Object.assign(draft.store.spec.provider.aws, { auth: { secretRef: {} } });
        draft.role.Type = 'Custom::None';
        draft.serviceAccount.kind = 'ConfigMap';
        draft.policy.Properties.PolicyDocument.Statement = [read(ENTRY_ARN, ENTRY_ARN.replace('app', 'more'))];
      },
      { environment: { store: { identity: staticCredentials({ secretName: 'aws' }) } } },
    ),
    'environments/shop/production.ts store.identity',
  ],
];
