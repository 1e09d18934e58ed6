import type { ExternalSecretSpecTargetTemplateTemplateFrom } from '../../imports/external-secrets.io';
import type { PlannedKey, PlannedTemplateFrom, TemplateSource, TemplateTarget } from '../model';
import type { Spelled } from './spelled';

type TemplateFrom = Spelled<ExternalSecretSpecTargetTemplateTemplateFrom>;

/**
 * Templates that a ConfigMap or Secret keeps, each for a key of its own name, and those that make many at once.
 * @see https://external-secrets.io/latest/guides/templating/#templatefrom
 */
export function keptTemplates(keys: readonly PlannedKey[], many: readonly PlannedTemplateFrom[]): TemplateFrom[] {
  const kept = keys.flatMap(({ name, template }) =>
    typeof template === 'object' ? [reference(template, name, 'Values', 'Data')] : [],
  );
  return [
    ...kept,
    ...many.map(({ template, key = '', target }) =>
      typeof template === 'string' ? { literal: template, target } : reference(template, key, 'KeysAndValues', target),
    ),
  ];
}

// --- internal ---

function reference(
  source: TemplateSource,
  key: string,
  templateAs: 'Values' | 'KeysAndValues',
  target: TemplateTarget,
): TemplateFrom {
  const items = [{ key, templateAs }];
  return 'configMap' in source
    ? { configMap: { items, name: source.configMap }, target }
    : { secret: { items, name: source.secret }, target };
}
