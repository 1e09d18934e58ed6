import { App, type AppProps, type IReusableStackSynthesizer, LegacyStackSynthesizer } from 'aws-cdk-lib';
import type { Plan } from '../model';
import { AccessStack, EntriesStack } from './stacks';

/** The CDK app with every stack of the plan. */
export function buildAwsApp(plan: Plan, props: AppProps = {}): App {
  const app = new App({
    defaultStackSynthesizer: plainSynthesizer(),
    ...props,
    postCliContext: { ...FIXED_CONTEXT, ...props.postCliContext },
  });
  for (const { id, kind } of plan.stacks) {
    if (kind === 'entries') new EntriesStack(app, id, { plan, stack: id });
    else new AccessStack(app, id, { plan, stack: id });
  }
  return app;
}

// --- internal ---

/**
 * The CDK CLI deploys with the caller's own credentials and sends the template along, so an account needs no
 * `cdk bootstrap`; where there is one, a template of more than 50 KiB goes through its bucket. The other synthesizers
 * name bootstrap roles or a bucket even for stacks without assets. Whoever may deploy only through those roles passes
 * `new DefaultStackSynthesizer({ generateBootstrapVersionRule: false })`: the templates stay the same.
 * @see https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
function plainSynthesizer(): IReusableStackSynthesizer {
  // CDK's own types do not hold under `exactOptionalPropertyTypes`.
  return new LegacyStackSynthesizer() as IReusableStackSynthesizer;
}

/** What the CLI and a `cdk.json` cannot change: whoever starts the app, the templates are the same bytes. */
const FIXED_CONTEXT = {
  'aws:cdk:enable-path-metadata': false,
  '@aws-cdk/core:suppressTemplateIndentation': false,
  // What CDK's validation finds stops the deployment.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
};
