import { type TemplateInputs, template } from '../../lib/model';
import type { Sample } from '../sample';

/** A system with a key that is this Go template. */
export const templated = (text: string, inputs: TemplateInputs = { token: 'app.TOKEN' }): Sample => ({
  entries: { app: { fields: { TOKEN: {}, MAIL: {} } } },
  bundles: { 'shop-secrets': { keys: { 'shop.toml': template(text, inputs) } } },
});

export const TEMPLATE_PLACE = 'environments/shop/catalogue.ts bundles.shop-secrets.keys.shop.toml';
