import { parameterStore, staticCredentials } from '../../lib/model';
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
/** Parameters that are found below a path instead of the entry that is read. */
const finding = (find: object, ...statements: object[]) =>
  written(
    (draft) => {
      draft.store.spec.provider.aws.service = 'ParameterStore';
      Object.assign(draft.sync.spec, { data: [], dataFrom: [{ find: { path: '/shop/production', ...find } }] });
      draft.policy.Properties.PolicyDocument.Statement = statements;
    },
    { environment: { backend: parameterStore(), store: { name: 'aws-secrets-manager' } } },
  );
const allowed = (action: string, resource: string) => ({ Effect: 'Allow', Action: [action], Resource: [resource] });
const PARAMETERS = 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/production';
const byName = { name: { regexp: '.*' } };
const byTags = { tags: { team: 'shop' } };
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
  ['parameters of a path', finding(byName, allowed('ssm:GetParametersByPath', PARAMETERS))],
  [
    'parameters by their tags',
    finding(byTags, allowed('ssm:DescribeParameters', '*'), allowed('ssm:GetParameter', `${PARAMETERS}/*`)),
  ],
  [
    'parameters of a wider path',
    finding(byName, allowed('ssm:GetParametersByPath', PARAMETERS.replace('/production', ''))),
    PLACE,
    PLACE,
  ],
  [
    'a list that a path does not need',
    finding(byName, allowed('ssm:GetParametersByPath', PARAMETERS), allowed('ssm:DescribeParameters', '*')),
    PLACE,
  ],
  ['no list, which tags need', finding(byTags, allowed('ssm:GetParameter', `${PARAMETERS}/*`)), PLACE],
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
