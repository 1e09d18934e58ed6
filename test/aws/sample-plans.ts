import {
  type CatalogueInput,
  type EnvironmentInput,
  eksCluster,
  irsa,
  type Plan,
  podIdentity,
  secretsManager,
  staticCredentials,
} from '../../lib/model';
import { buildPlan } from '../../lib/plan';

const place = { account: '123456789012', region: 'eu-west-1' };
export const blue = eksCluster({ ...place, name: 'blue', oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/B1' });
export const green = eksCluster({ ...place, name: 'green', oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/9E' });

type Entries = Pick<CatalogueInput, 'entries'> & Partial<CatalogueInput>;

/** The shop in staging: its stacks are `shop-staging-entries` and `shop-staging-access`. One bundle of all entries. */
export function shopPlan(catalogue: Entries, environment: Partial<EnvironmentInput> = {}): Plan {
  const bundles = { app: { all: Object.keys(catalogue.entries) } };
  const shop = { system: 'shop', environments: ['staging'], namespace: 'shop', bundles, ...catalogue };
  const cluster = environment.clusters ? {} : { cluster: blue };
  const staging = { name: 'staging', ...cluster, backend: secretsManager(), ...environment };
  return buildPlan({ systems: [{ catalogue: shop, environments: [staging] }] });
}

/** One entry, and nothing said that need not be said. */
export const defaults = (): Plan => shopPlan({ entries: { app: { fields: { TOKEN: {} } } } });

/** Whatever a template can hold: tags, keys, an existing entry, two clusters, a role with everything of its own. */
export function everything(): Plan {
  const catalogue: Entries = {
    owner: 'team-shop',
    entries: {
      app: { summary: 'What the shop needs', tags: { 'cost-center': '42' }, fields: { TOKEN: {} } },
      database: { formerly: 'db', kmsKey: { arn: KEY_ARN }, fields: { PASSWORD: {} } },
      partner: { existing: true, name: 'partner/api', fields: { KEY: {} } },
    },
  };
  const role = { name: 'shop-reader', path: '/readers/', permissionsBoundary: BOUNDARY_ARN };
  return shopPlan(catalogue, {
    clusters: [blue, green],
    backend: secretsManager({ entryName: 'shop/{entry}', kmsKey: { create: true } }),
    store: { identity: irsa({ serviceAccount: 'shop-reader', role }) },
  });
}

/** Two Secrets that are kept: one with a key of its own, one that goes with its push. Both are read. */
export const pushing = (): Plan =>
  shopPlan({
    entries: {
      app: { fields: { TOKEN: {} } },
      certificate: {
        summary: 'TLS of the shop',
        tags: { team: 'web' },
        kmsKey: { arn: KEY_ARN },
        fields: { certificate: {}, 'private-key': {}, authority: { optional: true } },
      },
      token: { value: {} },
    },
    bundles: {
      app: { all: ['app', 'certificate'], keys: { ROBOT: 'token' } },
    },
    pushes: {
      'ingress-tls': {
        entry: 'certificate',
        fields: { certificate: 'tls.crt', 'private-key': 'tls.key', authority: 'ca.crt' },
      },
      token: { entry: 'token', key: 'token', secretName: 'robot', refreshInterval: '10m', deletionPolicy: 'Delete' },
    },
  });

/** The operator's own role through EKS Pod Identity. */
export const withPodIdentity = (): Plan =>
  shopPlan({ entries: { app: { fields: { TOKEN: {} } } } }, { store: { identity: podIdentity() } });

/** An access key that somebody else makes: a policy and no role. */
export const withStaticCredentials = (): Plan =>
  shopPlan(
    { entries: { app: { fields: { TOKEN: {} } } } },
    { store: { identity: staticCredentials({ secretName: 'aws-credentials' }) } },
  );

// --- internal ---

const KEY_ARN = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const BOUNDARY_ARN = 'arn:aws:iam::123456789012:policy/boundary';
