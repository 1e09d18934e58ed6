import { Aws } from './aws';
import { Cdk } from './cdk';
import { engine } from './engine';
import { Stacks } from './stacks';

/** An AWS to deploy into, and the ways to do so. */
export interface Cloud {
  readonly aws: Aws;
  readonly stacks: Stacks;
  readonly cdk: Cdk;
}

/** The AWS for stacks, with nothing in it. */
export async function emptyCloud(): Promise<Cloud> {
  const url = await engine.cloudFormation();
  const { status } = await fetch(`${url}/_ministack/reset`, { method: 'POST' });
  if (status !== 200) throw new Error(`the AWS for stacks answered ${status} when told to forget`);
  const aws = new Aws(url);
  return { aws, stacks: new Stacks(aws), cdk: new Cdk(url) };
}
