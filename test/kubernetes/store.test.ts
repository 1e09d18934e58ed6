import { storeManifest } from '../../lib/kubernetes/store';
import {
  type CertificateAuthority,
  fake,
  googleSecretManager,
  provider,
  type RemoteBackend,
  vault,
} from '../../lib/model';
import { CERTIFICATE } from '../certificate';
import { samplePlan } from '../sample';

const specOf = (backend: RemoteBackend): unknown => {
  const [store] = samplePlan({ environment: { backend } }).stores;
  return storeManifest(store!).spec;
};

test('a provider that is not modelled is written as it is given', () => {
  const vault = { apiKey: { secretRef: { name: 'fortanix', key: 'key' } }, apiUrl: 'https://sdkms.example.com' };
  expect(specOf(provider('fortanix', vault))).toEqual({ provider: { fortanix: vault } });
});

test('Google Secret Manager keeps the names of its fields', () => {
  expect(specOf(googleSecretManager({ projectID: 'shop-1234' }))).toEqual({
    provider: { gcpsm: { projectID: 'shop-1234' } },
  });
});

describe('a server that no public authority signs for', () => {
  const vaultOf = (ca: CertificateAuthority): unknown =>
    (specOf(vault({ server: 'https://vault.example.com', ca })) as { provider: { vault: object } }).provider.vault;

  test('is trusted by certificates in the store', () => {
    expect(vaultOf(CERTIFICATE)).toMatchObject({ caBundle: Buffer.from(CERTIFICATE).toString('base64') });
  });

  test('is trusted by certificates that somebody keeps in the cluster', () => {
    const caProvider = { type: 'ConfigMap', name: 'authorities', key: 'ca.crt' } as const;
    expect(vaultOf({ type: 'ConfigMap', name: 'authorities' })).toMatchObject({ caProvider });
    const elsewhere = { type: 'Secret', name: 'a', key: 'b', namespace: 'c' } as const;
    expect(vaultOf(elsewhere)).toMatchObject({ caProvider: elsewhere });
  });
});

test('a fake store holds its values', () => {
  const data = [{ key: 'shop/production/app', value: '{"TOKEN":"x"}' }];
  expect(specOf(fake({ data }))).toEqual({ provider: { fake: { data } } });
});

test('a provider that keeps values reads each field by its own name', () => {
  const plan = samplePlan({ environment: { backend: provider('fake', { data: [] }, { holds: 'values' }) } });
  expect(plan.entries[0]?.fields.map(({ remoteKey }) => remoteKey)).toEqual(['shop/production/app/TOKEN']);
});
