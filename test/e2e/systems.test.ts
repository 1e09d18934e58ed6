import { buildPlan } from 'keywright';
import project from '../../environments';
import { provesEnvironments, remoteEnvironments } from './support/proves-environments';

const plan = buildPlan(project);

// A system that is added to environments/index.ts is here at once.
provesEnvironments(plan, remoteEnvironments(plan));
