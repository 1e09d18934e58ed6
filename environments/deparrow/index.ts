import { defineSystem } from 'keywright';
import { catalogue } from './catalogue';
import { dev } from './dev';
import { production } from './production';
import { staging } from './staging';
import { stagingVault } from './staging-vault';

export const deparrow = defineSystem({ catalogue, environments: [dev, staging, stagingVault, production] });
