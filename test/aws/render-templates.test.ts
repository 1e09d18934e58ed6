import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { type AppProps, DefaultStackSynthesizer, type IReusableStackSynthesizer } from 'aws-cdk-lib';
import { buildAwsApp, renderTemplates } from '../../lib/aws';
import type { Plan } from '../../lib/model';
import { expectFiles } from '../expected';
import { defaults, everything, pushing, withPodIdentity } from './sample-plans';

test.each([
  ['defaults', defaults],
  ['everything', everything],
  ['push', pushing],
])('the templates of %s', (name, plan) => {
  expectFiles(`aws/${name}`, renderTemplates(plan()));
});

test('a template lies in the folder of what it belongs to', () => {
  expect(renderTemplates(defaults()).map((file) => file.path)).toEqual([
    'aws/shop/staging/shop-staging-access.template.json',
    'aws/shop/staging/shop-staging-entries.template.json',
  ]);
});

describe('a template has the bytes that the CDK app writes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(os.tmpdir(), 'keywright-test-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    delete process.env.CDK_CONTEXT_JSON;
  });

  function synthesized(plan: Plan, props: AppProps = {}): string[] {
    buildAwsApp(plan, { ...props, outdir: folder, builtinCloudFormationValidation: false }).synth();
    return plan.stacks.map((stack) => readFileSync(join(folder, `${stack.id}.template.json`), 'utf8'));
  }

  test.each([
    ['defaults', defaults],
    ['everything', everything],
    ['pod identity', withPodIdentity],
  ])('%s', (_name, plan) => {
    expect(synthesized(plan())).toEqual(renderTemplates(plan()).map((file) => file.text));
  });

  test('whoever deploys it through bootstrap roles', () => {
    const bootstrapped = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
    const defaultStackSynthesizer = bootstrapped as IReusableStackSynthesizer;
    expect(synthesized(everything(), { defaultStackSynthesizer })).toEqual(
      renderTemplates(everything()).map((file) => file.text),
    );
  });

  test('whatever context the CDK command passes', () => {
    const rendered = renderTemplates(everything());
    process.env.CDK_CONTEXT_JSON = JSON.stringify({
      'aws:cdk:enable-path-metadata': true,
      'aws:cdk:version-reporting': true,
      '@aws-cdk/core:suppressTemplateIndentation': true,
    });
    expect(synthesized(everything())).toEqual(rendered.map((file) => file.text));
    expect(renderTemplates(everything())).toEqual(rendered);
  });
});

test('nothing is left behind, even when it fails', () => {
  const folder = mkdtempSync(join(os.tmpdir(), 'keywright-test-'));
  const spy = jest.spyOn(os, 'tmpdir').mockReturnValue(folder);
  const [stack] = defaults().stacks;
  const broken: Plan = { ...defaults(), stacks: [{ ...stack!, id: 'not a stack name' }] };
  try {
    expect(() => renderTemplates(broken)).toThrow('Stack name must match');
    renderTemplates(defaults());
    expect(spy).toHaveBeenCalledTimes(2);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    spy.mockRestore();
    rmSync(folder, { recursive: true });
  }
});
