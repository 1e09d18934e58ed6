import { createHash } from 'node:crypto';
import { ApiObject, Chart } from 'cdk8s';
import {
  AbstractPod,
  type Container,
  EnvFrom,
  EnvValue,
  type ISecret,
  type MountOptions,
  Secret,
  Volume,
} from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import {
  type BundleOf,
  type Catalogue,
  type EnvironmentOf,
  isOpen,
  type KeyOf,
  type Plan,
  type PlannedBundle,
  type PlannedKey,
} from '../model';

export interface BindOptions<Environment extends string = string> {
  /** The environment whose Secrets are meant. */
  readonly environment: Environment;
  /** The chart, or the construct in it, whose containers read. */
  readonly scope: Construct;
}

/**
 * The Secrets of a catalogue for the containers of somebody's own chart: their final names (hash included), their
 * keys as literal types, `optional` where the catalogue says so.
 */
export function bind<C extends Catalogue>(
  catalogue: C,
  plan: Plan,
  options: BindOptions<EnvironmentOf<C>>,
): BoundSecrets<C> {
  return new BoundSecrets(catalogue, plan, options);
}

/** See {@link bind}. Every method refuses a container of another namespace than the Secret's. */
export class BoundSecrets<C extends Catalogue> {
  private readonly home: string;
  private readonly secrets = new Map<string, ISecret>();

  constructor(
    catalogue: C,
    private readonly plan: Plan,
    private readonly options: BindOptions<EnvironmentOf<C>>,
  ) {
    this.home = `${catalogue.system}/${options.environment}`;
    const known = plan.environments.map(({ id }) => id);
    if (!known.includes(this.home))
      throw new Error(`the plan has no environment "${this.home}": it has ${known.join(', ')}`);
  }

  /**
   * Environment variables from keys of a bundle: all under their own names, or those that are named here.
   * @param names the bundle's key by the variable's name: `{ DB_USER: 'POSTGRES_USER' }`
   */
  env<Name extends BundleOf<C>>(
    container: Container,
    name: Name,
    names?: Readonly<Record<string, KeyOf<C, Name>>>,
  ): void {
    const bundle = this.bundleFor(container, name);
    if (!names && isOpen(bundle)) {
      throw new Error(`bundle "${name}" is open: name the keys of \`env\`, or use \`envFrom\``);
    }
    const pairs: readonly [string, string][] = names
      ? Object.entries(names)
      : bundle.keys.map((key) => [key.name, key.name]);
    for (const [variable, key] of pairs) {
      const optional = findKey(bundle, key)?.required === false;
      container.env.addVariable(
        variable,
        EnvValue.fromSecretValue({ secret: this.secret(bundle), key }, optional ? { optional } : {}),
      );
    }
  }

  /** Every key of a bundle as environment variables, with a prefix if there is one. */
  envFrom<Name extends BundleOf<C>>(container: Container, name: Name, prefix?: string): void {
    container.env.copyFrom(new EnvFrom(undefined, prefix, this.secret(this.bundleFor(container, name))));
  }

  /**
   * A bundle as files: all keys under their own names, or those that are named here.
   * @param files the bundle's key by the file's path below `path`
   */
  volume<Name extends BundleOf<C>>(
    container: Container,
    name: Name,
    path: string,
    files?: Readonly<Record<string, KeyOf<C, Name>>>,
    options?: MountOptions,
  ): void {
    const bundle = this.bundleFor(container, name);
    container.mount(path, this.volumeOf(bundle, files && itemsOf(bundle, files)), options);
  }

  /** The Secret's final name in the environment, in the bundle's only namespace or in this one. */
  secretName<Name extends BundleOf<C>>(name: Name, namespace?: string): string {
    return this.findBundle(name, namespace).secretName;
  }

  private bundleFor(container: Container, name: string): PlannedBundle {
    const namespaces = namespacesOf(container, this.options.scope);
    const bundle = this.findBundle(name, namespaces[0]);
    // A bundle that a selector places may be in any.
    const other = namespaces.find((namespace) => bundle.namespace !== undefined && namespace !== bundle.namespace);
    if (other !== undefined) throw new Error(otherNamespace(bundle, container, other));
    return bundle;
  }

