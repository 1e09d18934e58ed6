import type { OutputCheck } from './check';
import { listAt, textAt } from './support/json-at';
import { outputPlacesOf } from './support/output-places';
import { quoted } from './support/words';

/** @see https://github.com/external-secrets/external-secrets/blob/main/apis/externalsecrets/v1/externalsecret_validator.go */
export const syncsPassTheWebhook: OutputCheck = {
  code: 'syncs-pass-the-webhook',
  severity: 'error',
  summary: "No ExternalSecret is of a shape that the operator's webhook refuses.",
  *run(written, plan, at) {
    const places = outputPlacesOf(plan, at);
    for (const sync of written.syncs) {
      for (const message of flawsOf(sync.spec)) {
        yield { path: places.sync(sync), message: `${sync.file} ${message}`, mend: places.mendOfSync(sync) };
      }
    }
  },
};

// --- internal ---

function* flawsOf(spec: unknown): Iterable<string> {
  const [data, dataFrom] = [listAt(spec, 'data'), listAt(spec, 'dataFrom')];
  if (data.length === 0 && dataFrom.length === 0) yield 'has neither `data` nor `dataFrom`';
  for (const source of dataFrom) {
    const given = ['extract', 'find', 'sourceRef'].filter((kind) => listAt(source, kind).length > 0);
    if (given.length === 0) yield 'has a `dataFrom` without `extract`, `find` and `sourceRef`';
    if (given.includes('extract') && given.includes('find')) yield 'has a `dataFrom` with both `extract` and `find`';
  }
  const creation = textAt(spec, 'target', 'creationPolicy') ?? 'Owner';
  const deletion = textAt(spec, 'target', 'deletionPolicy') ?? 'Retain';
  if (deletion === 'Delete' && creation !== 'Owner' && creation !== 'Orphan') {
    yield `has deletionPolicy Delete with creationPolicy ${creation}`;
  }
  if (deletion === 'Merge' && creation === 'None') yield 'has deletionPolicy Merge with creationPolicy None';
  const seen = new Set<string>();
  for (const key of data.map((item) => textAt(item, 'secretKey') ?? '')) {
    if (seen.has(key) && deletion === 'Retain') yield `has the key ${quoted(key)} twice`;
    seen.add(key);
  }
}
