import { createHash, createHmac } from 'node:crypto';

/** An access key. An account's number is the key of its administrator: see the emulator. */
export interface Credentials {
  readonly key: string;
  readonly secret: string;
  readonly token?: string;
}

/** A call that the emulator has seen. */
export interface Call {
  readonly time: number;
  readonly action: string;
  readonly resource: string | null;
  readonly key: string | null;
  readonly region: string | null;
  readonly status: number | null;
  /** The role whose session made it. */
  readonly role: string | null;
}

export interface AwsAnswer {
  readonly status: number;
  readonly body: string;
}

/** What the calls to the emulator meet, but for those of administrators. */
export interface Weather {
  /** Seconds that each call takes longer. */
  readonly delay?: number;
  readonly throttle?: boolean;
  /** @default every action */
  readonly actions?: readonly string[];
}

export const administratorOf = (account: string): Credentials => ({ key: account, secret: 'any' });

/** AWS at one address: the calls that tests make themselves. */
export class Aws {
  constructor(private readonly endpoint: string) {}

  /** Calls an action of Secrets Manager. */
  secretsManager(action: string, input: object, region: string, as: Credentials): Promise<AwsAnswer> {
    return this.json('secretsmanager', `secretsmanager.${action}`, input, region, as);
  }

  /** Calls an action of Parameter Store. */
  parameterStore(action: string, input: object, region: string, as: Credentials): Promise<AwsAnswer> {
    return this.json('ssm', `AmazonSSM.${action}`, input, region, as);
  }

  /** Calls an action of KMS. */
  kms(action: string, input: object, region: string, as: Credentials): Promise<AwsAnswer> {
    return this.json('kms', `TrentService.${action}`, input, region, as);
  }

  /** Calls an action of a service that is asked by form: IAM, STS, CloudFormation. */
  form(service: Service, action: string, input: Readonly<Record<string, string>>, region: string, as?: Credentials) {
    const body = new URLSearchParams({ Action: action, Version: VERSIONS[service], ...input }).toString();
    return this.send(service, region, { 'content-type': 'application/x-www-form-urlencoded' }, body, as);
  }

  /** The calls since a moment in milliseconds; one that is not answered yet has no status. */
  async calls(since = 0): Promise<Call[]> {
    const all = (await (await fetch(`${this.endpoint}/keywright/calls`)).json()) as Call[];
    return all.filter(({ time }) => time * 1000 >= since);
  }

  /** The operator's reads since a moment in milliseconds, those that are answered. */
  async reads(since = 0): Promise<Call[]> {
    const calls = await this.calls(since);
    return calls.filter(({ action, status }) => READS.includes(action) && status !== null);
  }

  /** Sets what calls meet from now on; a good day without an argument. */
  async weather(weather: Weather = {}): Promise<void> {
    const { status } = await fetch(`${this.endpoint}/keywright/weather`, {
      method: 'PUT',
      body: JSON.stringify(weather),
    });
    if (status !== 200) throw new Error(`the emulator answered ${status} when told the weather`);
  }

  /** Forgets every account. */
  async reset(): Promise<void> {
    const { status } = await fetch(`${this.endpoint}/moto-api/reset`, { method: 'POST' });
    if (status !== 200) throw new Error(`the emulator answered ${status} when told to forget`);
  }

  // --- internal ---

  private json(service: string, target: string, input: object, region: string, as: Credentials): Promise<AwsAnswer> {
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
    return this.send(service, region, headers, JSON.stringify(input), as);
  }

  private async send(
    service: string,
    region: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    as?: Credentials,
  ): Promise<AwsAnswer> {
    const host = new URL(this.endpoint).host;
    const signed = as ? signature({ service, region, body, as, headers: { ...headers, host } }) : headers;
    const response = await fetch(this.endpoint, { method: 'POST', headers: signed, body });
    return { status: response.status, body: await response.text() };
  }
}

/** The answer's body, when it is a good one. */
export function accepted({ status, body }: AwsAnswer): string {
  if (status !== 200) throw new Error(`AWS answered ${status}: ${body}`);
  return body;
}

// --- internal ---

const READS = ['GetSecretValue', 'GetParameter'];

const VERSIONS = { iam: '2010-05-08', sts: '2011-06-15', cloudformation: '2010-05-15' } as const;
type Service = keyof typeof VERSIONS;

interface Unsigned {
  readonly service: string;
  readonly region: string;
  readonly body: string;
  readonly as: Credentials;
  readonly headers: Readonly<Record<string, string>>;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function signature({ service, region, body, as, headers }: Unsigned): Record<string, string> {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const date = time.slice(0, 8);
  const all: Record<string, string> = { ...headers, 'x-amz-date': time };
  if (as.token) all['x-amz-security-token'] = as.token;
  const names = Object.keys(all).sort();
  const lines = names.map((name) => `${name}:${all[name]}\n`).join('');
  const canonical = ['POST', '/', '', lines, names.join(';'), sha256(body)].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${as.secret}`);
  const signed = hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')).toString('hex');
  const credential = `Credential=${as.key}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signed}`;
  return { ...all, authorization: `AWS4-HMAC-SHA256 ${credential}` };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
