#!/usr/bin/env node
import '../lib/cli/compile-cache';
import { processIo } from '../lib/cli/io';
import { main } from '../lib/cli/main';

// `keywright show | head` closes the pipe early: what was asked for is done all the same, and there is nobody to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// Not process.exit(): it would cut off output that a pipe has not taken yet.
void main(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
