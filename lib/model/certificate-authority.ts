/**
 * Who signs for a server that no public authority does: its certificates in PEM, which are public, or where in the
 * cluster somebody keeps them.
 */
export type CertificateAuthority = string | CertificateAuthorityReference;

/** A key of a Secret or ConfigMap that holds certificates in PEM. */
export interface CertificateAuthorityReference {
  readonly type: CertificateAuthorityKind;
  /** The name of the Secret or ConfigMap. */
  readonly name: string;
  /** @default 'ca.crt' */
  readonly key?: string;
  /** Where it is. Only for cluster stores, which must say it: a SecretStore looks in its own namespace. */
  readonly namespace?: string;
}

export const CERTIFICATE_AUTHORITY_KINDS = ['Secret', 'ConfigMap'] as const;
export type CertificateAuthorityKind = (typeof CERTIFICATE_AUTHORITY_KINDS)[number];
