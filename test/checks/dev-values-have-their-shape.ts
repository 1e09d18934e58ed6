import type { ShapeInput } from '../../lib/model';
import type { Case } from './cases';
import { dev } from './dev';

const value = (TOKEN: string, shape: ShapeInput | ShapeInput['format']) =>
  dev({ app: { TOKEN } }, { TOKEN: { shape: shape! } });
const PLACE = 'environments/shop/dev.ts backend.values.app.TOKEN';

export const cases: Case[] = [
  ['a URL', value('postgresql://db:5432/shop', 'url')],
  ['PEM', value('-----BEGIN PRIVATE KEY-----\nplaceholder\n-----END PRIVATE KEY-----\n', 'pem')],
  ['JSON', value('{"a": 1}', 'json')],
  ['base64', value('cGxhY2Vob2xkZXI=', 'base64')],
  ['a text that matches', value('shop-1', { pattern: 'shop-[0-9]', minimumLength: 6 })],
  ['no URL', value('db.example.com', 'url'), PLACE],
  ['no PEM', value('placeholder', 'pem'), PLACE],
  ['no JSON', value('{a: 1}', 'json'), PLACE],
  ['no base64', value('placeholder!', 'base64'), PLACE],
  ['a text that matches only in part', value('my-shop-1', { pattern: 'shop-[0-9]' }), PLACE],
  ['a short text', value('shop', { minimumLength: 5 }), PLACE],
];
