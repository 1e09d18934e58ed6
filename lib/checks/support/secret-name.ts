import type { PlannedBundle } from '../../model';

/** A Secret's name as people write it, without the hash. */
export const writtenSecretName = ({ source, secretName }: PlannedBundle): string =>
  source.kind === 'embedded' ? source.name : secretName;
