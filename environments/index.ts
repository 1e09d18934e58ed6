import { defineProject } from 'keywright';
import { deparrow } from './deparrow';
import { esoOnAwsTutorial } from './eso-on-aws-tutorial';
import { k8sMyhome } from './k8s-myhome';
import { nova } from './nova';
import { zioLucene } from './zio-lucene';

export default defineProject({ systems: [nova, zioLucene, esoOnAwsTutorial, deparrow, k8sMyhome] });
