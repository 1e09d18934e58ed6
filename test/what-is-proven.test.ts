import { formatProofs, type Proof } from './e2e/proof/what-is-proven';

const proof = (suite: string, ...within: string[]): Proof => ({ suite, within, title: 'it holds' });
const headOf = (...proofs: Proof[]): string =>
  formatProofs(proofs, ['nova/dev', 'nova/production'], []).split('## ')[0]!;

describe('the page of what is proven', () => {
  test('names each suite without an environment as one whose catalogues the tests write', () => {
    const head = headOf(proof('words'), proof('brand-new'), proof('systems', 'nova/dev'), proof('finds', 'in Vault'));
    expect(head).toContain('That is all of\nBrand new, Finds and Words.\n');
  });

  test('does not name a suite in which one test is of an environment', () => {
    const head = headOf(proof('words'), proof('versions'), proof('versions', 'with 0.17', 'nova/production'));
    expect(head).toContain('That is all of\nWords.\n');
  });

  test('has the environments of a sentence behind it, in the order of the plan', () => {
    const page = formatProofs(
      [proof('systems', 'nova/production'), proof('systems', 'nova/dev')],
      ['nova/dev', 'nova/production'],
      [],
    );
    expect(page).toContain('## Systems\n\n- it holds (nova/dev, nova/production)\n');
  });
});
