import { type Output, type Plan, vault } from '../../lib/model';
import { samplePlan } from '../sample';

/** What is written for the smallest system on Vault, by hand. A case changes one thing. */
export function writtenVault(change: (draft: Draft) => void = () => {}): { output: Output; plan: Plan } {
  const draft = draftOutput();
  change(draft);
  const { serviceAccount, store, sync, policy, role } = draft;
  const output = {
    manifests: [serviceAccount, store, sync].map((object) => ({
      path: `kubernetes/${HOME}/shop/${object.kind.toLowerCase()}-${object.metadata.name}.yaml`,
      text: JSON.stringify(object),
      objects: [object],
    })),
    templates: [],
    access: [
      { path: `vault/${HOME}/policy-shop.hcl`, text: policy },
      { path: `vault/${HOME}/role-shop.json`, text: JSON.stringify(role) },
    ],
  };
  return { output, plan: samplePlan({ environment: { backend: vault({ server: 'https://vault.example.com' }) } }) };
}

// --- internal ---

const HOME = 'shop/production';

type Draft = ReturnType<typeof draftOutput>;

function draftOutput() {
  const [namespace, reader] = ['shop', 'shop-external-secrets'];
  const kubernetes = {
    mountPath: 'kubernetes',
    role: 'shop',
    serviceAccountRef: { name: reader, audiences: ['vault'] },
  };
  const provider = {
    vault: { server: 'https://vault.example.com', path: 'secret', version: 'v2', auth: { kubernetes } },
  };
  return {
    serviceAccount: { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: reader, namespace } },
    store: {
      apiVersion: 'external-secrets.io/v1',
      kind: 'SecretStore',
      metadata: { name: 'vault', namespace },
      spec: { provider },
    },
    sync: {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'shop-secrets', namespace },
      spec: {
        data: [{ remoteRef: { key: 'shop/production/app', property: 'TOKEN' }, secretKey: 'TOKEN' }],
        secretStoreRef: { kind: 'SecretStore', name: 'vault' },
        target: { name: 'shop-secrets', creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      },
    },
    policy: 'path "secret/data/shop/production/app" {\n  capabilities = ["read"]\n}\n',
    role: {
      audience: 'vault',
      bound_service_account_names: [reader],
      bound_service_account_namespaces: [namespace],
      token_policies: ['shop'],
    },
  };
}
