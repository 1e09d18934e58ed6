import { buildPlan } from 'keywright';
import project from '../../environments';
import { Aws, type AwsAnswer, accepted, administratorOf, type Credentials } from './support/aws';
import { engine } from './support/engine';
import { applyManifests, createProviders, deployStacks, environmentPlan, putValue } from './support/environment';
import { Kubectl } from './support/kubectl';
import { valueFor } from './support/values';

const plan = buildPlan(project);
const environments = plan.environments.filter(({ id }) => ['deparrow/staging', 'nova/staging'].includes(id));

const FOREIGN = { Name: 'somebody/elses', SecretString: 'private' };
const SESSION = { RoleSessionName: 'test' };
const DENIED = { status: 400, body: expect.stringContaining('AccessDeniedException') };

describe.each(environments)('$id', (environment) => {
  const its = environmentPlan(plan, environment);
  const [reader] = its.serviceAccounts;
  const region = environment.region!;
  const elsewhere = `not-${environment.system}`;
  const administrator = administratorOf(environment.account!);
  let aws: Aws;
  let kubectl: Kubectl;

  beforeAll(async () => {
    const state = await engine.state();
    [aws, kubectl] = [new Aws(state.emulator), new Kubectl(state)];
    await aws.reset();
    await engine.becomeIssuer(its.clusters[0]!.oidcIssuer!);
    await createProviders(aws, its);
    await deployStacks(aws, its);
    for (const entry of its.entries) await putValue(aws, its, entry.remoteKey, valueFor(entry));
    accepted(await aws.secretsManager('CreateSecret', FOREIGN, region, administrator));
    await applyManifests(kubectl, its);
    await kubectl.run(['create', 'serviceaccount', 'somebody', `--namespace=${reader!.namespace}`]);
    await kubectl.run(['create', 'namespace', elsewhere]);
    await kubectl.run(['create', 'serviceaccount', reader!.name, `--namespace=${elsewhere}`]);
  });

  afterAll(async () => {
    await kubectl.run(['delete', 'namespace', ...its.namespaces, elsewhere, '--wait=false']);
  });

  const tokenOf = async (name: string, namespace: string, audience = 'sts.amazonaws.com'): Promise<string> =>
    (await kubectl.run(['create', 'token', name, `--namespace=${namespace}`, `--audience=${audience}`])).trim();
  const assume = (token: string): Promise<AwsAnswer> =>
    aws.form(
      'sts',
      'AssumeRoleWithWebIdentity',
      { ...SESSION, RoleArn: reader!.roleArn!, WebIdentityToken: token },
      region,
    );
  const asReader = async (): Promise<Credentials> =>
    credentialsIn(accepted(await assume(await tokenOf(reader!.name, reader!.namespace))));

  test('its reader reads every entry of the catalogue', async () => {
    const credentials = await asReader();
    for (const { remoteKey } of its.entries) {
      const answer = await aws.secretsManager('GetSecretValue', { SecretId: remoteKey }, region, credentials);
      expect(answer.status).toBe(200);
    }
  });

  test.each([
    ['an entry that the catalogue does not name', FOREIGN.Name],
    ['one whose name goes on after that of an entry', `${its.entries[0]!.remoteKey}-next`],
  ])('its reader is refused %s', async (_what, SecretId) => {
    expect(await aws.secretsManager('GetSecretValue', { SecretId }, region, await asReader())).toMatchObject(DENIED);
  });

  test.each(['PutSecretValue', 'DeleteSecret', 'DescribeSecret', 'UpdateSecretVersionStage', 'ListSecrets'])(
    'its reader may not %s',
    async (action) => {
      const input = { SecretId: its.entries[0]!.remoteKey, SecretString: 'x', VersionStage: 'AWSCURRENT' };
      expect(await aws.secretsManager(action, input, region, await asReader())).toMatchObject(DENIED);
    },
  );

  test.each([
    ['another ServiceAccount', () => tokenOf('somebody', reader!.namespace)],
    ['the same ServiceAccount of another namespace', () => tokenOf(reader!.name, elsewhere)],
    ['another audience', () => tokenOf(reader!.name, reader!.namespace, 'https://somewhere.else')],
  ])('its role refuses a token of %s', async (_whose, token) => {
    expect(await assume(await token())).toMatchObject(refusal('AccessDenied'));
  });

  test('its role refuses a token that somebody else signed', async () => {
    const [header, claims] = (await tokenOf(reader!.name, reader!.namespace)).split('.');
    const forged = `${header}.${claims}.${Buffer.alloc(64, 7).toString('base64url')}`;
    expect(await assume(forged)).toMatchObject(refusal('InvalidIdentityToken'));
  });

  test('its role refuses a token of another cluster', async () => {
    await engine.becomeIssuer('oidc.eks.eu-west-1.amazonaws.com/id/SOMEBODY');
    const answer = await assume(await tokenOf(reader!.name, reader!.namespace));
    expect(answer).toMatchObject(refusal('InvalidIdentityToken'));
  });
});

// --- internal ---

const refusal = (code: string) => ({ status: 400, body: expect.stringContaining(`<Code>${code}</Code>`) });

function credentialsIn(xml: string): Credentials {
  const [key, secret, token] = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'].map(
    (name) => new RegExp(`<${name}>(.*?)</${name}>`).exec(xml)![1]!,
  );
  return { key: key!, secret: secret!, token: token! };
}
