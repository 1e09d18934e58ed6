export { buildPlan } from './build-plan';
