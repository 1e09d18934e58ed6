import type { CertificateAuthority, PlannedCertificateAuthority } from '../model';

/** As a store has it. @see https://external-secrets.io/latest/provider/hashicorp-vault/ */
export function planCertificateAuthority(ca: CertificateAuthority | undefined): PlannedCertificateAuthority {
  if (ca === undefined) return {};
  if (typeof ca === 'string') return { caBundle: Buffer.from(ca).toString('base64') };
  const { type, name, key = 'ca.crt', namespace } = ca;
  return { caProvider: { key, name, ...(namespace !== undefined && { namespace }), type } };
}
