export * from './render-vault-access';
