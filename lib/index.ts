export * from './model';
export { buildPlan } from './plan';
