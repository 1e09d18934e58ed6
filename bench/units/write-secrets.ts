import { writeOutput } from '../../lib/cli/write-output';
import { renderManifests } from '../../lib/kubernetes';
import { buildPlan } from '../../lib/plan';
import { embeddedProject, syncedProject } from '../projects';
import { Stopwatch } from './stages';

// Ours: from a catalogue in memory to files on disk.
const [kind, count, folder] = process.argv.slice(2) as [keyof typeof PROJECTS, string, string];
const PROJECTS = { synced: syncedProject, embedded: embeddedProject };
const project = PROJECTS[kind](Number(count));

const watch = new Stopwatch();
const plan = watch.stage('plan', () => buildPlan(project));
const files = watch.stage('render', () => renderManifests(plan));
watch.stage('write', () => writeOutput(folder, files, ['kubernetes']));
watch.print();
