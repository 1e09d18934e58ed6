import type { CfnTag } from 'aws-cdk-lib';
import type { Labels } from '../model';

/** Planned tags as CloudFormation writes them. */
export function renderTags(labels: Labels): CfnTag[] {
  return Object.entries(labels).map(([key, value]) => ({ key, value }));
}
