#!/usr/bin/env node
import { basename, dirname, resolve } from 'node:path';
import { runApp } from '../lib/cli/run-app';
import { writeOutput } from '../lib/cli/write-output';
import { buildKubernetesApp, renderKubernetesApp } from '../lib/kubernetes';

/*
 * The app that `cdk8s.yaml` names. cdk8s would name files without their namespace and lose objects of one kind and
 * name: the files are written here, as `keywright synth` writes them.
 */
void runApp((plan) => {
  const outdir = resolve(process.env.CDK8S_OUTDIR ?? 'dist/kubernetes');
  const files = renderKubernetesApp(buildKubernetesApp(plan), plan).map(({ path, text }) => ({
    path: path.replace(/^kubernetes/, basename(outdir)),
    text,
  }));
  writeOutput(dirname(outdir), files, [basename(outdir)]);
});
