import { satisfies, valid } from 'semver';

/** What is publicly known to be unsafe about a version of the operator. */
export interface Advisory {
  readonly id: string;
  /** What somebody can do with it who may write an object of the operator's in one namespace. */
  readonly lets: string;
}

/** Those of a version that are about what is written here, not about a single provider. */
export const advisoriesOf = (version: string): Advisory[] =>
  valid(version) === null
    ? []
    : ADVISORIES.filter(({ affected }) => satisfies(version, affected)).map(({ id, lets }) => ({ id, lets }));

// --- internal ---

const ADVISORIES: readonly (Advisory & { readonly affected: string })[] = [
  {
    // @see https://github.com/external-secrets/external-secrets/security/advisories/GHSA-fcxq-v2r3-cc8h
    id: 'GHSA-fcxq-v2r3-cc8h',
    affected: '<0.19.2',
    lets: 'a PushSecret reads Secrets of every namespace',
  },
  {
    // @see https://github.com/external-secrets/external-secrets/security/advisories/GHSA-77v3-r3jw-j2v2
    id: 'GHSA-77v3-r3jw-j2v2',
    affected: '>=0.20.2 <1.2.0',
    lets: "an ExternalSecret's template reads Secrets of every namespace",
  },
];
