import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../engine/build/run';

/** A certificate of its own signing and its key, as Go's standard library makes them. */
export async function certificateFor(host: string): Promise<{ readonly certificate: string; readonly key: string }> {
  const cwd = mkdtempSync(join(tmpdir(), 'certificate-'));
  const root = (await run('go', ['env', 'GOROOT'])).trim();
  const program = join(root, 'src/crypto/tls/generate_cert.go');
  await run('go', ['run', program, `--host=${host}`, '--ecdsa-curve=P256'], { cwd });
  const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
  return { certificate: read('cert.pem'), key: read('key.pem') };
}
