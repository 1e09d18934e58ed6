import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { Project, System } from '../model';
import { explainLoadError } from './explain-load-error';
import { importEnvironments } from './import-environments';
import { pickProject } from './pick-project';
import { refuseUndefined } from './refuse-undefined';
import { UsageError } from './usage-error';

/**
 * The project that `environments/index.ts` of a folder exports, by default or as `project`.
 * Whatever is wrong with it is a {@link UsageError} that names the place in the user's own files.
 */
export async function loadProject(projectDir: string): Promise<Project> {
  const dir = findFolder(projectDir);
  const index = findIndex(dir);
  const project = await readProject(index, dir);
  return { ...project, systems: project.systems.map((system) => withFolder(system, dir)) };
}

// --- internal ---

const ENVIRONMENTS = 'environments';
const EXAMPLE = 'export default defineProject({ systems: [...] })';
const EXTENSIONS = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'];

async function readProject(index: string, dir: string): Promise<Project> {
  const exported = await importEnvironments(index).catch((error: unknown) => {
    throw explainLoadError(error, index, dir);
  });
  try {
    const project = pickProject(exported, `${ENVIRONMENTS}/${basename(index)}`);
    // Reads every field, so that one that throws does it here.
    refuseUndefined(project, index, dir);
    return project;
  } catch (error) {
    throw error instanceof UsageError ? error : explainLoadError(error, index, dir);
  }
}

function findFolder(projectDir: string): string {
  const dir = resolve(projectDir);
  if (!existsSync(dir)) throw new UsageError(`there is no folder ${projectDir}`, 'name the project with --project DIR');
  if (statSync(dir).isDirectory()) return realpathSync(dir);
  throw new UsageError(`${projectDir} is a file`, `name the folder that holds ${ENVIRONMENTS}/ with --project DIR`);
}

function findIndex(dir: string): string {
  const folder = statSync(join(dir, ENVIRONMENTS), { throwIfNoEntry: false });
  if (!folder) {
    throw new UsageError(
      `there is no ${ENVIRONMENTS}/index.ts in ${dir}`,
      'run keywright in the folder of the project, or name it with --project DIR',
    );
  }
  if (!folder.isDirectory()) {
    throw new UsageError(
      `${ENVIRONMENTS} is a file where a folder belongs`,
      `write ${ENVIRONMENTS}/index.ts: ${EXAMPLE}`,
    );
  }
  const files = EXTENSIONS.map((extension) => join(dir, ENVIRONMENTS, `index.${extension}`));
  return files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile()) ?? refuseNoIndex(dir, files);
}

function refuseNoIndex(dir: string, files: readonly string[]): never {
  // A folder, or a link to nothing.
  const other = files.find((file) => lstatSync(file, { throwIfNoEntry: false }));
  if (other) throw new UsageError(`${relative(dir, other)} is not a file`, `write a file there: ${EXAMPLE}`);
  const others = readdirSync(join(dir, ENVIRONMENTS)).sort().slice(0, 5).join(', ');
  throw new UsageError(
    `${ENVIRONMENTS}/ has no index.ts${others && `, only ${others}`}`,
    `write ${ENVIRONMENTS}/index.ts: ${EXAMPLE}`,
  );
}

/** A project of one system may put its files straight into `environments/`: then findings name them there. */
function withFolder(system: System, dir: string): System {
  // Whether it is a system at all is for the plan to say.
  const name: unknown = (system as Partial<System> | null)?.catalogue?.system;
  if (typeof name !== 'string' || system.folder !== undefined) return system;
  return existsSync(join(dir, ENVIRONMENTS, name)) ? system : { ...system, folder: ENVIRONMENTS };
}
