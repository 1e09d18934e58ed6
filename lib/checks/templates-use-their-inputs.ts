import type { Flaw, PlanCheck } from './check';
import { readGoTemplate } from './support/go-template';
import { type PlannedTemplate, plannedTemplates } from './support/planned-templates';
import { listed, mendName, quoted } from './support/words';

/** @see https://external-secrets.io/latest/guides/templating/ */
export const templatesUseTheirInputs: PlanCheck = {
  code: 'templates-use-their-inputs',
  severity: 'error',
  summary:
    'What a Go template names is one of its inputs, each input is named, and in one bundle a name means one field.',
  *run(plan, at) {
    const meanings = new Map<string, string>();
    for (const template of plannedTemplates(plan, at)) {
      for (const flaw of [...flawsOf(template), ...clashes(template, meanings)]) {
        yield { path: template.path, ...flaw };
      }
    }
  },
};

// --- internal ---

type TextFlaw = Omit<Flaw, 'path'>;

function* flawsOf({ name, text, inputs }: PlannedTemplate): Iterable<TextFlaw> {
  const known = inputs.map((input) => input.as);
  for (const given of known.filter((one) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(one))) {
    yield { message: `a template cannot say ${quoted(given)}: letters, digits and "_"`, mend: 'choose another name' };
  }
  const read = readGoTemplate(text ?? '');
  if (text === undefined || 'problem' in read) return;
  for (const given of read.names.filter((one) => !known.includes(one))) {
    yield {
      message: `the template of ${quoted(name)} names ${quoted(given)}, which is none of its inputs: there is ${listed(known)}`,
      mend: mendName(given, known, 'add it to the inputs'),
    };
  }
  if (read.takesAll) {
    const message = `the template of ${quoted(name)} takes all at once, and that is what every template of the Secret reads`;
    yield { message, mend: 'name the inputs one by one' };
    return;
  }
  for (const given of known.filter((one) => !read.names.includes(one))) {
    yield {
      message: `the template of ${quoted(name)} does not name its input ${quoted(given)}`,
      mend: 'leave the input out',
    };
  }
}

/** The operator gives all templates of a Secret the same values. */
function* clashes({ bundle, name, inputs }: PlannedTemplate, meanings: Map<string, string>): Iterable<TextFlaw> {
  for (const { as, ...read } of inputs) {
    const key = `${bundle.id} ${as}`;
    const meaning = JSON.stringify(read);
    const known = meanings.get(key);
    meanings.set(key, known ?? meaning);
    if (known === undefined || known === meaning) continue;
    yield {
      message: `${quoted(as)} is one field in the template of ${quoted(name)} and another in one before it`,
      mend: 'give one of the two another name',
    };
  }
}
