import type { Plan } from '../../model';
import type { Places } from '../place';
import { scanForCredentials } from './credential-scanner';
import { plannedTexts } from './planned-texts';

/** What looks like a real credential: where it stands, and the rule that says so. Never the credential. */
export interface Credential {
  /** An embedded value, such as `database.password`; nothing for a text that was written around the values. */
  readonly field?: string;
  readonly path: string;
  readonly rule: string;
}

/** Every credential in a plan, in one run of the scanner, which two checks share. */
export function credentialsIn(plan: Plan, at: Places): Promise<readonly Credential[]> {
  const started = scans.get(plan);
  if (started) return started;
  const scan = scanPlan(plan, at);
  scans.set(plan, scan);
  return scan;
}

// --- internal ---

/** Kept as long as the plan is. */
const scans = new WeakMap<Plan, Promise<readonly Credential[]>>();

async function scanPlan(plan: Plan, at: Places): Promise<readonly Credential[]> {
  const scanned = [...embeddedValues(plan, at), ...tellingTexts(plan, at)];
  if (scanned.length === 0) return [];
  const suspicion = await scanForCredentials(scanned);
  return [...suspicion].map(([index, rule]) => {
    const { field, path } = scanned[index]!;
    return { ...(field !== undefined && { field }), path: path(), rule };
  });
}

interface Scannable {
  readonly name: string;
  readonly value: string;
  readonly field?: string;
  path(): string;
}

function* embeddedValues({ entries }: Plan, at: Places): Iterable<Scannable> {
  for (const { home, entry, fields } of entries) {
    for (const { name, value } of fields) {
      if (value === undefined) continue;
      const field = name === '' ? entry : `${entry}.${name}`;
      const path = () => at.environment(home, `backend.values.${field}`);
      yield { field, name: name || entry, value: Buffer.from(value, 'base64').toString(), path };
    }
  }
}

/** Each text once: environments repeat what their catalogue says. */
function tellingTexts(plan: Plan, at: Places): Iterable<Scannable> {
  const texts = new Map<string, Scannable>();
  for (const text of plannedTexts(plan, at)) {
    const { name, value } = text;
    if (isTelling(value) && !texts.has(`${name}=${value}`)) texts.set(`${name}=${value}`, text);
  }
  return texts.values();
}

/** To start the scanner costs more than all other checks, so prose and names, which hold no credential, do not. */
const isTelling = (text: string): boolean =>
  text.length >= 16 && /-----BEGIN |:\/\/[^\s/]*:[^\s/]*@|(?=[^\s\d]*\d)\S{16}/.test(text);
