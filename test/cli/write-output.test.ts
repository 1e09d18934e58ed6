import { execFileSync } from 'node:child_process';
import fs, {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { UsageError } from '../../lib/cli/usage-error';
import { diffOutput, writeOutput } from '../../lib/cli/write-output';
import { folderWith } from './folders';

const MARK = 'made by keywright\n';
const filesOf = (texts: Record<string, string>) =>
  Object.entries(texts).map(([path, text]) => ({ path, text: MARK + text }));

const TWO = { 'kubernetes/nova/dev/a.yaml': 'a', 'aws/nova/dev/b.json': 'b' };

/** Everything below a folder: the text of files, where links point, and empty folders. */
function contentOf(dir: string): Record<string, string> {
  const entries = readdirSync(dir, { withFileTypes: true, recursive: true });
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(dir.length + 1);
      if (entry.isFile()) return [[name, readFileSync(path, 'utf8').replace(MARK, '')]];
      if (entry.isSymbolicLink()) return [[name, `-> ${fs.readlinkSync(path)}`]];
      return readdirSync(path).length === 0 ? [[`${name}/`, '']] : [];
    }),
  );
}

/** A folder that holds what was written before. */
function written(texts: Record<string, string>): string {
  const dir = join(folderWith({}), 'dist');
  writeOutput(dir, filesOf(texts));
  return dir;
}

const refusal = (work: () => unknown): UsageError => {
  try {
    work();
  } catch (error) {
    return error as UsageError;
  }
  throw new Error('it was accepted');
};

afterEach(() => jest.restoreAllMocks());

describe('writing', () => {
  test('makes the folder and every file', () => {
    const dir = join(folderWith({}), 'deep/dist');
    expect(writeOutput(dir, filesOf(TWO))).toMatchObject({
      added: ['aws/nova/dev/b.json', 'kubernetes/nova/dev/a.yaml'],
      unchanged: [],
    });
    expect(contentOf(dir)).toEqual(TWO);
  });

  test('says what it added, changed, removed and left alone', () => {
    const dir = written({ ...TWO, 'aws/nova/dev/old.json': '', 'aws/nova/dev/same.json': 'same' });
    const wanted = { 'kubernetes/nova/dev/a.yaml': 'A', 'aws/nova/dev/same.json': 'same', 'aws/nova/dev/new.json': '' };
    expect(writeOutput(dir, filesOf(wanted))).toMatchObject({
      added: ['aws/nova/dev/new.json'],
      changed: ['kubernetes/nova/dev/a.yaml'],
      removed: ['aws/nova/dev/b.json', 'aws/nova/dev/old.json'],
      unchanged: ['aws/nova/dev/same.json'],
    });
    expect(contentOf(dir)).toEqual(wanted);
  });

  test('does not touch a file that is right', () => {
    const dir = written(TWO);
    const file = join(dir, 'aws/nova/dev/b.json');
    utimesSync(file, 1, 1);
    writeOutput(dir, filesOf({ ...TWO, 'kubernetes/nova/dev/a.yaml': 'A' }));
    expect(statSync(file).mtimeMs).toBe(1000);
  });

  test('sees a difference at the end of a file, also of a large one', () => {
    const large = 'é'.repeat(100_000);
    const dir = written({ 'aws/a/b/c': large });
    expect(diffOutput(dir, filesOf({ 'aws/a/b/c': large })).unchanged).toHaveLength(1);
    for (const other of [`${large}x`, large.slice(1), `${large.slice(1)}è`]) {
      expect(diffOutput(dir, filesOf({ 'aws/a/b/c': other })).changed).toHaveLength(1);
    }
  });

  test('removes folders that are left empty', () => {
    const dir = written({ ...TWO, 'kubernetes/old/dev/x/a.yaml': '' });
    mkdirSync(join(dir, 'kubernetes/nova/empty/inner'), { recursive: true });
    writeOutput(dir, filesOf({ 'kubernetes/nova/dev/a.yaml': 'a' }));
    expect(contentOf(dir)).toEqual({ 'kubernetes/nova/dev/a.yaml': 'a' });
    expect(readdirSync(dir)).toEqual(['kubernetes']);
  });

  test('leaves everything else in the folder alone', () => {
    const dir = written(TWO);
    writeFileSync(join(dir, 'readme.md'), 'mine');
    mkdirSync(join(dir, 'other/empty'), { recursive: true });
    writeOutput(dir, filesOf({ 'aws/nova/dev/b.json': 'B' }));
    expect(contentOf(dir)).toEqual({ 'aws/nova/dev/b.json': 'B', 'readme.md': 'mine', 'other/empty/': '' });
  });

  test('puts a file where a folder was, and a folder where a file was', () => {
    const dir = written({ 'aws/nova/thing/inner': '', 'aws/nova/other': '', 'aws/nova/same': '' });
    const wanted = { 'aws/nova/thing': 'file', 'aws/nova/other/inner': 'inner', 'aws/nova/same': '' };
    writeOutput(dir, filesOf(wanted));
    expect(contentOf(dir)).toEqual(wanted);
  });

  test('looks at the chosen folders only', () => {
    const dir = written({ ...TWO, 'aws/nova/staging/c.json': 'c', 'aws/nova/staging/old.json': '' });
    const change = writeOutput(dir, filesOf({ 'aws/nova/staging/c.json': 'C', 'aws/nova/dev/b.json': 'B' }), [
      'aws/nova/staging',
    ]);
    expect(change).toMatchObject({ changed: ['aws/nova/staging/c.json'], removed: ['aws/nova/staging/old.json'] });
    expect(contentOf(dir)).toEqual({ ...TWO, 'aws/nova/staging/c.json': 'C' });
  });

  test('comparing writes nothing', () => {
    const dir = join(folderWith({}), 'dist');
    expect(diffOutput(dir, filesOf(TWO)).added).toHaveLength(2);
    expect(existsSync(dir)).toBe(false);
  });
});

