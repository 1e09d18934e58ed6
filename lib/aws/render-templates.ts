import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, Stack } from 'aws-cdk-lib';
import { CloudAssemblyBuilder } from 'aws-cdk-lib/cx-api';
import type { Plan, PlannedStack, TemplateFile } from '../model';
import { buildAwsApp } from './app';

/** Every stack's template, byte for byte as `cdk synth` writes it. */
export function renderTemplates(plan: Plan): TemplateFile[] {
  const folder = mkdtempSync(join(tmpdir(), 'keywright-'));
  try {
    writeTemplates(buildAwsApp(plan, { outdir: folder, autoSynth: false, postCliContext: NO_TRACES }), folder);
    return plan.stacks.map((stack) => readTemplate(folder, stack));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// --- internal ---

/** Of `app.synth()` only what writes a template: no aspect, tree, manifest or validation changes a byte of ours. */
function writeTemplates(app: App, folder: string): void {
  const session = { outdir: folder, assembly: new CloudAssemblyBuilder(folder) };
  for (const stack of app.node.children.filter(Stack.isStack)) stack.synthesizer.synthesize(session);
}

function readTemplate(folder: string, { id, home }: PlannedStack): TemplateFile {
  const file = `${id}.template.json`;
  const text = readFileSync(join(folder, file), 'utf8');
  return { path: `aws/${home}/${file}`, text, stack: id, template: JSON.parse(text) };
}

/** A third of CDK's time goes into stack traces and logical ids for a metadata file that nobody reads here. */
const NO_TRACES = { 'aws:cdk:disable-creation-stack-traces': true, 'aws:cdk:disable-logicalId-metadata': true };
