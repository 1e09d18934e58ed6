import type { Plan, PlannedBundle, PlannedEntry } from '../../model';
import { formatSelector } from '../../model/namespace-selector';
import type { Places } from '../place';
import { gitopsPlace } from './gitops-place';
import { writtenSecretName } from './secret-name';

/** A text of `environments/` that reaches the output or a report. */
export interface PlannedText {
  /** What it is the value of, as far as that tells something. */
  readonly name: string;
  readonly value: string;
  path(): string;
}

/** Summaries, names, tags and the literal parts of composed keys. A name is not part of its own place. */
export function* plannedTexts(plan: Plan, at: Places): Iterable<PlannedText> {
  for (const { id, summary, folder } of plan.systems) {
    yield text(id, () => `${folder}/catalogue.ts system`);
    yield text(summary, () => `${folder}/catalogue.ts summary`);
  }
  for (const entry of plan.entries) yield* entryTexts(entry, at);
  for (const bundle of plan.bundles) yield* bundleTexts(bundle, at);
  for (const store of plan.stores) yield text(store.name, () => at.store(store, 'name'));
  for (const tree of plan.gitops) {
    if (tree.kind === 'argocd') yield text(tree.repoURL, () => gitopsPlace(tree, at, 'repoURL'));
  }
  for (const role of plan.roles) yield text(role.name, () => at.role(role, 'role.name'));
}

// --- internal ---

const text = (value: string | undefined, path: () => string, name = 'text'): PlannedText => ({
  name,
  value: value ?? '',
  path,
});

function* entryTexts(entry: PlannedEntry, at: Places): Iterable<PlannedText> {
  const { home, entry: id, remoteKey, summary, owner, tags, fields } = entry;
  const place = (field: string) => () => at.catalogue(home, `entries.${id}.${field}`);
  yield text(id, () => at.catalogue(home, 'entries'));
  if (!remoteKey.includes(id))
    yield text(remoteKey, () => at.entry(entry, 'name', (one) => one.remoteKey === remoteKey));
  yield text(summary, place('summary'));
  yield text(owner, place('owner'));
  for (const [key, value] of Object.entries(tags)) {
    yield text(key, place('tags'));
    if (value !== owner) yield text(value, place(`tags.${key}`), key);
  }
  for (const field of fields) {
    yield text(field.name, place('fields'));
    yield text(field.summary, place(`fields.${field.name}.summary`));
  }
}

function* bundleTexts(bundle: PlannedBundle, at: Places): Iterable<PlannedText> {
  const { home, bundle: id, summary, namespace, source, keys, consumers } = bundle;
  const place = (field: string) => () => at.catalogue(home, `bundles.${id}.${field}`);
  const secret = writtenSecretName(bundle);
  yield text(id, () => at.catalogue(home, 'bundles'));
  yield text(summary, place('summary'));
  if (namespace !== undefined) yield text(namespace, () => at.namespace(bundle, (one) => one.namespace === namespace));
  if (secret !== id)
    yield text(secret, () => at.bundle(bundle, 'secretName', (one) => writtenSecretName(one) === secret));
  if (source.kind === 'sync' && source.name !== id) yield text(source.name, () => at.bundle(bundle, 'syncName'));
  if (source.kind === 'sync' && source.clusterSync) {
    const { name, namespaceSelector } = source.clusterSync;
    yield text(name, () => at.bundle(bundle, 'clusterSyncName'));
    yield text(formatSelector(namespaceSelector), () => at.bundle(bundle, 'namespaceSelector'));
  }
  for (const key of keys) {
    yield text(key.name, place('keys'));
    if (typeof key.template === 'string') yield text(key.template, place(`keys.${key.name}`), key.name);
    for (const part of key.parts) if (typeof part === 'string') yield text(part, place(`keys.${key.name}`), key.name);
  }
  for (const { template } of bundle.templateFrom) {
    if (typeof template === 'string') yield text(template, place('templateFrom'));
  }
  for (const [key, value] of Object.entries({ ...bundle.secretLabels, ...bundle.secretAnnotations })) {
    yield text(value, place('secretLabels'), key);
  }
  for (const { name, env } of consumers) {
    for (const value of [name, ...env]) yield text(value, place('consumers'));
  }
}