describe('links', () => {
  test('in the place of a file or folder are replaced, not followed', () => {
    const outside = folderWith({ 'a.yaml': 'theirs', 'more/b.json': 'theirs' });
    const dir = written({ 'kubernetes/nova/dev/z.yaml': '' });
    symlinkSync(join(outside, 'a.yaml'), join(dir, 'kubernetes/nova/dev/a.yaml'));
    symlinkSync(outside, join(dir, 'kubernetes/nova/linked'));
    writeOutput(dir, filesOf({ ...TWO, 'kubernetes/nova/linked/c': 'c' }));
    expect(contentOf(dir)).toEqual({ ...TWO, 'kubernetes/nova/linked/c': 'c' });
    expect(contentOf(outside)).toEqual({ 'a.yaml': 'theirs', 'more/b.json': 'theirs' });
  });

  test('that nothing stands for are removed, and what they point to stays', () => {
    const outside = folderWith({ 'a.yaml': 'theirs' });
    const dir = written(TWO);
    symlinkSync(outside, join(dir, 'kubernetes/nova/linked'));
    writeOutput(dir, filesOf(TWO));
    expect(contentOf(dir)).toEqual(TWO);
    expect(contentOf(outside)).toEqual({ 'a.yaml': 'theirs' });
  });

  test('in the place of the folders that we own are refused', () => {
    const outside = folderWith({});
    const dir = folderWith({});
    symlinkSync(outside, join(dir, 'kubernetes'));
    expect(refusal(() => writeOutput(dir, filesOf(TWO))).message).toBe(
      `${dir}/kubernetes is a link where a folder belongs`,
    );
    expect(readdirSync(outside)).toEqual([]);
  });
});

describe('what is refused', () => {
  test.each(['../a', 'aws/../../a', '/aws/a', 'aws//a', 'aws/./a', 'aws\\..\\a', 'C:/aws/a', 'a', 'aws/a\0'])(
    'the path %j',
    (path) => {
      const dir = folderWith({});
      expect(() => writeOutput(dir, [{ path, text: '' }])).toThrow('is not a path below the output folder');
      expect(readdirSync(dir)).toEqual([]);
    },
  );

  test('two files of one name', () => {
    const file = { path: 'aws/a/b', text: '' };
    expect(() => writeOutput(folderWith({}), [file, file])).toThrow('two files are called aws/a/b');
  });

  test('an output folder that is a file', () => {
    const dir = folderWith({ dist: '' });
    expect(refusal(() => writeOutput(join(dir, 'dist'), filesOf(TWO)))).toMatchObject({
      message: `${dir}/dist is a file where a folder belongs`,
      mend: 'remove it, or choose another folder with --output',
    });
    expect(contentOf(dir)).toEqual({ dist: '' });
  });

  test('a folder that holds somebody else’s files', () => {
    const dir = folderWith({ 'kubernetes/apps/deployment.yaml': 'kind: Deployment' });
    expect(refusal(() => writeOutput(dir, filesOf(TWO)))).toMatchObject({
      message: `${dir}/kubernetes holds files that keywright did not write, such as kubernetes/apps/deployment.yaml: they would be removed`,
      mend: 'choose another folder with --output, or delete that one',
    });
    expect(contentOf(dir)).toEqual({ 'kubernetes/apps/deployment.yaml': 'kind: Deployment' });
  });
});

