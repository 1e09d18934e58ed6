import { rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { type Binaries, binaries } from './build/builds';
import { installOperator, installWebhook, prepareWebhookKeys } from './cluster/install';
import { apiServer, controllerManager, etcd } from './parts/control-plane';
import { emulator } from './parts/emulator';
import { operator, webhook, webhookAddresses } from './parts/operator';
import { Part } from './parts/part';
import { relay } from './parts/relay';
import { prepareSite, type Site } from './parts/site';

export type Progress = (line: string) => void;

/** The issuer until a test asks for that of a planned cluster. */
export const FIRST_ISSUER = 'https://engine.invalid';

/** A cluster without nodes, the operator and AWS, all real but AWS: programs on this machine, on loopback. */
export class Engine {
  private readonly parts = new Map<string, Part>();
  private readonly relays: Server[] = [];
  private issuer = FIRST_ISSUER;

  private constructor(
    private readonly made: Binaries,
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

  /** Makes the API server sign its tokens as a cluster with this issuer does. */
  async becomeIssuer(issuer: string): Promise<void> {
    if (issuer === this.issuer) return;
    const issuers = [...new Set([issuer, this.issuer, FIRST_ISSUER])];
    await this.part('kube-apiserver').restart(apiServer(this.made, this.site, issuers).args);
    this.issuer = issuer;
    // They would find it again by themselves, but wait ever longer between their attempts.
    await Promise.all(['kube-controller-manager', 'external-secrets'].map((name) => this.part(name).restart()));
  }

  /** Ends everything, the data too. */
  async stop(): Promise<void> {
    for (const server of this.relays) server.close();
    await Promise.all([...this.parts.values()].map((part) => part.stop()));
    rmSync(this.site.folder, { recursive: true, force: true });
  }

  // --- internal ---

  private async startParts(): Promise<void> {
    const { made, site } = this;
    const cloud = this.run(new Part(emulator(made, site)));
    // A failure elsewhere is told first; this one is told below.
    cloud.catch(() => undefined);
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
    this.relays.push(await relay(sockets.api, this.site.ports.api));
    this.relays.push(await relay(this.site.ports.webhook, sockets.webhook));
    await this.run(new Part(webhook(this.made, this.site)));
  }

  private async run(part: Part): Promise<void> {
    const started = Date.now();
    this.parts.set(part.name, part);
    await part.start();
    this.progress(`${part.name} is ready after ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
}
