import type { BackendKind, PlannedBundle, PlannedProvider } from '../model';
import type { Flaw, PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://external-secrets.io/latest/guides/getallsecrets/ */
export const findsArePossible: PlanCheck = {
  code: 'finds-are-possible',
  severity: 'error',
  summary:
    'What a bundle finds is in a backend where the operator can find, below a path that is not everything; and nothing that the operator finds, makes or rewrites is in a repository.',
  *run(plan, at) {
    const backends = new Map(plan.backends.map((backend) => [backend.id, backend]));
    for (const bundle of plan.bundles) {
      const { kind = 'embedded', provider } = backends.get(bundle.keeper) ?? {};
      const path = at.catalogue(bundle.home, `bundles.${bundle.bundle}`);
      const flaw = inRepository(bundle) ?? impossible(bundle, kind, provider) ?? tooMuch(bundle, kind);
      if (flaw) yield { ...flaw, path: `${path}${flaw.field}` };
    }
  },
};

// --- internal ---

type FindFlaw = Omit<Flaw, 'path'> & { readonly field: string };

function inRepository({ bundle, home, source, find, generator, rewrite }: PlannedBundle): FindFlaw | undefined {
  const by = find ? 'found' : generator ? 'generated' : rewrite.length > 0 ? 'rewritten' : undefined;
  if (source.kind !== 'embedded' || !by) return undefined;
  return {
    field: '',
    message: `${quoted(bundle)} is ${by} by the operator, and the values of ${quoted(home)} are embedded`,
    mend: 'name in `onlyIn` the environments that have an operator',
  };
}

/** Providers of which the operator reads one secret at a time. */
const ONE_BY_ONE = [
  ...['alibaba', 'beyondtrust', 'chef', 'delinea', 'device42', 'fortanix', 'github', 'ibm', 'ngrok', 'onepasswordSDK'],
  ...['passworddepot', 'previder', 'pulumi', 'secretserver', 'senhasegura', 'volcengine', 'webhook'],
  ...['yandexcertificatemanager', 'yandexlockbox'],
];
const NAME_THEM = 'name the entries in `keys` or `everything`';

/** @see https://external-secrets.io/latest/introduction/stability-support/#provider-feature-support */
function impossible(
  { find }: PlannedBundle,
  backend: BackendKind,
  provider: PlannedProvider | undefined,
): FindFlaw | undefined {
  if (!find) return undefined;
  if (backend === 'azureKeyVault') {
    const message =
      'finding takes the right to list, which Azure gives for a whole vault only: the identity would read all that is in it';
    return { field: '.find', message, mend: NAME_THEM };
  }
  if (provider?.kind === 'provider' && ONE_BY_ONE.includes(provider.name)) {
    const message = `the operator finds nothing in ${quoted(provider.name)}: it reads one secret at a time there`;
    return { field: '.find', message, mend: NAME_THEM };
  }
  if (provider?.kind === 'vault' && provider.version === 'v1' && find.tags) {
    const message = "version 1 of Vault's KV engine keeps no tags";
    return { field: '.find.tags', message, mend: 'find by `name`' };
  }
  return undefined;
}

/** Paths that may be of one system: not the whole backend, and none of the signs that mean more in a policy. */
const NARROW: Partial<Record<BackendKind, RegExp>> = {
  secretsManager: /^[A-Za-z0-9_+=.@-]{2,}[/_.-][A-Za-z0-9/_+=.@-]*$/,
  parameterStore: /^\/[A-Za-z0-9_.-]{2,}[A-Za-z0-9/_.-]*$/,
  vault: /^[^/*+{}]{2,}(\/[^*+{}]*)?$/,
};

function tooMuch({ find }: PlannedBundle, backend: BackendKind): FindFlaw | undefined {
  const narrow = NARROW[backend];
  if (!find || !narrow) return undefined;
  if (!narrow.test(find.path ?? '')) {
    const what = find.path === undefined ? 'everything there is' : quoted(find.path);
    const own = backend === 'parameterStore' ? '/{system}/{environment}' : '{system}/{environment}/';
    return {
      field: '.find.path',
      message: `${what} is not the path of one system, and all that is found is granted`,
      mend: `write a path that only this system has, such as \`${own}\``,
    };
  }
  if (find.name === undefined || !find.tags) return undefined;
  const message = 'with a name the operator does not look at the tags';
  return { field: '.find.tags', message, mend: 'find by `name` or by `tags`' };
}
