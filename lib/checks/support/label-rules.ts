import type { NameRule } from './name-rule';

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
export const LABEL_NAME: NameRule = {
  what: 'the name of a label: letters, digits, "-", "_" and ".", at most 63, and before them perhaps a DNS name and "/"',
  pattern: /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-._A-Za-z0-9]{0,61}[A-Za-z0-9])?$/,
  limit: 253 + 1 + 63,
  likely: (name) => name.split('/').map(cut).join('/'),
};

export const LABEL_VALUE: NameRule = {
  what: 'the value of a label: letters, digits, "-", "_" and ".", at most 63, a letter or digit at both ends',
  pattern: /^([A-Za-z0-9]([-._A-Za-z0-9]*[A-Za-z0-9])?)?$/,
  limit: 63,
  likely: cut,
};

// --- internal ---

function cut(text: string): string {
  return text.replace(/[^-._A-Za-z0-9]+/g, '-').replace(/^[-._]+|[-._]+$/g, '');
}
