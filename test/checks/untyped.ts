import { secretsManager } from '../../lib/model';
import { sampleCluster } from '../sample';
import { untyped } from './cases';

/*
 * What does not compile, and a loader that only strips types lets through.
 */

const rest = { system: 'shop', environments: ['dev', 'production'], namespace: 'shop' };
export const ENTRIES = { app: { fields: { TOKEN: {} } }, database: { fields: { password: {} } }, key: { value: {} } };
const bundles = { 'shop-secrets': { all: ['app', 'database'], keys: { KEY: 'key' } } };
const production = { name: 'production', cluster: sampleCluster(), backend: secretsManager() };

/** A catalogue that says something else. */
export const catalogue = (said: object) =>
  untyped({ systems: [{ catalogue: { ...rest, entries: ENTRIES, bundles, ...said }, environments: [production] }] });

/** The entries above, one of which says something else. */
export const entry = (said: object) => catalogue({ entries: { ...ENTRIES, app: { fields: { TOKEN: {} }, ...said } } });

export const plainValue = (said: object) => catalogue({ entries: { ...ENTRIES, key: { value: said } } });

export const field = (said: object) => entry({ fields: { TOKEN: said } });

export const bundle = (said: object) =>
  catalogue({ bundles: { ...bundles, 'shop-secrets': { ...bundles['shop-secrets'], ...said } } });

/** The catalogue above with a push, which says something else. */
export const push = (said: object) => catalogue({ pushes: { made: { entry: 'app', ...said } } });

export const environment = (said: object) =>
  untyped({
    systems: [{ catalogue: { ...rest, entries: ENTRIES, bundles }, environments: [{ ...production, ...said }] }],
  });

export const clusterSaying = (said: object) => environment({ cluster: { ...sampleCluster(), ...said } });

/** An environment with a cluster store, which says something else. */
export const clusterStore = (said: object) => environment({ cluster: sampleCluster({ stores: said as never }) });

export const embeddedValues = (values: object) =>
  environment({
    name: 'dev',
    backend: { kind: 'embedded', values: { app: { TOKEN: 'x' }, database: { password: 'x' }, key: 'x', ...values } },
  });
