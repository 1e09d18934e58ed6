import { join } from 'node:path';
import type { Binaries } from '../build/builds';
import type { PartSpec } from './part';
import { answers } from './probe';
import { logOf, type Site } from './site';

/** MiniStack with the overrides of cloudformation.py: an AWS to deploy into that asks nobody for rights. */
export const cloudFormation = ({ python }: Binaries, site: Site, port: number): PartSpec => ({
  name: 'cloudformation',
  command: python,
  args: [join(__dirname, '..', 'emulator', 'cloudformation.py')],
  env: {
    PYTHONDONTWRITEBYTECODE: '1',
    // it binds all interfaces unless it is told
    BIND_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    SFTP_ENABLED: '0',
    IOT_MTLS_ENABLED: '0',
    // it removes containers that an earlier one has left, and here are none of its own
    DOCKER_HOST: `unix://${join(site.folder, 'no-docker.sock')}`,
    TMPDIR: site.folder,
    STATE_DIR: join(site.folder, 'cloudformation'),
    S3_DATA_DIR: join(site.folder, 'cloudformation', 's3'),
  },
  log: logOf('cloudformation', site),
  ready: () => answers(`http://127.0.0.1:${port}/_ministack/ready`),
});
