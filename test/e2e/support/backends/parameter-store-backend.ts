import { accepted, administratorOf } from '../aws';
import type { EnvironmentPlan } from '../environment';
import type { World } from '../syncs';
import { stored } from '../values';
import { awsBackend } from './aws-backend';
import type { Backend } from './backend';

/** The same emulator, with Parameter Store: nobody makes its parameters but who puts their values. */
export const parameterStoreBackend: Backend = {
  ...awsBackend,
  put: (world, its, { remoteKey }, value) => putParameter(world, its, remoteKey, stored(value)),
  async take(world, its, { remoteKey: Name }) {
    const answer = await ask(world, its, 'GetParameter', { Name, WithDecryption: true });
    const { Parameter } = JSON.parse(answer) as { Parameter: { Value: string } };
    await ask(world, its, 'DeleteParameter', { Name });
    return () => putParameter(world, its, Name, Parameter.Value);
  },
};

// --- internal ---

/** `aws ssm put-parameter --type SecureString --overwrite` */
async function putParameter(world: World, its: EnvironmentPlan, Name: string, Value: string): Promise<void> {
  await ask(world, its, 'PutParameter', { Name, Value, Type: 'SecureString', Overwrite: true });
}

/** As a person with rights would. */
const ask = async (
  { aws }: World,
  { backend: { account, region } }: EnvironmentPlan,
  action: string,
  input: object,
): Promise<string> => accepted(await aws.parameterStore(action, input, region!, administratorOf(account!)));
