export { buildAwsApp } from './app';
export { Entries } from './entries';
export type { PlannedProps } from './planned';
export { ReaderAccess } from './reader-access';
export { renderTemplates } from './render-templates';
export { AccessStack, EntriesStack, type PlannedStackProps } from './stacks';
