import type { FieldInput } from '../../lib/model';
import type { Case } from './cases';

const token = (shape: NonNullable<FieldInput['shape']>) => ({
  entries: { app: { fields: { TOKEN: { generate: { length: 32 }, shape } } } },
});
const PLACE = 'environments/shop/catalogue.ts entries.app.fields.TOKEN.generate';

export const cases: Case[] = [
  ['a text', token({ minimumLength: 32 })],
  ['a URL', token('url'), PLACE],
  ['longer than what is generated', token({ minimumLength: 33 }), PLACE],
];
