import { join } from 'node:path';
import { askEngine, type EngineState } from '../engine/control';
import type { VaultAccess } from '../engine/parts/vault-api';
import type { KubernetesObject } from './kubectl';

/** How long a test waits for a part that the first run on a machine builds. */
export const BUILDING = 30 * 60_000;

/** The engine of this worker, which all its suites share. */
export const engine = {
  state: (): Promise<EngineState> => ask('state'),
  /** Makes the cluster's tokens those of this issuer, given without `https://`. */
  becomeIssuer: (issuer: string): Promise<void> => ask('issuer', `https://${issuer}`),
  /** Runs another version of the operator, with its definitions and webhook; what the one before made must go first. */
  useOperator: (version: string): Promise<void> => ask('operator', version),
  /** Runs the operator as the pods of what its chart has made, and no more than that may: `external-secrets`, `external-secrets-2`, … */
  runInstalled: (objects: readonly KubernetesObject[]): Promise<void> => ask('installed', JSON.stringify(objects)),
  /** Runs it again as it runs for every other suite. */
  runUsual: (): Promise<void> => ask('usual'),
  /** The address of an AWS of its own, for stacks only. */
  cloudFormation: (): Promise<string> => ask('cloudformation'),
  /** Vault, which the operator finds at this host name from now on. */
  vault: (host: string): Promise<VaultAccess> => ask('vault', host),
  /** Kills a part of the engine, as a node that fails does. "aws" is the operator's way to AWS, "vault" that to Vault: it refuses then. */
  stop: (name: string): Promise<void> => ask('stop', name),
  /** Starts it again with the data it had; one that runs is started anew. */
  start: (name: string): Promise<void> => ask('start', name),
};

/** The variable with the folder in which the engines' sockets are. */
export const ENGINES = 'KEYWRIGHT_ENGINES';

/** Where the engine of one of jest's workers is steered. */
export function socketOf(worker: number): string {
  const folder = process.env[ENGINES];
  if (!folder) throw new Error('no engine: run these tests with "npm run e2e"');
  return join(folder, `${worker}.sock`);
}

// --- internal ---

function ask<Answer>(command: string, argument = ''): Promise<Answer> {
  return askEngine(socketOf(Number(process.env.JEST_WORKER_ID)), command, argument);
}
