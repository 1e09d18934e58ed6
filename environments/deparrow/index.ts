import { defineSystem } from 'keywright';
import { catalogue } from './catalogue';
import { dev } from './dev';
import { production } from './production';
import { staging } from './staging';
import { stagingAzure } from './staging-azure';
import { stagingVault } from './staging-vault';

export const deparrow = defineSystem({
  catalogue,
  environments: [dev, staging, stagingAzure, stagingVault, production],
});
