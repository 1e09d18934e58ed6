import { defineSystem } from 'keywright';
import { catalogue } from './catalogue';
import { dev } from './dev';
import { production } from './production';
import { staging } from './staging';

export const deparrow = defineSystem({ catalogue, environments: [dev, staging, production] });
