import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import type { PlannedStack } from '../../../lib/model';
import { Place } from './account/place';
import { type Aws, type AwsAnswer, accepted } from './aws';
import { tagsIn, textsOf, tryTextOf } from './xml';

/** What CloudFormation knows of a stack. */
export interface StackState {
  readonly terminationProtection: boolean;
  readonly tags: Record<string, string>;
  readonly template: unknown;
}

/** CloudFormation alone, as `aws cloudformation` calls it. */
export class Stacks {
  constructor(private readonly aws: Aws) {}

  /** Creates a stack with its tags and protection, which a template cannot hold, and waits until it is there. */
  async create(stack: PlannedStack, template: string): Promise<void> {
    const input = {
      ...CAPABILITY,
      TemplateBody: template,
      EnableTerminationProtection: `${stack.terminationProtection}`,
    };
    accepted(await this.call('CreateStack', stack, { ...input, ...tagsOf(stack) }));
    await this.becomes(stack, 'CREATE_COMPLETE');
  }

  /** Asks for an update; says what CloudFormation answers. */
  update(stack: PlannedStack, template: string): Promise<AwsAnswer> {
    return this.call('UpdateStack', stack, { ...CAPABILITY, TemplateBody: template, ...tagsOf(stack) });
  }

  /** Asks for the deletion; says what CloudFormation answers. */
  delete(stack: PlannedStack): Promise<AwsAnswer> {
    return this.call('DeleteStack', stack);
  }

  /** Takes the protection off, as somebody does who is sure, deletes the stack and waits until it is gone. */
  async unprotectAndDelete(stack: PlannedStack): Promise<void> {
    accepted(await this.call('UpdateTerminationProtection', stack, { EnableTerminationProtection: 'false' }));
    accepted(await this.delete(stack));
    await this.becomes(stack, 'none');
  }

  async find(stack: PlannedStack): Promise<StackState> {
    const xml = accepted(await this.call('DescribeStacks', stack));
    const template = accepted(await this.call('GetTemplate', stack, { TemplateStage: 'Original' }));
    return {
      terminationProtection: tryTextOf(xml, 'EnableTerminationProtection') === 'true',
      tags: tagsIn(xml),
      // the CLI of cdk sends YAML, others JSON, which is YAML too
      template: parse(tryTextOf(template, 'TemplateBody') ?? '') as unknown,
    };
  }

  // --- internal ---

  private call(action: string, stack: PlannedStack, input: Readonly<Record<string, string>> = {}): Promise<AwsAnswer> {
    return new Place(this.aws, stack).cloudFormation(action, { StackName: stack.id, ...input });
  }

  /** Its events, the newest first: each with what it is about and the state it came to. */
  private async events(stack: PlannedStack): Promise<string[]> {
    const xml = accepted(await this.call('DescribeStackEvents', stack));
    const states = textsOf(xml, 'ResourceStatus');
    return textsOf(xml, 'LogicalResourceId').map((id, at) => `${id} ${states[at]}`);
  }

  /** `none` when there is none. */
  private async status(stack: PlannedStack): Promise<string> {
    const answer = await this.call('DescribeStacks', stack);
    if (answer.body.includes('does not exist')) return 'none';
    return tryTextOf(accepted(answer), 'StackStatus') ?? '';
  }

  private async becomes(stack: PlannedStack, wanted: string): Promise<void> {
    const deadline = Date.now() + 20_000;
    let status = await this.status(stack);
    while (status.endsWith('_IN_PROGRESS') && Date.now() < deadline) {
      await sleep(50);
      status = await this.status(stack);
    }
    if (status === wanted) return;
    throw new Error(`${stack.id} is ${status} instead of ${wanted}\n${(await this.events(stack)).join('\n')}`);
  }
}

// --- internal ---

const CAPABILITY = { 'Capabilities.member.1': 'CAPABILITY_NAMED_IAM' };

const tagsOf = ({ tags }: PlannedStack): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tags).flatMap(([key, value], at) => [
      [`Tags.member.${at + 1}.Key`, key],
      [`Tags.member.${at + 1}.Value`, value],
    ]),
  );
