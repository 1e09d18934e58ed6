import { renderAzureAccess } from '../../lib/azure';
import { kubernetesCluster } from '../../lib/model';
import { onKeyVault } from '../checks/key-vault';
import { samplePlan } from '../sample';

const clusters = ['a', 'green'].map((name) =>
  kubernetesCluster({ name, oidcIssuer: `https://issuer.example.com/${name}` }),
);
const [{ text = '' } = {}] = renderAzureAccess(samplePlan(onKeyVault({}, { clusters })));

test('of one identity Azure takes one federated credential after the other', () => {
  expect(text).toMatch(
    /^resource credential2 .*\n {2}parent: identity\n {2}name: 'green'\n {2}dependsOn: \[\n {4}credential\n {2}\]$/m,
  );
  expect(text.match(/dependsOn/g)).toHaveLength(1);
});

test('the name of a federated credential has at least three characters', () => {
  expect(text).toMatch(/^resource credential '.*\n {2}parent: identity\n {2}name: 'cluster-a'$/m);
});
