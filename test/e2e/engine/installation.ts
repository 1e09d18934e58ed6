import type { Binaries } from './build/builds';
import { type ChartObject, installOperator, replaceRights, usualObjects } from './cluster/install';
import { kubectl } from './cluster/kubectl';
import type { PartSpec } from './parts/part';
import { type Pod, podAddresses, podPart } from './parts/pods';
import { freePorts } from './parts/probe';
import type { Address } from './parts/relay';
import type { Site } from './parts/site';

/** What the operator's chart has made, as far as there is a place for it: its rights, and the pods of its Deployment. */
export class Installation {
  readonly pods: PartSpec[] = [];
  readonly relays: (readonly [name: string, from: Address, to: Address])[] = [];

  constructor(
    private readonly made: Binaries,
    private readonly site: Site,
    private readonly objects: readonly ChartObject[],
  ) {}

  /** Gives its rights to the operator, and what its pods need; tells how they are reached. */
  async prepare(): Promise<Installation['relays']> {
    await replaceRights(this.objects, usualObjects(this.made), this.site);
    const { metadata, spec } = this.deployment;
    const account = spec.template.spec.serviceAccountName;
    const request = ['create', 'token', account, `--namespace=${metadata.namespace}`, '--duration=24h'];
    const token = (await kubectl(this.site, request)).trim();
    for (let number = 1; number <= spec.replicas; number++) await this.addPod(number, token);
    return this.relays;
  }

  /** Makes the operator's rights what they are otherwise. */
  async remove(): Promise<void> {
    await replaceRights([], this.objects, this.site);
    await installOperator(this.made, this.site);
  }

  // --- internal ---

  private get deployment(): Deployment {
    const found = this.objects.find((object): object is Deployment => isController(object));
    if (!found) throw new Error('there is no Deployment of the operator among what is to be installed');
    return found;
  }

  private async addPod(number: number, token: string): Promise<void> {
    const { metadata, spec } = this.deployment;
    const [container] = spec.template.spec.containers;
    const [metricsPort] = await freePorts(1);
    const name = number === 1 ? CONTROLLER : `${CONTROLLER}-${number}`;
    const env = Object.fromEntries((container!.env ?? []).map((one) => [one.name, one.value]));
    const pod: Pod = {
      name,
      namespace: metadata.namespace,
      args: container!.args,
      env,
      token,
      metricsPort: metricsPort!,
    };
    const sockets = podAddresses(this.site, name);
    this.pods.push(podPart(this.made, this.site, pod));
    this.relays.push(
      [`${name}-to-api`, sockets.api, this.site.ports.api],
      [`${name}-to-aws`, sockets.aws, this.site.ports.aws],
      [`${name}-metrics`, metricsPort!, sockets.metrics],
    );
  }
}

// --- internal ---

const CONTROLLER = 'external-secrets';

interface Deployment extends ChartObject {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: {
    readonly replicas: number;
    readonly template: {
      readonly spec: { readonly serviceAccountName: string; readonly containers: readonly Container[] };
    };
  };
}

interface Container {
  readonly args: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
}

const isController = (object: ChartObject): object is Deployment =>
  object.kind === 'Deployment' && (object as Deployment).metadata.name === CONTROLLER;
