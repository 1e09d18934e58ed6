import { defineSystem } from 'keywright';
import { catalogue } from './catalogue';
import { production } from './production';

export const esoOnAwsTutorial = defineSystem({ catalogue, environments: [production] });
