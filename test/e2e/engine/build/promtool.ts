import { join } from 'node:path';
import { type Build, built } from './cache';
import { go, goModule } from './go';

/** Prometheus' own judge of rules, built unless it is there; gives the program. */
export const promtool = async (progress: (line: string) => void): Promise<string> =>
  join(await built(PROMTOOL, progress), 'promtool');

// --- internal ---

/** Without the client libraries of the clouds in which Prometheus finds its targets. */
const PROMTOOL: Build = {
  ...goModule('promtool'),
  recipe: 'promtool, without service discovery',
  async make(folder) {
    const options = ['-trimpath', '-tags=remove_all_sd', '-ldflags=-s -w', '-o', `${folder}/`];
    await go('promtool', 'build', ...options, 'github.com/prometheus/prometheus/cmd/promtool');
  },
};
