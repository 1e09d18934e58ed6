import type { Generators } from '../../imports/external-secrets-types';

type Kind = Exclude<keyof Generators, 'ClusterGenerator'>;

/**
 * Something that the operator makes values with, instead of reading them: a password, a token of a registry.
 * Nothing is granted for what it calls.
 * @see https://external-secrets.io/latest/api/generator/
 */
export type GeneratorInput = { readonly [K in Kind]: { readonly kind: K; readonly spec: Generators[K] } }[Kind];

/** The kinds that make another value every time. */
export const RANDOM_GENERATORS: readonly string[] = ['Password', 'UUID', 'SSHKey'] satisfies readonly Kind[];
