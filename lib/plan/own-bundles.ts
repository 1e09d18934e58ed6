import type { BundleInput, EntryInput } from '../model';
import type { Site } from './sites';

/** Every bundle of a catalogue: those that it writes, and that of each entry which says its key itself. */
export function bundlesOf(site: Site): Readonly<Record<string, BundleInput>> {
  const { entries, bundles } = site.catalogue;
  const own = Object.entries(entries).flatMap(([name, entry]) => {
    checkOwn(site, name, entry);
    const bundle = ownBundle(name, entry);
    return bundle ? [[name, bundle] as const] : [];
  });
  return { ...Object.fromEntries(own), ...bundles };
}

// --- internal ---

function ownBundle(name: string, { summary, fields, secretKey, onlyIn }: EntryInput): BundleInput | undefined {
  if (secretKey === undefined || fields) return undefined;
  return { ...(summary !== undefined && { summary }), keys: { [secretKey]: name }, ...(onlyIn && { onlyIn }) };
}

function checkOwn({ catalogue, files, report }: Site, name: string, entry: EntryInput): void {
  if (entry.secretKey === undefined) return;
  const at = { kind: 'value', file: files.catalogue, field: `entries.${name}.secretKey`, allowed: [] } as const;
  if (entry.fields) report({ ...at, expected: '`secretKey` of an entry with `value`; fields are taken by a bundle' });
  if (Object.hasOwn(catalogue.bundles, name))
    report({ ...at, expected: `either \`secretKey\` or the bundle "${name}", which takes the entry too` });
}
