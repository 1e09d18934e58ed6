import { run } from '../build/run';
import { kubeconfigOf, type Site } from '../parts/site';

/** Runs kubectl as the cluster's administrator; gives what it printed. */
export const kubectl = (site: Site, args: readonly string[], input?: string): Promise<string> =>
  run('kubectl', [`--kubeconfig=${kubeconfigOf('admin', site)}`, ...args], input === undefined ? {} : { input });
