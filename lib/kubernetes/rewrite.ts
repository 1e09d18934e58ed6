import { gte } from 'semver';
import type { ExternalSecretSpecDataFromRewrite } from '../../imports/external-secrets.io';
import type { MergeInput, RewriteInput } from '../model';
import type { Spelled } from './spelled';

type Rewrite = Spelled<ExternalSecretSpecDataFromRewrite>;

/** What becomes of the keys of an open bundle, with the defaults that the operator would add. */
export const rewritesOf = (rewrites: readonly RewriteInput[], version: string): Rewrite[] =>
  rewrites.map((rewrite) => {
    if ('transform' in rewrite) return { transform: { template: rewrite.transform } };
    if ('merge' in rewrite) return { merge: mergeOf(rewrite.merge, version) };
    return { regexp: rewrite };
  });

// --- internal ---

function mergeOf(
  { into, priority, priorityPolicy, conflictPolicy }: MergeInput,
  version: string,
): NonNullable<Rewrite['merge']> {
  return {
    conflictPolicy: conflictPolicy ?? 'Error',
    into: into ?? '',
    ...(priority && { priority }),
    ...(gte(version, MERGE_PRIORITY_POLICY) && { priorityPolicy: priorityPolicy ?? 'Strict' }),
    strategy: into === undefined ? 'Extract' : 'JSON',
  };
}

/** The first version that is known to have it. @see https://github.com/external-secrets/external-secrets/pull/5329 */
const MERGE_PRIORITY_POLICY = '0.20.4';
