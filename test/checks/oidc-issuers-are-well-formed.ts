import type { Case } from './cases';

const issuer = (oidcIssuer: string) => ({ cluster: { oidcIssuer } });
const PLACE = 'environments/shop/production.ts cluster.oidcIssuer';

export const cases: Case[] = [
  ['of EKS, with https', issuer('https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30711')],
  ['of somebody else', issuer('https://oidc.example.com/clusters/blue')],
  ['without its id', issuer('https://oidc.eks.eu-west-1.amazonaws.com/id'), PLACE],
  ['with a slash for a dot', issuer('oidc.eks/eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30711'), PLACE],
  ['with http', issuer('http://oidc.example.com/clusters/blue'), PLACE],
  ['with a port', issuer('https://oidc.example.com:8443'), PLACE],
];