describe('an error in the middle', () => {
  const before = { ...TWO, 'aws/old/dev/c.json': 'c', 'aws/nova/dev/d.json': 'd' };
  const after = filesOf({
    'kubernetes/nova/dev/a.yaml': 'A',
    'aws/nova/dev/b.json': 'B',
    'aws/new/dev/e.json': 'e',
    'aws/nova/dev/f': 'f',
  });
  const failing = (name: 'renameSync' | 'rmdirSync' | 'writeFileSync', call: number, code: string) => {
    const original = fs[name] as (...parameters: unknown[]) => void;
    let calls = 0;
    jest.spyOn(fs, name).mockImplementation((...parameters: unknown[]) => {
      calls += 1;
      if (calls === call) throw Object.assign(new Error(code), { code, syscall: name, path: String(parameters[0]) });
      original(...parameters);
    });
  };

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('at move %i leaves the folder as it was', (call) => {
    const dir = written(before);
    const times = () => Object.keys(before).map((path) => statSync(join(dir, path)).mtimeMs);
    const was = times();
    failing('renameSync', call, 'EACCES');
    expect(refusal(() => writeOutput(dir, after)).message).toMatch(/: permission denied$/);
    expect(contentOf(dir)).toEqual(before);
    expect(times()).toEqual(was);
  });

  test('when an empty folder cannot be removed', () => {
    const dir = written(before);
    failing('rmdirSync', 2, 'EACCES');
    refusal(() => writeOutput(dir, after));
    expect(contentOf(dir)).toEqual(before);
  });

  test('when the disk is full', () => {
    const dir = written(before);
    failing('writeFileSync', 3, 'ENOSPC');
    expect(refusal(() => writeOutput(dir, after))).toMatchObject({
      message: `cannot write ${dir}: no space is left on the disk`,
      mend: 'make room',
    });
    expect(contentOf(dir)).toEqual(before);
  });

  test('leaves no folder that was not there', () => {
    const outer = folderWith({});
    failing('writeFileSync', 3, 'ENOSPC');
    refusal(() => writeOutput(join(outer, 'deep/dist'), after));
    expect(readdirSync(outer)).toEqual([]);
  });
});

describe('the temporary folder', () => {
  const STAGING = '.keywright-staging';
  const dead = () => Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));

  test.each([
    ['nothing to write', TWO],
    ['something to write', { ...TWO, 'aws/nova/dev/b.json': 'B' }],
  ])('of a killed run is removed by the next one with %s', (_what, texts) => {
    const dir = written(TWO);
    mkdirSync(join(dir, STAGING, 'new'), { recursive: true });
    writeFileSync(join(dir, STAGING, 'process'), String(dead()));
    writeOutput(dir, filesOf(texts));
    expect(contentOf(dir)).toEqual(texts);
  });

  test('of a run that is at it is waited for, and left alone', () => {
    const dir = written(TWO);
    mkdirSync(join(dir, STAGING));
    writeFileSync(join(dir, STAGING, 'process'), String(process.ppid));
    jest.spyOn(Atomics, 'wait').mockReturnValue('timed-out');
    expect(refusal(() => writeOutput(dir, filesOf({ 'aws/nova/dev/b.json': 'B' })))).toMatchObject({
      message: `another keywright is writing here: ${dir}/${STAGING}`,
      mend: 'wait for it, or delete that folder',
    });
    expect(lstatSync(join(dir, STAGING)).isDirectory()).toBe(true);
    expect(readFileSync(join(dir, 'aws/nova/dev/b.json'), 'utf8')).toBe(`${MARK}b`);
  });
});
