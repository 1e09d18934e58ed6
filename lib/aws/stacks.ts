import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { PlannedStack } from '../model';
import { Entries } from './entries';
import { findStack, type PlannedProps } from './planned';
import { ReaderAccess } from './reader-access';

/** What a planned stack leaves to its app. */
export type PlannedStackProps = PlannedProps & Pick<StackProps, 'synthesizer'>;

/** What must never be lost: the secrets and keys of an environment. */
export class EntriesStack extends Stack {
  readonly entries: Entries;

  constructor(scope: Construct, id: string, props: PlannedStackProps) {
    super(scope, id, stackProps(findStack(props), props));
    this.entries = new Entries(this, CONTENT, props);
  }
}

/** Who may read: roles and policies. */
export class AccessStack extends Stack {
  readonly access: ReaderAccess;

  constructor(scope: Construct, id: string, props: PlannedStackProps) {
    super(scope, id, stackProps(findStack(props), props));
    this.access = new ReaderAccess(this, CONTENT, props);
  }
}

// --- internal ---

/**
 * CDK leaves this id out of logical ids, so that they are those of the plan's construct ids alone.
 * @see https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html
 */
const CONTENT = 'Default';

function stackProps(planned: PlannedStack, { synthesizer }: PlannedStackProps): StackProps {
  return {
    stackName: planned.id,
    env: { account: planned.account, region: planned.region },
    description: planned.description,
    terminationProtection: planned.terminationProtection,
    // Tags of the stack itself: CDK hands them to CloudFormation and writes none into the template.
    tags: { ...planned.tags },
    // No `AWS::CDK::Metadata` resource, whoever synthesizes.
    analyticsReporting: false,
    ...(synthesizer && { synthesizer }),
  };
}
