import * as fc from 'fast-check';
import { TextSearch } from '../../../lib/checks/support/text-search';

const value = fc.string({ unit: fc.constantFrom('a', 'b', 'ü'), minLength: 8, maxLength: 12 });

test('finds what includes() finds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(value, { maxLength: 20 }), fc.array(value, { maxLength: 20 }), (values, texts) => {
      const text = texts.join('');
      expect([...new TextSearch(values).in(text)].sort()).toEqual(values.filter((it) => text.includes(it)).sort());
    }),
  );
});
