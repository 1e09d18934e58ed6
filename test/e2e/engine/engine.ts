import { rmSync } from 'node:fs';
import { type Binaries, binaries } from './build/builds';
import { operatorRelease } from './build/operators';
import { vaultPrograms } from './build/vault';
import {
  type ChartObject,
  installOperator,
  installWebhook,
  prepareWebhookKeys,
  replaceOperator,
} from './cluster/install';
import { kindsEmpty, kindsServed } from './cluster/kinds';
import { Installation } from './installation';
import { cloudFormation } from './parts/cloudformation';
import { apiServer, controllerManager, etcd } from './parts/control-plane';
import { emulator } from './parts/emulator';
import { operator, webhook, webhookAddresses } from './parts/operator';
import { Part } from './parts/part';
import { freePorts } from './parts/probe';
import { type Address, Relay } from './parts/relay';
import { prepareSite, type Site } from './parts/site';
import { openVault, vault } from './parts/vault';
import type { VaultAccess } from './parts/vault-api';
import { VaultProxy, vaultSocket } from './parts/vault-proxy';

export type Progress = (line: string) => void;

/** The issuer until a test asks for that of a planned cluster. */
export const FIRST_ISSUER = 'https://engine.invalid';

/** A cluster without nodes, the operator and AWS, all real but AWS: programs on this machine, on loopback. */
export class Engine {
  private readonly parts = new Map<string, Part>();
  private readonly relays = new Map<string, Relay>();
  private issuer = FIRST_ISSUER;
  private installation: Installation | undefined;
  private cloudFormation: Promise<string> | undefined;
  private vault: Promise<{ access: VaultAccess; proxy: VaultProxy }> | undefined;

  private constructor(
    private made: Binaries,
    readonly site: Site,
    private readonly progress: Progress,
  ) {}

  /** Builds what is missing, and makes a place for an engine; nothing runs yet. */
  static async prepare(progress: Progress): Promise<Engine> {
    return new Engine(await binaries(progress), await prepareSite(), progress);
  }

