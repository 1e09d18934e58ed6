import type { PlanCheck } from './check';
import { hasPlaceholder, quoted } from './support/words';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const roleNamesFitIam: PlanCheck = {
  code: 'role-names-fit-iam',
  severity: 'error',
  summary: 'Roles have a name and a path that IAM takes.',
  *run(plan, at) {
    for (const role of plan.roles) {
      const { name, path } = role;
      if (!/^[\w+=,.@-]{1,64}$/.test(name) && !hasPlaceholder(name) && !at.isFollowing(role.home, name)) {
        const likely = name.replace(/[^\w+=,.@-]+/g, '-').slice(0, 64);
        yield {
          path: at.role(role, 'role.name'),
          message: `${quoted(name)} is not a role's name: letters, digits and _+=,.@-, at most 64`,
          mend: `write ${quoted(likely)}`,
        };
      }
      if (!/^\/([!-~]+\/)?$/.test(path) && !hasPlaceholder(path)) {
        const inside = path.replace(/[^!-~]+/g, '-').replace(/^\/+|\/+$/g, '');
        yield {
          path: at.role(role, 'role.path'),
          message: `${quoted(path)} is not a path: it begins and ends with "/"`,
          mend: `write ${quoted(inside ? `/${inside}/` : '/')}`,
        };
      }
      if (path.length > 512) {
        yield {
          path: at.role(role, 'role.path'),
          message: `the path has ${path.length} characters: at most 512`,
          mend: 'write a shorter one',
        };
      }
    }
  },
};
