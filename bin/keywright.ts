#!/usr/bin/env node
import '../lib/cli/compile-cache';
import { processIo } from '../lib/cli/io';
import { main } from '../lib/cli/main';
import { runToTheEnd } from '../lib/cli/run-to-the-end';

// `keywright show | head` closes the pipe early: what was asked for is done all the same, and there is nobody to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const argv = process.argv.slice(2);
const io = processIo();
void runToTheEnd(() => main(argv, io), io, argv.includes('--json'));
