import type { PlanCheck } from './check';
import { recordAt } from './support/json-at';
import { isQuantity } from './support/quantity';
import { quoted } from './support/words';

export const operatorResourcesAreQuantities: PlanCheck = {
  code: 'operator-resources-are-quantities',
  severity: 'error',
  summary: 'CPU and memory of an operator are quantities, such as `50m` and `128Mi`.',
  *run(plan, at) {
    for (const { id, values } of plan.operators) {
      for (const list of ['requests', 'limits']) {
        for (const [name, given] of Object.entries(recordAt(values, 'resources', list))) {
          if (isQuantity(given)) continue;
          const text = String(given);
          yield {
            path: at.cluster(id, `operator.resources.${list}.${name}`),
            message: `${quoted(text)} is not a quantity: digits, and \`m\`, \`k\`, \`M\`, \`G\`, \`Ki\`, \`Mi\` or \`Gi\``,
            mend: likelyQuantity(text) ?? (name === 'cpu' ? 'write "50m", say' : 'write "128Mi", say'),
          };
        }
      }
    }
  },
};

// --- internal ---

/** What was meant by `128MB`, `128 Mi` or `1gi`. */
function likelyQuantity(text: string): string | undefined {
  const [, digits, unit = ''] = /^\s*([\d.]+)\s*([kmg]i?)b?\s*$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return `write ${quoted(`${digits}${unit[0]!.toUpperCase()}i`)}`;
}
