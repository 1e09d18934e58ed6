import { appendFileSync } from 'node:fs';

// Preloaded into every Node process of a measured command: its memory at the highest, for whoever started it.
const file = process.env.BENCH_MEMORY;
if (file !== undefined) process.on('exit', () => appendFileSync(file, `${process.resourceUsage().maxRSS}\n`));