  private findBundle(name: string, namespace: string | undefined): PlannedBundle {
    const bundles = this.plan.bundles.filter((bundle) => bundle.home === this.home && bundle.bundle === name);
    const found = bundles.find((bundle) => bundle.namespace === namespace) ?? bundles[0];
    if (found) return found;
    throw new Error(`the environment "${this.home}" has no bundle "${name}"`);
  }

  /** One for all containers that mount the same: a pod has no two volumes of one name. */
  private volumeOf(bundle: PlannedBundle, items: Record<string, { path: string }> | undefined): Volume {
    const name = volumeName(bundle.secretName, items);
    const { scope } = this.options;
    const made = scope.node.tryFindChild(`bound-${name}`);
    if (made instanceof Volume) return made;
    // `optional` lets the pod start without the Secret, or without an item of it.
    const optional = Object.keys(items ?? {}).some((key) => findKey(bundle, key)?.required === false);
    return Volume.fromSecret(scope, `bound-${name}`, this.secret(bundle), {
      name,
      ...(items && { items }),
      ...(optional && { optional }),
    });
  }

  private secret({ secretName }: PlannedBundle): ISecret {
    const known = this.secrets.get(secretName);
    if (known) return known;
    // Another `bind` in the same scope may have made it: the id is taken then, and the import says nothing but the name.
    const { scope } = this.options;
    let id = `bound-${secretName}`;
    for (let at = 2; scope.node.tryFindChild(id); at++) id = `bound-${secretName}-${at}`;
    const secret = Secret.fromSecretName(scope, id, secretName);
    this.secrets.set(secretName, secret);
    return secret;
  }
}

// --- internal ---

const otherNamespace = (bundle: PlannedBundle, container: Container, namespace: string): string =>
  `container "${container.name}" runs in namespace "${namespace}", but the Secret "${bundle.secretName}" is in ` +
  `"${bundle.namespace}": a pod reads Secrets of its own namespace only; add "${namespace}" to the namespaces of ` +
  `bundle "${bundle.bundle}", or move the workload`;

/** The namespaces of the pods that a container is part of; of its chart while it is in none. */
function namespacesOf(container: Container, scope: Construct): string[] {
  const pods = scope.node.root.node.findAll().filter((node): node is AbstractPod => node instanceof AbstractPod);
  const own = pods.filter((pod) => [...pod.containers, ...pod.initContainers].includes(container));
  const namespaces = own.map((pod) => ApiObject.of(pod).metadata.namespace ?? Chart.of(pod).namespace);
  const found = own.length > 0 ? namespaces : [Chart.of(scope).namespace];
  return found.filter((namespace) => namespace !== undefined);
}

const findKey = (bundle: PlannedBundle, name: string): PlannedKey | undefined => {
  const key = bundle.keys.find((candidate) => candidate.name === name);
  if (key || isOpen(bundle)) return key;
  throw new Error(
    `bundle "${bundle.bundle}" has no key "${name}": it has ${bundle.keys.map((k) => k.name).join(', ')}`,
  );
};

/** Files by key, as a volume has them: one file for a key. */
function itemsOf(bundle: PlannedBundle, files: Readonly<Record<string, string>>): Record<string, { path: string }> {
  const items: Record<string, { path: string }> = {};
  for (const [path, key] of Object.entries(files)) {
    findKey(bundle, key);
    const other = items[key]?.path;
    if (other !== undefined) throw new Error(`key "${key}" is to be the file "${other}" and "${path}": mount it twice`);
    items[key] = { path };
  }
  return items;
}

/** A DNS label that tells volumes of different content apart. */
function volumeName(secretName: string, items: object | undefined): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([secretName, items ?? null]))
    .digest('hex')
    .slice(0, 8);
  return `${secretName.replaceAll('.', '-').slice(0, 54).replace(/-+$/, '')}-${hash}`;
}
