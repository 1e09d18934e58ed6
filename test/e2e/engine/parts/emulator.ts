import { join } from 'node:path';
import type { Binaries } from '../build/builds';
import type { PartSpec } from './part';
import { answers } from './probe';
import { emulatorUrl, logOf, type Site } from './site';

/** moto with the overrides of emulator.py: it enforces policies and trust. */
export const emulator = ({ python }: Binaries, site: Site): PartSpec => ({
  name: 'emulator',
  command: python,
  args: [
    join(__dirname, '..', 'emulator', 'emulator.py'),
    String(site.ports.emulator),
    join(site.folder, 'keys', 'tokens.pub'),
  ],
  env: { PYTHONDONTWRITEBYTECODE: '1' },
  log: logOf('emulator', site),
  ready: () => answers(`${emulatorUrl(site)}/keywright/calls`),
});
