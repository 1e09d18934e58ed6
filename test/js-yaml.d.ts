/* As much of js-yaml as the tests use: another reader of YAML than the one we depend on. */
declare module 'js-yaml' {
  export function load(text: string): unknown;
  export function dump(value: unknown, options?: { lineWidth?: number; noRefs?: boolean }): string;
}
