import type { Flaw } from '../check';
import { hasPlaceholder, quoted } from './words';

/** What a name may look like. */
export interface NameRule {
  readonly what: string;
  readonly pattern: RegExp;
  readonly limit: number;
  /** The name with what is not allowed replaced. */
  likely(name: string): string;
}

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names */
export const DNS_LABEL: NameRule = {
  what: 'a DNS label: lower-case letters, digits and "-", at most 63, a letter or digit at both ends',
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  limit: 63,
  likely: (name) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, ''),
};

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names */
export const DNS_SUBDOMAIN: NameRule = {
  what: 'a DNS subdomain: lower-case letters, digits, "-" and ".", at most 253, a letter or digit at both ends',
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  limit: 253,
  likely: (name) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/-*\.[-.]*/g, '.')
      .replace(/^[-.]+|[-.]+$/g, ''),
};

/** @see https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data */
export const SECRET_KEY: NameRule = {
  what: 'a key of a Secret: letters, digits, "-", "_" and ".", at most 253',
  // Kubernetes takes "." and what begins with ".." for a way out of the volume.
  pattern: /^(?!\.$|\.\.)[-._a-zA-Z0-9]+$/,
  limit: 253,
  likely: (name) => name.replace(/[^-._a-zA-Z0-9]+/g, '_').replace(/^\.+$|^\.\.+/, ''),
};

/**
 * Newer clusters take more, such as a digit first.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.30.0/staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go
 */
export const VARIABLE: NameRule = {
  what: 'a variable: letters, digits, "-", "_" and ".", no digit first',
  pattern: /^(?!\.$|\.\.)[-._a-zA-Z][-._a-zA-Z0-9]*$/,
  limit: 253,
  likely: (name) =>
    name
      .replace(/[^-._a-zA-Z0-9]+/g, '_')
      .replace(/^\.+$|^\.\.+/, '')
      .replace(/^(?=[0-9])/, '_'),
};

/** What is wrong with a name, and the likely fix. A left-over placeholder has a check of its own. */
export function misnamed(rule: NameRule, name: string): Omit<Flaw, 'path'> | undefined {
  if ((rule.pattern.test(name) && name.length <= rule.limit) || hasPlaceholder(name)) return undefined;
  const message = `${quoted(name)} is not ${rule.what}`;
  if (rule.pattern.test(name)) return { message, mend: `shorten it to ${rule.limit} characters` };
  const likely = rule.likely(name).slice(0, rule.limit);
  // What is left of an emoji is no name.
  const isName = rule.pattern.test(likely) && /[A-Za-z0-9]/.test(likely);
  return { message, mend: isName ? `write ${quoted(likely)}` : 'choose another name' };
}
