/* Run by process.test.ts as a process of its own: writes many files into the folder that it is told. */
import { uninterrupted } from '../../lib/cli/uninterrupted';
import { writeOutput } from '../../lib/cli/write-output';

const [dir = '', count = '0'] = process.argv.slice(2);
const files = Array.from({ length: Number(count) }, (_, at) => ({
  path: `kubernetes/shop/dev/shop/secret-${at}.yaml`,
  text: `managed-by: keywright\n${'line\n'.repeat(100)}`,
}));

void uninterrupted(() => writeOutput(dir, files));
