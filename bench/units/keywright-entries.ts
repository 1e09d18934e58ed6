import { renderTemplates } from '../../lib/aws';
import { buildPlan } from '../../lib/plan';
import { managedProject } from '../projects';
import { Stopwatch } from './stages';

// Ours: from the plan to templates.
const plan = buildPlan(managedProject(Number(process.argv[2])));

const watch = new Stopwatch();
watch.stage('render', () => renderTemplates(plan));
watch.print();
