import type { Generators } from '../../imports/external-secrets-types';

type Kind = Exclude<keyof Generators, 'ClusterGenerator'>;

/**
 * Something that the operator makes values with, instead of reading them: a password, a token of a registry.
 * Nothing is granted for what it calls.
 * @see https://external-secrets.io/latest/api/generator/
 */
export type GeneratorInput = { readonly [K in Kind]: { readonly kind: K; readonly spec: Generators[K] } }[Kind];

const KNOWN: Readonly<Record<Kind, true>> = {
  ACRAccessToken: true,
  CloudsmithAccessToken: true,
  ECRAuthorizationToken: true,
  Fake: true,
  GCRAccessToken: true,
  GithubAccessToken: true,
  Grafana: true,
  MFA: true,
  Password: true,
  QuayAccessToken: true,
  SSHKey: true,
  STSSessionToken: true,
  UUID: true,
  VaultDynamicSecret: true,
  Webhook: true,
};

/** Every kind there is: one that is missing here does not compile. */
export const GENERATOR_KINDS = Object.keys(KNOWN) as [Kind, ...Kind[]];

/** The kinds that make another value every time. */
export const RANDOM_GENERATORS: readonly string[] = ['Password', 'UUID', 'SSHKey'] satisfies readonly Kind[];
