/** Milliseconds by stage. */
export type Stages = Readonly<Record<string, { readonly wall: number; readonly cpu: number }>>;

/** Times the stages of a script, and prints them for the benchmark that started it. */
export class Stopwatch {
  private readonly stages: Record<string, { wall: number; cpu: number }> = {};

  stage<T>(name: string, work: () => T): T {
    const started = process.hrtime.bigint();
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    this.stages[name] = { wall: Number(process.hrtime.bigint() - started) / 1e6, cpu: (user + system) / 1000 };
    return result;
  }

  print(): void {
    console.log(`stages ${JSON.stringify(this.stages)}`);
  }
}
