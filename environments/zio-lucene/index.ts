import { defineSystem } from 'keywright';
import { catalogue } from './catalogue';
import { dev } from './dev';
import { local } from './local';
import { production } from './production';

export const zioLucene = defineSystem({ catalogue, environments: [local, dev, production] });
