import type { Case } from './cases';
import { written } from './written';

const also = (home: string, name: string) =>
  written((draft) => {
    const object = { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'shop' } };
    draft.others.push({ home: 'shop/production', object: { ...object, metadata: { ...object.metadata, name: 'a' } } });
    draft.others.push({ home, object });
  });
const PLACE = 'dist/kubernetes/shop/production/shop/secret-a.yaml';

export const cases: Case[] = [
  ['two names', also('shop/production', 'b')],
  ['two folders', also('shop/staging', 'a')],
  ['one name in one file', also('shop/production', 'a'), PLACE, PLACE],
];
