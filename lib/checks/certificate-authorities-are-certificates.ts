import { X509Certificate } from 'node:crypto';
import type { PlanCheck } from './check';
import { certificateAuthorities } from './support/certificate-authorities';

/** @see https://external-secrets.io/latest/provider/hashicorp-vault/ */
export const certificateAuthoritiesAreCertificates: PlanCheck = {
  code: 'certificate-authorities-are-certificates',
  severity: 'error',
  summary:
    'What a store is to trust is certificates in PEM, and nothing else: a private key is no business of a reader.',
  *run(plan, at) {
    for (const { provider, path } of certificateAuthorities(plan, at)) {
      if (provider.caBundle === undefined) continue;
      const flaw = flawOf(Buffer.from(provider.caBundle, 'base64').toString());
      if (flaw === undefined) continue;
      yield {
        path: path('ca'),
        message: flaw,
        mend: 'write the certificate of the authority that signs for the server: "-----BEGIN CERTIFICATE-----" and its lines',
      };
    }
  },
};

// --- internal ---

/** Never shows what is given: it may be a key. */
function flawOf(pem: string): string | undefined {
  const blocks = [...pem.matchAll(/-----BEGIN ([^-]+)-----[\s\S]*?-----END \1-----/g)];
  if (blocks.length === 0) return 'this is no PEM: it has no block';
  const other = blocks.find(([, label]) => label !== 'CERTIFICATE');
  if (other) return `one of its blocks is a ${other[1]}`;
  const at = blocks.findIndex(([block]) => !isCertificate(block));
  return at < 0 ? undefined : `block ${at + 1} is not a certificate that can be read`;
}

function isCertificate(block: string): boolean {
  try {
    return new X509Certificate(block).raw.length > 0;
  } catch {
    return false;
  }
}
