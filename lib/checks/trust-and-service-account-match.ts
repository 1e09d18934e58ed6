import type { OutputCheck } from './check';
import { outputPlacesOf } from './support/output-places';
import type { WrittenRole } from './support/read-templates';
import { isOnAws, readingOf, subjectOf, trustedSubject } from './support/who-reads';
import { quoted, REPORT_IT } from './support/words';

export const trustAndServiceAccountMatch: OutputCheck = {
  code: 'trust-and-service-account-match',
  severity: 'error',
  summary: "The role of a store trusts the store's own ServiceAccount, and every role is that of a store.",
  catches: 'deparrow: the store names nobody, and the ServiceAccount made for it is used by nothing',
  *run(written, plan, at) {
    const places = outputPlacesOf(plan, at);
    const reading = readingOf(written, plan, at);
    const used = new Set<WrittenRole>();
    for (const store of written.stores) {
      if (store.auth.kind === 'secret' || !isOnAws(store)) continue;
      const subject = subjectOf(store.auth);
      const roles = reading.rolesOf(store);
      for (const role of roles) used.add(role);
      if (roles.length > 0 && roles.every((role) => role.trust.some((it) => trustedSubject(it) === subject))) continue;
      yield {
        path: places.store(store),
        message: `${store.file} reads as ${quoted(subject)}, and ${
          roles.length === 0 ? 'no role' : `the role ${quoted(roles[0]!.name)} does not`
        } trust it`.replace('no role trust it', 'no role trusts it'),
        mend: REPORT_IT,
      };
    }
    for (const role of written.roles) {
      if (used.has(role)) continue;
      yield {
        path: places.role(role),
        message: `the role ${quoted(role.name)} is that of no store of ${role.home}`,
        mend: REPORT_IT,
      };
    }
  },
};
