import type { Output } from '../../model';
import { type Manifests, readManifests } from './read-manifests';
import { readTemplates, type Templates } from './read-templates';

/** What is written, read back from the objects and templates alone. */
export interface Written extends Output, Manifests, Templates {}

export const readOutput = (output: Output): Written => ({
  ...output,
  ...readManifests(output.manifests),
  ...readTemplates(output.templates),
});
