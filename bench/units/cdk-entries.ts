import { readFileSync } from 'node:fs';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Stopwatch } from './stages';

/** What somebody would write by hand for one stack. */
export interface PlainStack {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly description: string;
  readonly secrets: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly tags: { readonly key: string; readonly value: string }[];
  }[];
}

// Theirs: from the same data to the same templates, with plain constructs and `app.synth()`.
const [stacksFile, outdir] = process.argv.slice(2) as [string, string];
const stacks = JSON.parse(readFileSync(stacksFile, 'utf8')) as PlainStack[];

const watch = new Stopwatch();
watch.stage('synth', () => {
  const app = new App({ outdir, builtinCloudFormationValidation: false, analyticsReporting: false });
  for (const { name, account, region, description, secrets } of stacks) {
    const stack = new Stack(app, name, { env: { account, region }, description });
    for (const { id, ...props } of secrets)
      new CfnSecret(stack, id, props).applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }
  app.synth();
});
watch.print();
