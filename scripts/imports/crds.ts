import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Where ESO's CustomResourceDefinitions come from; the sum is the one that Go's checksum database has. */
export const ESO_MODULE = {
  version: 'github.com/external-secrets/external-secrets@v0.20.4',
  sum: 'h1:HhNAjWfFEshhItphr28SGsHzf2bUP7uDAOVLg76uNAg=',
};

/** As much of a CustomResourceDefinition as is read here. */
export interface CustomResourceDefinition {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly CrdVersion[];
  };
}

export interface CrdVersion {
  readonly name: string;
  readonly served: boolean;
  readonly schema: { readonly openAPIV3Schema: CrdSchema };
}

/** @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema */
export interface CrdSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, CrdSchema>>;
  readonly items?: CrdSchema;
  readonly additionalProperties?: boolean | CrdSchema;
  readonly [keyword: string]: unknown;
}

/** The CustomResourceDefinitions of ESO's own group and of its generators, whole. */
export function readCustomResourceDefinitions(): CustomResourceDefinition[] {
  const folder = join(downloadModule(), 'config', 'crds', 'bases');
  return readdirSync(folder)
    .filter((file) => file.includes('external-secrets.io_'))
    .sort()
    .map((file) => parse(readFileSync(join(folder, file), 'utf8')) as CustomResourceDefinition);
}

/** One version of one kind. */
export function findVersion(
  definitions: readonly CustomResourceDefinition[],
  kind: string,
  name: string,
): { readonly definition: CustomResourceDefinition; readonly version: CrdVersion } {
  const definition = definitions.find((one) => one.spec.names.kind === kind);
  const version = definition?.spec.versions.find((one) => one.name === name);
  if (!definition || !version) throw new Error(`ESO has no ${kind} ${name}`);
  return { definition, version };
}

// --- internal ---

/** The folder of the module in Go's own cache. */
function downloadModule(): string {
  const answer = JSON.parse(go('mod', 'download', '-json', ESO_MODULE.version)) as { Dir: string; Sum: string };
  if (answer.Sum !== ESO_MODULE.sum) {
    throw new Error(`${ESO_MODULE.version} has the sum ${answer.Sum}, not ${ESO_MODULE.sum}`);
  }
  return answer.Dir;
}

function go(...args: string[]): string {
  try {
    return execFileSync('go', args, { encoding: 'utf8' });
  } catch (cause) {
    throw new Error(`"go ${args.join(' ')}" failed; the CustomResourceDefinitions come from a Go module`, { cause });
  }
}
