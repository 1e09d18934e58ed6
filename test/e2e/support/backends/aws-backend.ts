import type { PlannedBackend } from '../../../../lib/model';
import { keyReadersOf, readersOf } from '../../../readers';
import { accepted, administratorOf } from '../aws';
import { engine } from '../engine';
import type { EnvironmentPlan } from '../environment';
import { createExisting, createProviders, deployStacks, putValue } from '../environment';
import type { Backend } from './backend';

/** The emulator of AWS that enforces policies and trust, with Secrets Manager. */
export const awsBackend: Backend = {
  async prepare({ aws }, its) {
    await aws.reset();
    const issuer = its.clusters[0]?.oidcIssuer;
    if (issuer) await engine.becomeIssuer(issuer);
    await createProviders(aws, its);
    await createExisting(aws, its);
    await deployStacks(aws, its);
  },
  put: ({ aws }, its, { keeper, remoteKey }, value) =>
    putValue(aws, { backend: keeperIn(its, keeper) }, remoteKey, value),
  async take({ aws }, its, { keeper, remoteKey: SecretId }) {
    const { account, region } = keeperIn(its, keeper);
    const ask = async (action: string): Promise<void> =>
      void accepted(await aws.secretsManager(action, { SecretId }, region!, administratorOf(account!)));
    await ask('DeleteSecret');
    return () => ask('RestoreSecret');
  },
  reading(its) {
    const how = its.roles.length > 0 ? 'as the planned role' : 'with the access key of its store';
    return `the operator reads ${how}, and reads nothing but the entries`;
  },
  async asked({ aws }, _its, since) {
    const reads = await aws.reads(since);
    return unique(
      reads.map(({ role, key, resource, status }) => `${role ?? key} ${resource}${status === 200 ? '' : ` ${status}`}`),
    );
  },
  planned(its) {
    const readers = [
      ...readersOf(its).map(({ role, entries }) => ({ who: role.id, entries })),
      ...keyReadersOf(its).map(({ key, entries }) => ({ who: key, entries })),
    ];
    return unique(readers.flatMap(({ who, entries }) => entries.map(({ remoteKey }) => `${who} ${remoteKey}`)));
  },
};

// --- internal ---

const keeperIn = ({ backends }: EnvironmentPlan, id: string): PlannedBackend =>
  backends.find((backend) => backend.id === id)!;

const unique = (list: readonly string[]): string[] => [...new Set(list)].sort();
