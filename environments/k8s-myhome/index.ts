import { defineSystem } from 'keywright';
import { catalogue } from './catalogue';
import { home } from './home';

export const k8sMyhome = defineSystem({ catalogue, environments: [home] });
