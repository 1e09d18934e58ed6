import { askEngine, type EngineState } from '../engine/control';

/** The engine that all suites share. */
export const engine = {
  state: (): Promise<EngineState> => ask('state'),
  /** Makes the cluster's tokens those of this issuer, given without `https://`. */
  becomeIssuer: (issuer: string): Promise<void> => ask('issuer', `https://${issuer}`),
  stop: (part: string): Promise<void> => ask('stop', part),
  start: (part: string): Promise<void> => ask('start', part),
};

// --- internal ---

function ask<Answer>(command: string, argument = ''): Promise<Answer> {
  const socket = process.env.KEYWRIGHT_ENGINE;
  if (!socket) throw new Error('no engine: run these tests with "npm run e2e"');
  return askEngine(socket, command, argument);
}
