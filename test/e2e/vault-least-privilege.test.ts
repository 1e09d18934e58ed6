import { buildPlan } from 'keywright';
import project from '../../environments';
import type { PlannedVaultRole } from '../../lib/model';
import { giveAccess, providerOf, vaultIn } from './support/backends/vault-backend';
import { deployBackend, findWorld, valuesFor, withdraw } from './support/deployment';
import { BUILDING, engine } from './support/engine';
import { applyManifests, environmentPlan, environmentsOn } from './support/environment';
import type { World } from './support/syncs';
import { expired, forged, newToken, resigned } from './support/tokens';
import type { Vault } from './support/vault';

const plan = buildPlan(project);

describe.each(environmentsOn(plan, (backend) => backend === 'vault'))('$id', (environment) => {
  const its = environmentPlan(plan, environment);
  const roles = its.vaultRoles;
  const { mount } = providerOf(its);
  const elsewhere = `not-${environment.id.replace('/', '-')}`;
  let world: World;
  let vault: Vault;
  let readers: readonly { readonly role: PlannedVaultRole; readonly reader: Vault }[];

  beforeAll(async () => {
    world = await findWorld(its);
    vault = vaultIn(world);
    await deployBackend(world, its, valuesFor(its));
    await applyManifests(world.kubectl, its);
    await world.kubectl.run(['create', 'namespace', elsewhere]);
    for (const name of new Set(roles.map(({ serviceAccount }) => serviceAccount.name))) {
      await world.kubectl.run(['create', 'serviceaccount', name, `--namespace=${elsewhere}`]);
    }
    readers = await Promise.all(roles.map(async (role) => ({ role, reader: await login(role, await tokenOf(role)) })));
  }, BUILDING);

  afterAll(() => withdraw(world, its, elsewhere));

  const login = ({ mount, name }: PlannedVaultRole, token: string): Promise<Vault> => vault.login(mount, name, token);
  const tokenOf = ({ serviceAccount, audience }: PlannedVaultRole, other: Partial<Claims> = {}): Promise<string> =>
    newToken(world.kubectl, { ...serviceAccount, ...other }, other.audience ?? audience);

  test('Vault takes its policies and roles by the commands that stand in them, without a warning', async () => {
    for (const role of roles) {
      const printed = await giveAccess(vault, its.dist, role);
      expect(printed).toHaveLength(2);
      for (const text of printed) expect(text).toMatch(/^Success!.*\n$/);
    }
  });

  test('its reader reads every path that the catalogue gives it', async () => {
    for (const { role, reader } of readers) {
      for (const path of role.paths) expect(await reader.ask('GET', path)).toMatchObject({ data: {} });
    }
  });

  test('its reader is refused every other path: of other readers, behind one of its own, and above it', async () => {
    const all = roles.flatMap(({ paths }) => paths);
    for (const { role, reader } of readers) {
      const others = all.filter((path) => !role.paths.includes(path));
      const beside = role.paths.flatMap((path) => [`${path}-next`, `${path}/below`, path.replace(/\/[^/]*$/, '')]);
      for (const path of [...others, ...beside, `${mount}/data/somebody/elses`]) {
        await expect(reader.ask('GET', path)).rejects.toThrow(DENIED);
      }
    }
  });

  test.each<readonly [what: string, method: 'GET' | 'POST' | 'DELETE' | 'LIST', path: (own: string) => string]>([
    ['write what it reads', 'POST', (own) => own],
    ['delete it', 'DELETE', (own) => own],
    ['read its metadata', 'GET', (own) => own.replace('/data/', '/metadata/')],
    ['list what is beside it', 'LIST', (own) => own.replace('/data/', '/metadata/').replace(/\/[^/]*$/, '')],
    ['make a token', 'POST', () => 'auth/token/create'],
    ['read the policies', 'LIST', () => 'sys/policies/acl'],
  ])('its reader may not %s', async (_what, method, path) => {
    for (const { role, reader } of readers) {
      await expect(reader.ask(method, path(role.paths[0]!), method === 'POST' ? {} : undefined)).rejects.toThrow(
        DENIED,
      );
    }
  });

  test.each<readonly [whose: string, token: (role: PlannedVaultRole) => Promise<string>]>([
    ['another ServiceAccount', (role) => tokenOf(role, { name: 'default' })],
    ['the same ServiceAccount of another namespace', (role) => tokenOf(role, { namespace: elsewhere })],
    ['another audience', (role) => tokenOf(role, { audience: 'sts.amazonaws.com' })],
    ['another cluster', (role) => altered(role, { iss: 'https://another.example' })],
    ['yesterday', (role) => altered(role, expired())],
    ['somebody who signed it himself', async (role) => forged(await tokenOf(role))],
  ])('its role refuses a token of %s', async (_whose, token) => {
    for (const role of roles) await expect(login(role, await token(role))).rejects.toThrow(DENIED);
  });

  test("its reader's token is for Vault alone: the API server refuses it", async () => {
    for (const role of roles) {
      const { errors } = await world.kubectl.try([`--token=${await tokenOf(role)}`, 'auth', 'whoami']);
      expect(errors).toContain('Unauthorized');
    }
  });

  const altered = async (role: PlannedVaultRole, claims: object): Promise<string> =>
    resigned(await tokenOf(role), claims, await engine.state());
});

// --- internal ---

interface Claims {
  readonly name: string;
  readonly namespace: string;
  readonly audience: string;
}

const DENIED = 'Vault answered 403';
