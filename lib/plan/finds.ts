import type { BackendKind, FindInput, PlannedFind } from '../model';
import type { Keeper } from './keepers';
import { expand, type Place, parameterArn, secretsBelow } from './names';
import type { Site } from './sites';

/** What a bundle finds, as the operator has to be told. */
export function planFind(
  { words }: Site,
  { place, backend: { kind } }: Keeper,
  { path: below, name, tags }: FindInput,
): PlannedFind {
  const path = below === undefined ? undefined : pathIn(kind, expand(below, words));
  const arn = place && path !== undefined && arnOf(kind, place, path, tags !== undefined);
  return {
    ...(path !== undefined && { path }),
    // With neither a name nor tags the operator finds nothing, and says so.
    ...(name === undefined && !tags ? { name: '.*' } : name !== undefined && { name }),
    ...(tags && { tags }),
    ...(arn && { arn }),
  };
}

// --- internal ---

/** In Secrets Manager a path is how a name begins; elsewhere it is a folder, to which the operator adds the slash. */
const pathIn = (backend: BackendKind, path: string): string =>
  backend === 'parameterStore' || backend === 'vault' ? path.replace(/(?<=.)\/+$/, '') : path;

/**
 * A whole path of parameters is read at once; by tags they are read one by one.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html
 * @see https://github.com/external-secrets/external-secrets/blob/v0.20.4/pkg/provider/aws/parameterstore/parameterstore.go
 */
function arnOf(backend: BackendKind, place: Place, path: string, byTags: boolean): string | undefined {
  if (backend === 'secretsManager') return secretsBelow(place, path);
  return backend === 'parameterStore' ? parameterArn(place, byTags ? `${path}/*` : path) : undefined;
}
