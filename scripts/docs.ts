/*
 * npm run docs            writes what is generated in docs/ and README.md
 * npm run docs -- --check writes nothing and fails when something is stale
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCatalogueDoc } from './docs/catalogue';
import { formatChecksDoc } from './docs/checks';
import { formatPage, pagesWithParts } from './docs/pages';
import { formatReadme } from './docs/readme';

const root = join(__dirname, '..');
const check = process.argv.includes('--check');

async function main(): Promise<void> {
  const texts = {
    'docs/catalogue.md': formatCatalogueDoc(root),
    'docs/checks.md': formatChecksDoc(),
    'README.md': await formatReadme(root),
    ...Object.fromEntries(pagesWithParts(root).map((path) => [path, formatPage(root, path)])),
  };
  const stale = Object.entries(texts).filter(([path, text]) => read(path) !== text);
  for (const [path, text] of stale) {
    if (!check) writeFileSync(join(root, path), text);
    console.log(check ? `stale: ${path}` : `written: ${path}`);
  }
  if (check && stale.length > 0) {
    console.error('run `npm run docs` and commit what it writes');
    process.exitCode = 1;
  }
}

const read = (path: string): string => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
