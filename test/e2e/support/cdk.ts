import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAwsApp } from 'keywright/aws';
import type { Plan, PlannedStack } from '../../../lib/model';
import { run } from '../engine/build/run';
import { withoutCloud } from '../engine/parts/part';

/** The CDK CLI of this repository, run in its folder as a user does, with an AWS at one address. */
export class Cdk {
  private readonly folder = mkdtempSync(join(tmpdir(), 'cdk-'));
  /** Where the app that cdk.json names is synthesized to; the checkout stays as it is. */
  readonly output = join(this.folder, 'cdk.out');

  constructor(private readonly endpoint: string) {}

  /** Deploys stacks of the app that cdk.json names, or of another one; gives what the CLI printed. */
  deploy(stacks: readonly PlannedStack[], app?: string): Promise<string> {
    return this.run('deploy', stacks, ['--require-approval=never'], app);
  }

  destroy(stacks: readonly PlannedStack[], app: string): Promise<string> {
    return this.run('destroy', stacks, ['--force'], app);
  }

  /** Makes a stack of what exists, given by logical id as CloudFormation identifies it. */
  import(
    stack: PlannedStack,
    existing: Readonly<Record<string, { readonly Id: string }>>,
    app: string,
  ): Promise<string> {
    return this.run('import', [stack], [`--resource-mapping-inline=${JSON.stringify(existing)}`], app);
  }

  // --- internal ---

  /** The CLI has the credentials of one account at a time. */
  private async run(command: string, stacks: readonly PlannedStack[], flags: readonly string[], app?: string) {
    const outputs: string[] = [];
    for (const account of new Set(stacks.map((stack) => stack.account))) {
      const ids = stacks.filter((stack) => stack.account === account).map(({ id }) => id);
      const output = app === undefined ? [`--output=${this.output}`] : [`--app=${app}`];
      const args = [CLI, command, ...ids, ...flags, ...output, '--no-notices'];
      outputs.push(await run(process.execPath, args, { cwd: ROOT, env: this.environment(account) }));
    }
    return outputs.join('');
  }

  private environment(account: string): NodeJS.ProcessEnv {
    return {
      ...withoutCloud(process.env),
      // what it prints goes to stdout, errors to stderr
      CI: 'true',
      CDK_HOME: this.folder,
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      AWS_ENDPOINT_URL: this.endpoint,
      AWS_ACCESS_KEY_ID: account,
      AWS_SECRET_ACCESS_KEY: 'any',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
    };
  }
}

/** The folder of a plan's app, synthesized: what `--app` takes. */
export function synthesized(plan: Plan): string {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk-app-'));
  // CDK's own validation takes seconds; other tests run it.
  buildAwsApp(plan, { outdir, postCliContext: { '@aws-cdk/core:validateAgainstDefaultRules': false } }).synth();
  return outdir;
}

// --- internal ---

const ROOT = join(__dirname, '..', '..', '..');
const CLI = join(ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
