import { defineProject } from 'keywright';
import { deparrow } from './deparrow';
import { nova } from './nova';

export default defineProject({ systems: [deparrow, nova] });
