import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  BackendKind,
  Plan,
  PlannedBundle,
  PlannedEntry,
  PlannedEnvironment,
  PlannedStack,
} from '../../../lib/model';
import { gitopsParts } from '../engine/build/gitops';
import { type Aws, accepted, administratorOf } from './aws';
import { installDefinitions } from './definitions';
import { keepForeign } from './foreign';
import type { Kubectl } from './kubectl';
import { type EntryValue, stored } from './values';

/** A bundle of one namespace. */
export type NamespacedBundle = PlannedBundle & { readonly namespace: string };

/** An environment's part of the plan. */
export type EnvironmentPlan = ReturnType<typeof environmentPlan>;

const DIST = join(__dirname, '..', '..', '..', 'dist');

/** The environments that have one of some backends. */
export const environmentsOn = (plan: Plan, includes: (backend: BackendKind) => boolean): PlannedEnvironment[] =>
  mixed(plan.environments.filter(({ backend }) => includes(backend)));

export const environmentsOnAws = (plan: Plan): PlannedEnvironment[] =>
  environmentsOn(plan, (backend) => backend === 'secretsManager');

/** An environment of a plan that is rendered below `dist`. */
export function environmentPlan(plan: Plan, environment: PlannedEnvironment, dist = DIST) {
  const homes = [environment.id, ...environment.clusters.map((name) => `_clusters/${name}`)];
  const within = <T extends { readonly home: string }>(list: readonly T[]): T[] =>
    list.filter(({ home }) => homes.includes(home));
  return {
    environment,
    /** Its own backend. */
    backend: plan.backends.find(({ id }) => id === environment.id)!,
    backends: within(plan.backends),
    dist,
    clusters: plan.clusters.filter(({ id }) => environment.clusters.includes(id)),
    stacks: within(plan.stacks),
    roles: within(plan.roles),
    policies: within(plan.policies),
    vaultRoles: within(plan.vaultRoles),
    serviceAccounts: within(plan.serviceAccounts),
    stores: within(plan.stores),
    operators: within(plan.operators),
    monitors: within(plan.monitors),
    entries: within(plan.entries),
    kmsKeys: within(plan.kmsKeys),
    workloads: within(plan.workloads),
    /** Without those that a selector places, which have a suite of their own. */
    bundles: within(plan.bundles).filter(isInNamespace),
    pushes: within(plan.pushes),
    /** Where its manifests are, those of its clusters first. */
    folders: [...homes]
      .reverse()
      .map((home) => join(dist, 'kubernetes', home))
      .filter((folder) => existsSync(join(folder, 'kustomization.yaml'))),
    namespaces: [...new Set(within([...plan.bundles, ...plan.pushes]).flatMap(({ namespace }) => namespace ?? []))],
  };
}

/** What a platform has before: an OIDC provider in the account for each cluster's issuer. */
export async function createProviders(aws: Aws, { clusters, roles }: EnvironmentPlan): Promise<void> {
  const accounts = new Set(roles.map(({ id }) => id.split(':')[4]!));
  for (const { oidcIssuer, region } of clusters.filter(({ oidcIssuer }) => oidcIssuer !== undefined)) {
    const input = { Url: `https://${oidcIssuer}`, 'ClientIDList.member.1': 'sts.amazonaws.com' };
    for (const account of accounts) {
      accepted(await aws.form('iam', 'CreateOpenIDConnectProvider', input, region!, administratorOf(account)));
    }
  }
}

/** What somebody else has made before: the secrets that no stack and no push of ours makes. */
export async function createExisting(aws: Aws, { backend, entries }: EnvironmentPlan): Promise<void> {
  const [account, region] = [backend.account!, backend.region!];
  const isOthers = ({ keeper, backend: kind, managed, pushedBy }: PlannedEntry): boolean =>
    keeper === backend.id && kind === 'secretsManager' && !managed && pushedBy === undefined;
  for (const entry of entries.filter(isOthers)) {
    const { name: Name, end } = nameAndEnd(entry);
    // By this tag the emulator is told how the ARN ends, which AWS decides.
    const Tags = end === undefined ? [] : [{ Key: '_custom_id_', Value: end }];
    accepted(await aws.secretsManager('CreateSecret', { Name, Tags }, region, administratorOf(account)));
  }
}

