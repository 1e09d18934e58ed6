/** @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const QUANTITY = /^(\d+\.?\d*|\.\d+)([KMGTPE]i|[munkMGTPE]|[eE][-+]?\d+)?$/;

export const isQuantity = (given: unknown): given is string | number => amountOf(given) !== undefined;

/** How much it is; nothing where it is no quantity. */
export function amountOf(given: unknown): number | undefined {
  if (typeof given === 'number') return given;
  const [, digits, unit = ''] = (typeof given === 'string' && QUANTITY.exec(given)) || [];
  if (digits === undefined) return undefined;
  const isExponent = /^[eE][-+\d]/.test(unit);
  return Number(digits) * (isExponent ? Number(`1${unit}`) : (UNITS[unit] ?? 1));
}

// --- internal ---

const UNITS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  ...Object.fromEntries(['k', 'M', 'G', 'T', 'P', 'E'].map((unit, at) => [unit, 1000 ** (at + 1)])),
  ...Object.fromEntries(['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((unit, at) => [unit, 1024 ** (at + 1)])),
};
