export * from './render-azure-access';
