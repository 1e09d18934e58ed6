import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { EngineState } from '../engine/control';

/** As much of a Kubernetes object as tests read. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
  readonly spec?: unknown;
  readonly type?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly status?: { readonly conditions?: readonly Condition[]; readonly refreshTime?: string };
}

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

export interface Answer {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** The cluster through kubectl, as its administrator. */
export class Kubectl {
  constructor(private readonly state: Pick<EngineState, 'kubeconfig'>) {}

  /** Runs kubectl to its end, whatever that is. */
  async try(args: readonly string[], input = ''): Promise<Answer> {
    const child = spawn('kubectl', [`--kubeconfig=${this.state.kubeconfig}`, ...args], { stdio: 'pipe' });
    // A kubectl that ends without reading closes its side first; its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const ended = new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? -1));
    });
    const [status, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    return { status, output, errors };
  }

  /** Runs kubectl; gives what it printed, and fails when it failed. */
  async run(args: readonly string[], input = ''): Promise<string> {
    const { status, output, errors } = await this.try(args, input);
    if (status !== 0) throw new Error(`kubectl ${args.join(' ')} ended with ${status}\n${errors}`);
    return output;
  }

  /** Objects of a kind in a namespace. */
  async list(kind: string, namespace: string): Promise<KubernetesObject[]> {
    const printed = await this.run(['get', kind, `--namespace=${namespace}`, '--output=json']);
    return (JSON.parse(printed) as { items: KubernetesObject[] }).items;
  }

  /** One object, or undefined when there is none. */
  async tryGet(kind: string, name: string, namespace = ''): Promise<KubernetesObject | undefined> {
    const args = ['get', kind, name, `--namespace=${namespace}`, '--ignore-not-found', '--output=json'];
    const printed = await this.run(args);
    return printed === '' ? undefined : (JSON.parse(printed) as KubernetesObject);
  }

  /** The objects that a folder with a kustomization makes. */
  async kustomized(folder: string): Promise<KubernetesObject[]> {
    const args = ['create', '--dry-run=client', '--validate=false', '--output=json', '-k', folder];
    const printed = await this.run(args);
    return JSON.parse(`[${printed.trim().replace(/^\}\n\{/gm, '},{')}]`) as KubernetesObject[];
  }
}
