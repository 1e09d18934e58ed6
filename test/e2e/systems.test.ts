import { buildPlan } from 'keywright';
import project from '../../environments';
import { provesEnvironments } from './support/proves-environments';

// A system that is added to environments/index.ts is here at once.
provesEnvironments(buildPlan(project));
