import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { decoded } from './expected-data';

/** The data of Secrets by their names. */
export type SecretsData = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Sees every state of a namespace's Secrets until it is stopped, except while the API server is away. */
export class SecretsSeen {
  private readonly states: { readonly name: string; readonly data: Readonly<Record<string, string>> | undefined }[] =
    [];
  private readonly watching: Promise<void>;
  private child: ChildProcess | undefined;
  private stopped = false;

  constructor(
    private readonly kubeconfig: string,
    private readonly namespace: string,
  ) {
    this.watching = this.watch();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.child?.kill();
    await this.watching;
  }

  /** Whether each of these Secrets was seen with these data. */
  has(secrets: SecretsData): boolean {
    return [...secrets].every(([name, data]) =>
      this.states.some((state) => state.name === name && isDeepStrictEqual(state.data, data)),
    );
  }

  /** The names of Secrets that were seen with other data than these, or without any: gone. */
  otherThan(...allowed: readonly SecretsData[]): string[] {
    const strange = this.states.filter(
      ({ name, data }) => !allowed.some((secrets) => isDeepStrictEqual(data, secrets.get(name) ?? {})),
    );
    return [...new Set(strange.map(({ name }) => name))];
  }

  // --- internal ---

  /** A watch ends with the API server it asks; the next one begins with what is there. */
  private async watch(): Promise<void> {
    while (!this.stopped) {
      const options = [`--kubeconfig=${this.kubeconfig}`, `--namespace=${this.namespace}`, `--output=jsonpath=${LINE}`];
      const args = ['get', 'secrets', '--watch', '--output-watch-events', ...options];
      const child = spawn('kubectl', args, { stdio: ['ignore', 'pipe', 'ignore'] });
      this.child = child;
      // What a killed one leaves may be half a line.
      for await (const line of createInterface(child.stdout)) if (!this.stopped) this.see(line);
      if (!this.stopped) await sleep(100);
    }
  }

  private see(line: string): void {
    const [type, name = '', data] = line.split(' ');
    const kept = type !== 'DELETED' && data ? decoded(JSON.parse(data) as Record<string, string>) : undefined;
    this.states.push({ name, data: kept });
  }
}

const LINE = '{.type} {.object.metadata.name} {.object.data}{"\\n"}';
