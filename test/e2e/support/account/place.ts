import type { PlannedStack } from '../../../../lib/model';
import { type Aws, type AwsAnswer, accepted, administratorOf } from '../aws';

/** An account and region, asked by the account's administrator. */
export class Place {
  readonly account: string;
  private readonly region: string;

  constructor(
    private readonly aws: Aws,
    { account, region }: Pick<PlannedStack, 'account' | 'region'>,
  ) {
    this.account = account;
    this.region = region;
  }

  async secretsManager<Answer>(action: string, input: object = {}): Promise<Answer> {
    return parsed(await this.aws.secretsManager(action, input, this.region, administratorOf(this.account)));
  }

  async kms<Answer>(action: string, input: object = {}): Promise<Answer> {
    return parsed(await this.aws.kms(action, input, this.region, administratorOf(this.account)));
  }

  /** Gives XML. */
  async iam(action: string, input: Readonly<Record<string, string>> = {}): Promise<string> {
    return accepted(await this.aws.form('iam', action, input, this.region, administratorOf(this.account)));
  }

  /** Gives XML. */
  cloudFormation(action: string, input: Readonly<Record<string, string>>): Promise<AwsAnswer> {
    return this.aws.form('cloudformation', action, input, this.region, administratorOf(this.account));
  }
}

// --- internal ---

const parsed = <Answer>(answer: AwsAnswer): Answer => JSON.parse(accepted(answer)) as Answer;
