export * from './app';
export * from './bind';
export * from './constructs';
export * from './render-manifests';
