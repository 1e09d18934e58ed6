import { type BundleInput, type Composed, parseComposed } from '../model';

/** The names of the entries that a bundle reads something of, as it says them: there need be none of that name. */
export function entriesNamed({ all = [], everything, keys = {}, templateFrom = [] }: BundleInput): string[] {
  const sources = [...Object.values(keys), ...templateFrom.map(({ template }) => template)];
  const references = sources.flatMap(referencesIn);
  return [...all, ...(everything === undefined ? [] : [everything]), ...references.map(entryIn)];
}

// --- internal ---

function referencesIn(from: NonNullable<BundleInput['keys']>[string]): string[] {
  if (typeof from === 'string') return [from];
  if ('from' in from) return [from.from];
  if ('compose' in from) return referencesInText(from);
  return [...Object.values(from.inputs).flatMap(referencesIn), ...(from.dev ? referencesInText(from.dev) : [])];
}

function referencesInText({ compose }: Composed): string[] {
  const parsed = parseComposed(compose);
  // Where its braces go wrong there is a finding.
  const parts = 'problem' in parsed ? [] : parsed.parts;
  return parts.flatMap((part) => (typeof part === 'string' ? [] : [part.reference]));
}

/** Field names may contain dots, entry names do not. */
const entryIn = (reference: string): string => reference.split('.', 1)[0]!;
