import type { Case } from './cases';

const labelled = (secretLabels: Record<string, string>, secretAnnotations: Record<string, string> = {}) => ({
  bundles: { a: { all: ['app'], secretLabels, secretAnnotations } },
});
const PLACE = 'environments/shop/catalogue.ts bundles.a';

export const cases: Case[] = [
  [
    'names with and without a prefix, and any annotation',
    labelled({ 'argocd.argoproj.io/secret-type': 'cluster', team: '' }, { 'a/b': 'x: y' }),
  ],
  ['a name with a space', labelled({ 'my team': 'shop' }), `${PLACE}.secretLabels.my team`],
  ['a value with a colon', labelled({ team: 'shop:a' }), `${PLACE}.secretLabels.team`],
  ['a value that is too long', labelled({ team: 'a'.repeat(64) }), `${PLACE}.secretLabels.team`],
  ['an annotation with two slashes', labelled({}, { 'a/b/c': 'x' }), `${PLACE}.secretAnnotations.a/b/c`],
];
