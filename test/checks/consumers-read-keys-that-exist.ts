import type { Case } from './cases';

const reading = (env: string[], from: object = { all: ['app'] }) => ({
  bundles: { a: { ...from, consumers: [{ kind: 'Job' as const, name: 'import', env }] } },
});

export const cases: Case[] = [
  ['a key of the bundle', reading(['TOKEN'])],
  ['any key of an open bundle', reading(['WHATEVER'], { everything: 'app' })],
  ['a key that nobody has', reading(['TOKEM']), 'environments/shop/catalogue.ts bundles.a.consumers'],
];
