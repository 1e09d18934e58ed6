import { kustomizeNameHash, nameWithHash } from '../../lib/model/kustomize-hash';

const secret = { name: 'app', type: 'a<b>&c', data: { URL: 'YTxiPiZj', PASSWORD: 'aHVudGVyMg==' } };

test('the hash is the one that kubectl 1.32 printed', () => {
  expect(nameWithHash(secret)).toBe('app-t9c8897246');
});

test('the hash is of type and values, not of the name or the order', () => {
  expect(kustomizeNameHash({ ...secret, name: 'other' })).toBe('t9c8897246');
  expect(kustomizeNameHash({ ...secret, data: { PASSWORD: 'aHVudGVyMg==', URL: 'YTxiPiZj' } })).toBe('t9c8897246');
  expect(kustomizeNameHash({ ...secret, type: 'Opaque' })).not.toBe('t9c8897246');
  expect(kustomizeNameHash({ ...secret, data: { ...secret.data, URL: '' } })).not.toBe('t9c8897246');
});
