import { prometheus } from '../../lib/model';
import { renderManifests } from '../../lib/kubernetes';
import { samplePlan } from '../sample';
test('x', () => {
  const plan = samplePlan({ entries: { app: { fields: {TOKEN: {}}, expires: '2027-01-31', owner: 'team' } }, cluster: { operator: { install: 'none' }, monitoring: prometheus({ labels: { release: 'kps' }, runbooks: 'https://x/alerts.md', metricsService: { 'app.kubernetes.io/name': 'external-secrets' } }) } });
  for (const f of renderManifests(plan)) if (f.path.includes('_clusters')) console.log(f.path + '\n' + f.text);
});
