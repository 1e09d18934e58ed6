import { type KeyReader, keyReadersOf, type Reader, readersOf } from '../../readers';
import { type AwsAnswer, accepted, administratorOf, type Credentials } from './aws';
import type { EnvironmentPlan } from './environment';
import type { World } from './syncs';
import { newToken } from './tokens';
import { tryTextOf } from './xml';

/** Somebody who has the policies of an environment, and the entries that the catalogue gives him. */
export interface Session {
  readonly credentials: Credentials;
  readonly entries: Reader['entries'];
}

/** The audience of tokens for AWS. @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html */
export const AWS_AUDIENCE = 'sts.amazonaws.com';

/** Everybody who reads an environment. */
export const sessionsOf = (world: World, its: EnvironmentPlan): Promise<Session[]> =>
  Promise.all([
    ...readersOf(its).map((reader) => roleSession(world, its, reader)),
    ...keyReadersOf(its).map((reader) => userSession(world, its, reader)),
  ]);

/** Comes to a reader's role with a token. */
export function assume({ aws }: World, its: EnvironmentPlan, { role }: Reader, token: string): Promise<AwsAnswer> {
  const input = { RoleArn: role.id, RoleSessionName: 'test', WebIdentityToken: token };
  return aws.form('sts', 'AssumeRoleWithWebIdentity', input, its.backend.region!);
}

// --- internal ---

async function roleSession(world: World, its: EnvironmentPlan, reader: Reader): Promise<Session> {
  const token = await newToken(world.kubectl, reader.account, AWS_AUDIENCE);
  return { entries: reader.entries, credentials: credentialsIn(accepted(await assume(world, its, reader, token))) };
}

/** A user to whom a person attaches the policies that are no role's. */
async function userSession({ aws }: World, its: EnvironmentPlan, { entries }: KeyReader): Promise<Session> {
  const { account, region } = its.backend;
  const iam = async (action: string, input: Readonly<Record<string, string>> = {}) =>
    accepted(await aws.form('iam', action, { UserName: 'reader', ...input }, region!, administratorOf(account!)));
  await iam('CreateUser');
  for (const { id } of its.policies.filter(({ role }) => role === undefined)) {
    await iam('AttachUserPolicy', { PolicyArn: id });
  }
  return { entries, credentials: credentialsIn(await iam('CreateAccessKey')) };
}

function credentialsIn(xml: string): Credentials {
  const [key, secret, token] = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'].map((name) => tryTextOf(xml, name));
  return { key: key!, secret: secret!, ...(token !== undefined && { token }) };
}
