import type { OutputCheck } from './check';
import { repeated } from './support/grouped';
import { quoted } from './support/words';

export const objectsAreWrittenOnce: OutputCheck = {
  code: 'objects-are-written-once',
  severity: 'error',
  summary: 'An object stands in one file of its folder, and no two files have one path.',
  *run({ manifests, templates, access, objects }) {
    const keyed = objects.map((it) => ({ ...it, key: [it.home, it.kind, it.namespace ?? '', it.name].join('/') }));
    for (const [{ file, kind, name }, earlier] of repeated(keyed, ({ key }) => key)) {
      yield {
        path: `dist/${file}`,
        message: `the ${kind} ${quoted(name)} stands in ${earlier.file} as well`,
        mend: 'give one of the two another name',
      };
    }
    for (const [{ path }] of repeated([...manifests, ...templates, ...access], (file) => file.path)) {
      yield { path: `dist/${path}`, message: 'two files have this path', mend: 'give one of the two another name' };
    }
  },
};
