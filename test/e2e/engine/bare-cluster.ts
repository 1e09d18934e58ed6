import { rmSync } from 'node:fs';
import { binaries } from './build/builds';
import { FIRST_ISSUER } from './engine';
import { apiServer, etcd } from './parts/control-plane';
import { Part } from './parts/part';
import { kubeconfigOf, prepareSite } from './parts/site';

/** An API server that nobody has used yet, with a store of its own and nothing else: no controller and no operator. */
export interface BareCluster {
  readonly kubeconfig: string;
  /** The operator's definitions, which are not in it yet. */
  readonly crds: string;
  /** Ends it, the data too. */
  stop(): Promise<void>;
}

export async function startBareCluster(): Promise<BareCluster> {
  const made = await binaries(() => undefined);
  const site = await prepareSite();
  const parts = [new Part(etcd(made, site)), new Part(apiServer(made, site, [FIRST_ISSUER]))];
  const stop = async () => {
    await Promise.all(parts.map((part) => part.stop()));
    rmSync(site.folder, { recursive: true, force: true });
  };
  try {
    for (const part of parts) await part.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { kubeconfig: kubeconfigOf('admin', site), crds: made.crds, stop };
}
