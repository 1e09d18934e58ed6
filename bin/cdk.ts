#!/usr/bin/env node
import { buildAwsApp } from '../lib/aws';
import { runApp } from '../lib/cli/run-app';

/*
 * The app that `cdk.json` names. What CDK's own validation finds in a template stops it too: this is the way to deploy.
 */
void runApp((plan) => {
  buildAwsApp(plan).synth();
});
