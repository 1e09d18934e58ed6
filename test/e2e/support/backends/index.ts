import type { BackendKind, PlannedBackend, PlannedEnvironment } from '../../../../lib/model';
import { awsBackend } from './aws-backend';
import type { Backend } from './backend';
import { parameterStoreBackend } from './parameter-store-backend';
import { vaultBackend } from './vault-backend';

export type { Backend } from './backend';

/** Whether the engine has a backend. */
export const isKept = (kind: BackendKind): boolean => BACKENDS[kind] !== undefined;

export const tryBackendOf = ({ backend }: PlannedEnvironment): Backend | undefined => BACKENDS[backend];

export function backendOf(environment: PlannedEnvironment): Backend {
  const backend = tryBackendOf(environment);
  if (!backend) throw new Error(`the engine has no ${environment.backend} for ${environment.id}`);
  return backend;
}

/** What keeps the entries of a backend of the plan. */
export function keeperOf({ id, kind }: PlannedBackend): Backend {
  const backend = BACKENDS[kind];
  if (!backend) throw new Error(`the engine has no ${kind} for ${id}`);
  return backend;
}

// --- internal ---

const BACKENDS: Partial<Record<BackendKind, Backend>> = {
  secretsManager: awsBackend,
  parameterStore: parameterStoreBackend,
  vault: vaultBackend,
};
