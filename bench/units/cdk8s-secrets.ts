import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, type ApiObjectProps, App, Chart, YamlOutputType } from 'cdk8s';
import { Stopwatch } from './stages';

// Theirs: from the same objects in memory to files on disk, as cdk8s writes them, and as quickly as its way can.
const [how, objectsFile, folder] = process.argv.slice(2) as [keyof typeof WAYS, string, string];
const objects = JSON.parse(readFileSync(objectsFile, 'utf8')) as ApiObjectProps[];
const WAYS = { synth: synthesize, floor: writeJson };

const watch = new Stopwatch();
watch.stage('work', WAYS[how]);
watch.print();

function synthesize(): void {
  const app = new App({ outdir: folder, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
  construct(app);
  app.synth();
}

function writeJson(): void {
  mkdirSync(folder);
  for (const object of construct(new App()).toJson()) {
    writeFileSync(join(folder, `${object.kind}.${object.metadata.name}.json`), JSON.stringify(object));
  }
}

function construct(app: App): Chart {
  const chart = new Chart(app, 'secrets');
  objects.forEach((object, at) => {
    new ApiObject(chart, `secret-${at}`, object);
  });
  return chart;
}
