import { containerIn, variablesOf } from './chart';
import { engine } from './engine';
import type { EnvironmentPlan } from './environment';
import { chartObjects, valuesText } from './helm';
import { environmentOf } from './process';

/** The tests of the variables that the operator's chart is told on the clusters of an environment. */
export function provesValues({ dist, operators }: Pick<EnvironmentPlan, 'dist' | 'operators'>): void {
  for (const planned of operators.filter(({ env }) => Object.keys(env).length > 0)) {
    test('its chart takes the variables of the Helm values; by the same ones the operator finds its AWS here', async () => {
      const { operator, parts } = await engine.state();
      const objects = await chartObjects(operator, planned.namespace, valuesText(dist, planned));
      const rendered = variablesOf(containerIn(objects));
      expect(rendered).toEqual(planned.env);
      const own = environmentOf(parts.find(({ name }) => name === 'external-secrets')!.pid!);
      for (const name of Object.keys(rendered)) expect([name, own[name]]).toEqual([name, own.AWS_STS_ENDPOINT]);
      expect(own.AWS_STS_ENDPOINT).toMatch(/^http:\/\/127\.0\.0\.1:/);
    });
  }
}