/** What an entry of Secrets Manager is called, and what AWS has put behind it where that is known. */
export function nameAndEnd({ arn }: PlannedEntry): { readonly name: string; readonly end: string | undefined } {
  const [, name, end] = /:secret:(.+)-(.{6})$/.exec(arn!)!;
  return { name: name!, end: end === '??????' ? undefined : end };
}

/** A stack's template below a dist folder. */
export const templateOf = (dist: string, { home, id }: PlannedStack): string =>
  readFileSync(join(dist, 'aws', home, `${id}.template.json`), 'utf8');

/** Deploys the templates of `aws` with plain CloudFormation, the entries first. */
export async function deployStacks(aws: Aws, { dist, stacks }: EnvironmentPlan): Promise<void> {
  const ordered = [...stacks].sort((a, b) => b.kind.localeCompare(a.kind));
  for (const stack of ordered) {
    const { id, account, region } = stack;
    const input = {
      StackName: id,
      TemplateBody: templateOf(dist, stack),
      'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
    };
    accepted(await aws.form('cloudformation', 'CreateStack', input, region, administratorOf(account)));
  }
}

/** Puts a value into an entry, as a person with rights would; its version may be given an id. */
export async function putValue(
  aws: Aws,
  { backend: { account, region } }: Pick<EnvironmentPlan, 'backend'>,
  name: string,
  value: EntryValue,
  version?: string,
): Promise<void> {
  const token = version === undefined ? {} : { ClientRequestToken: version };
  const input = { SecretId: name, SecretString: stored(value), ...token };
  accepted(await aws.secretsManager('PutSecretValue', input, region!, administratorOf(account!)));
}

/** Applies the manifests as GitOps does; gives what kubectl said on its side channel: warnings. */
export async function applyManifests(kubectl: Kubectl, its: EnvironmentPlan): Promise<string> {
  await prepareCluster(kubectl, its);
  const answers = [];
  for (const folder of its.folders) {
    answers.push(await kubectl.try(['apply', '--server-side', '--validate=strict', '-k', folder]));
  }
  const failed = answers.find(({ status }) => status !== 0);
  if (failed) throw new Error(`kubectl apply ended with ${failed.status}\n${failed.errors}`);
  return answers.map(({ errors }) => errors).join('');
}

/** What is there before: namespaces that no folder makes, what somebody else keeps in them, and his definitions. */
export async function prepareCluster(kubectl: Kubectl, its: EnvironmentPlan): Promise<void> {
  const isMade = (name: string): boolean =>
    its.folders.some((folder) => existsSync(join(folder, '_cluster', `namespace-${name}.yaml`)));
  for (const name of its.namespaces) await (isMade(name) ? whenGone(kubectl, name) : ensureNamespace(kubectl, name));
  await keepForeign(kubectl, its);
  if (its.monitors.length > 0) await installDefinitions(kubectl, (await gitopsParts(() => undefined)).monitoring);
}

/** Some catalogues leave the namespace to somebody else; here that is us. */
export async function ensureNamespace(kubectl: Kubectl, name: string): Promise<void> {
  await whenGone(kubectl, name);
  const made = await kubectl.try(['create', 'namespace', name]);
  if (made.status !== 0 && !made.errors.includes('AlreadyExists')) throw new Error(made.errors);
}

/** Waits until a namespace that still goes is gone. */
export async function whenGone(kubectl: Kubectl, name: string): Promise<void> {
  const query = ['get', 'namespace', name, '--ignore-not-found', '--output=jsonpath={.status.phase}'];
  if ((await kubectl.run(query)) !== 'Terminating') return;
  await kubectl.run(['wait', '--for=delete', `namespace/${name}`, '--timeout=60s']);
}

// --- internal ---

const isInNamespace = (bundle: PlannedBundle): bundle is NamespacedBundle => bundle.namespace !== undefined;

/** Those of one system, which may share a namespace, do not follow one another: deleting one takes seconds. */
function mixed(environments: readonly PlannedEnvironment[]): PlannedEnvironment[] {
  const place = (environment: PlannedEnvironment): number => {
    const own = environments.filter(({ system }) => system === environment.system);
    return (own.indexOf(environment) + 0.5) / own.length;
  };
  return [...environments].sort((a, b) => place(a) - place(b));
}
