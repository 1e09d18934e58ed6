import { readFileSync } from 'node:fs';
import { engine } from './engine';
import type { EnvironmentPlan } from './environment';
import { chartObjects, valuesFile } from './helm';
import type { KubernetesObject } from './kubectl';

/** The tests of the variables that the operator's chart is told on the clusters of an environment. */
export function provesValues({ dist, operators }: Pick<EnvironmentPlan, 'dist' | 'operators'>): void {
  for (const planned of operators.filter(({ values }) => 'extraEnv' in values)) {
    test('its chart takes the variables of the Helm values; by the same ones the operator finds its AWS here', async () => {
      const { operator, parts } = await engine.state();
      const rendered = variablesOf(await chartObjects(operator, planned.namespace, valuesFile(dist, planned)));
      expect(rendered).toEqual(asRecord(planned.values.extraEnv as readonly Variable[]));
      const own = environmentOf(parts.find(({ name }) => name === 'external-secrets')?.pid);
      for (const name of Object.keys(rendered)) expect([name, own[name]]).toEqual([name, own.AWS_STS_ENDPOINT]);
      expect(own.AWS_STS_ENDPOINT).toMatch(/^http:\/\/127\.0\.0\.1:/);
    });
  }
}

// --- internal ---

interface Pods {
  readonly template: { readonly spec: { readonly containers: readonly { readonly env?: readonly Variable[] }[] } };
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

/** Those of the operator's own Deployment: the webhook and what makes its certificates have theirs. */
function variablesOf(objects: readonly KubernetesObject[]): Record<string, string> {
  const operator = objects.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'external-secrets');
  const { containers } = (operator!.spec as Pods).template.spec;
  return asRecord(containers.flatMap(({ env = [] }) => env));
}

const asRecord = (variables: readonly Variable[]): Record<string, string> =>
  Object.fromEntries(variables.map(({ name, value }) => [name, value]));

/** @see https://man7.org/linux/man-pages/man5/proc_pid_environ.5.html */
function environmentOf(pid: number | undefined): Record<string, string> {
  const variables = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
  return Object.fromEntries(variables.map((one) => [one.split('=')[0]!, one.slice(one.indexOf('=') + 1)]));
}
