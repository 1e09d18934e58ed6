import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from '../build/run';

/** A program of the engine, and how to tell that it is ready. */
export interface PartSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly log: string;
  readonly ready: () => Promise<boolean>;
}

/** A running program: started, awaited, ended and started anew. */
export class Part {
  private child: ChildProcess | undefined;

  constructor(private spec: PartSpec) {}

  get name(): string {
    return this.spec.name;
  }

  /** Undefined when it does not run. */
  get pid(): number | undefined {
    return this.running ? this.child?.pid : undefined;
  }

  /** Starts it and waits until it answers; the error of a failed start holds its last lines. */
  async start(): Promise<void> {
    this.launch();
    const deadline = Date.now() + START_LIMIT;
    while (!(await this.spec.ready())) {
      if (!this.running) throw this.failed('ended at once');
      if (Date.now() > deadline) throw this.failed(`is not ready after ${START_LIMIT / 1000} s`);
      await sleep(50);
    }
  }

  /** Ends it and everything it started. All data are throw-away, so nobody waits for a graceful end. */
  async stop(): Promise<void> {
    if (!this.child?.pid || !this.running) return;
    const ended = new Promise((resolve) => this.child?.once('exit', resolve));
    process.kill(-this.child.pid, 'SIGKILL');
    await ended;
  }

  /** Ends it and starts it again, with other arguments when they are given. */
  async restart(args: readonly string[] = this.spec.args): Promise<void> {
    await this.stop();
    this.spec = { ...this.spec, args };
    await this.start();
  }

  // --- internal ---

  private get running(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  private launch(): void {
    const log = openSync(this.spec.log, 'a');
    // The kernel ends the program when this process dies, however it dies: setpriv(1), --pdeathsig.
    const args = ['--pdeathsig', 'KILL', '--', this.spec.command, ...this.spec.args];
    const env = { ...withoutCloud(process.env), ...this.spec.env };
    this.child = spawn('setpriv', args, { env, detached: true, stdio: ['ignore', log, log] });
    this.child.on('error', ({ message }) => appendFileSync(this.spec.log, `${message}\n`));
    closeSync(log);
  }

  private failed(what: string): Error {
    const end = this.child?.signalCode ?? this.child?.exitCode;
    const lines = lastLines(readFileSync(this.spec.log, 'utf8')) || `(none; it ended with ${end ?? 'nothing'})`;
    return new Error(`${this.name} ${what}: ${this.spec.command}\nits last lines:\n${lines}`);
  }
}

/** Nothing that the person's own account or cluster set reaches what tests start. */
export function withoutCloud(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const foreign = /^(AWS_|KUBE|VAULT_|.*_PROXY$)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}

// --- internal ---

const START_LIMIT = 60_000;