  /** Starts everything. When that fails, nothing is left running. */
  async start(): Promise<void> {
    try {
      await this.startParts();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  get running(): { name: string; pid: number | undefined }[] {
    return [...this.parts.values()].map(({ name, pid }) => ({ name, pid }));
  }

  part(name: string): Part {
    const part = this.parts.get(name);
    if (!part) throw new Error(`the engine has no part "${name}"; it has ${[...this.parts.keys()].join(', ')}`);
    return part;
  }

  /** Whatever can be stopped and started again by its name: a part, or the way between two. */
  stoppable(name: string): Pick<Part, 'stop' | 'restart'> {
    return this.relays.get(name) ?? this.part(name);
  }

  /** Makes the API server sign its tokens as a cluster with this issuer does. */
  async becomeIssuer(issuer: string): Promise<void> {
    if (issuer === this.issuer) return;
    const issuers = [...new Set([issuer, this.issuer, FIRST_ISSUER])];
    // They would find it again by themselves, but too early, or wait ever longer between their attempts.
    const clients = ['kube-controller-manager', 'external-secrets'].map((name) => this.part(name));
    await Promise.all(clients.map((part) => part.stop()));
    await this.part('kube-apiserver').restart(apiServer(this.made, this.site, issuers).args);
    this.issuer = issuer;
    await kindsServed(this.made, this.site);
    await Promise.all(clients.map((part) => part.restart()));
  }

  /** The version of the operator that runs. */
  get operator(): string {
    return this.made.version;
  }

  /** Runs another version of the operator, built now unless it is there, when all objects of the one before are gone. */
  async useOperator(version: string): Promise<void> {
    const release = await operatorRelease(version, this.progress);
    await kindsEmpty(this.made, this.site);
    await Promise.all(['external-secrets', 'external-secrets-webhook'].map((name) => this.part(name).stop()));
    await replaceOperator(this.made, release, this.site);
    this.made = { ...this.made, ...release };
    await Promise.all([operator, webhook].map((part) => this.run(new Part(part(this.made, this.site)))));
  }

  /** Runs the operator as the pods of what its chart has made would, with the rights in it and no other. */
  async runInstalled(objects: readonly ChartObject[]): Promise<void> {
    if (this.installation) throw new Error('something is installed already');
    await this.part('external-secrets').stop();
    this.installation = new Installation(this.made, this.site, objects);
    for (const relay of await this.installation.prepare()) await this.relay(...relay);
    for (const spec of this.installation.pods) await this.run(new Part(spec));
  }

  /** Runs it as it always does. */
  async runUsual(): Promise<void> {
    const { installation } = this;
    if (!installation) return;
    this.installation = undefined;
    for (const { name } of installation.pods) {
      await this.parts.get(name)?.stop();
      this.parts.delete(name);
    }
    for (const [name] of installation.relays) {
      await this.relays.get(name)?.stop();
      this.relays.delete(name);
    }
    await installation.remove();
    await this.run(new Part(operator(this.made, this.site)));
  }

  /** Where templates are deployed: started when somebody asks first, since most tests do without. */
  cloudFormationUrl(): Promise<string> {
    this.cloudFormation ??= this.startCloudFormation();
    return this.cloudFormation;
  }

  /** Vault, built and started when somebody asks first; the operator finds it at this host name besides. */
  async vaultAt(host: string): Promise<VaultAccess> {
    this.vault ??= this.startVault();
    const { access, proxy } = await this.vault;
    await proxy.answerFor(host);
    return access;
  }

  /** Ends everything, the data too. */
  async stop(): Promise<void> {
    await Promise.all([...this.relays.values(), ...this.parts.values()].map((one) => one.stop()));
    rmSync(this.site.folder, { recursive: true, force: true });
  }

  // --- internal ---

  private async startParts(): Promise<void> {
    const { made, site } = this;
    const cloud = this.run(new Part(emulator(made, site)));
    // A failure elsewhere is told first; this one is told below.
    cloud.catch(() => undefined);
    await this.relay('aws', site.ports.aws, site.ports.emulator);
    await this.relay('vault', site.ports.vault, vaultSocket(site));
    await this.run(new Part(etcd(made, site)));
    await this.run(new Part(apiServer(made, site, [this.issuer])));
    prepareWebhookKeys(site);
    await Promise.all([
      cloud,
      this.run(new Part(controllerManager(made, site))),
      installOperator(made, site).then(() => this.run(new Part(operator(made, site)))),
      this.startWebhook(),
    ]);
    await installWebhook(made, site);
  }

  private async startWebhook(): Promise<void> {
    const { sockets } = webhookAddresses(this.site);
    await this.relay('webhook-to-api', sockets.api, this.site.ports.api);
    await this.relay('api-to-webhook', this.site.ports.webhook, sockets.webhook);
    await this.run(new Part(webhook(this.made, this.site)));
  }

  private async startVault(): Promise<{ access: VaultAccess; proxy: VaultProxy }> {
    const programs = await vaultPrograms(this.progress);
    // a port that was free when the engine began may have been taken since
    const [port] = await freePorts(1);
    await this.run(new Part(vault(programs, this.site, port!)));
    const open = await openVault(programs, this.site, port!);
    const proxy = await VaultProxy.start(open, this.site);
    return { access: { ...open, privateAuthority: proxy.privateAuthority }, proxy };
  }

  private async startCloudFormation(): Promise<string> {
    const [port] = await freePorts(1);
    await this.run(new Part(cloudFormation(this.made, this.site, port!)));
    return `http://127.0.0.1:${port}`;
  }

  private async relay(name: string, from: Address, to: Address): Promise<void> {
    const relay = new Relay(from, to);
    this.relays.set(name, relay);
    await relay.start();
  }

  private async run(part: Part): Promise<void> {
    const started = Date.now();
    this.parts.set(part.name, part);
    await part.start();
    this.progress(`${part.name} is ready after ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
}
