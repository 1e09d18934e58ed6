import type { Project } from 'keywright';
import * as words from './catalogue';
import { environments } from './environments';
import * as providers from './providers';

/** Everything that can be written, set. What is new gets a line in these files; no value in them is one of somebody. */
export const everythingSet: Project = {
  systems: [{ catalogue: words.catalogue, environments }, providers],
};
