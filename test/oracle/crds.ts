import Ajv, { type ValidateFunction } from 'ajv';
import { readCustomResourceDefinitions } from '../../scripts/imports/crds';
import { type NewerField, strictSchema } from './strict-schema';

/** A validator for each custom resource that ESO serves, by `apiVersion kind`. */
export function customResourceValidators(newer: readonly NewerField[] = []): Map<string, ValidateFunction> {
  // formats such as int64 and keywords such as x-kubernetes-validations are Kubernetes' own
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  const served = readCustomResourceDefinitions().flatMap(({ spec }) =>
    spec.versions
      .filter((version) => version.served)
      .map(({ name, schema }) => ({
        type: { apiVersion: `${spec.group}/${name}`, kind: spec.names.kind },
        schema: schema.openAPIV3Schema,
      })),
  );
  return new Map(
    served.map(({ type, schema }) => [
      `${type.apiVersion} ${type.kind}`,
      ajv.compile(strictSchema(schema, type, newer)),
    ]),
  );
}
