/*
 * A cluster with the operator and an AWS that enforces its policies, on this machine, without containers:
 * `npm run engine -- up|down|status|demo SYSTEM`.
 */

import { Command } from 'commander';
import { demo } from './engine/demo';
import { down, status, up } from './engine/lifecycle';

const program = new Command('engine').description(
  'A Kubernetes API server, the External Secrets Operator and an AWS emulator on loopback',
);

program.command('up').description('builds what is missing and starts it; prints where it is').action(up);
program.command('down').description('ends it, with its data').action(down);
program.command('status').description('what runs, and how much memory it takes').action(status);
program
  .command('demo')
  .argument('<system>', 'such as nova')
  .option('--environment <name>', 'the environment to deploy', 'staging')
  .description('deploys a shipped system with random values and waits for its Secrets')
  .action((system: string, { environment }: { environment: string }) => demo(system, environment));

program.parseAsync().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
