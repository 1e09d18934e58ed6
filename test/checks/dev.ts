import { type EmbeddedValues, embedded, type FieldInput } from '../../lib/model';
import { environments } from './cases';

/** A system in `dev` whose entry `app` has these fields and values. */
export const dev = (values: EmbeddedValues, fields: Readonly<Record<string, FieldInput>> = { TOKEN: {} }) =>
  environments({ entries: { app: { fields } } }, { dev: { tier: 'dev', backend: embedded({ values }) } });
