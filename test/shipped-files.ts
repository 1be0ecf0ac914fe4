import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { CORE_SCHEMA, loadAll, mergeTag } from 'js-yaml';

const ROOT = resolve(__dirname, '..');

export const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Compose merges with `<<`, which the YAML of today does not by itself. */
const SCHEMA = CORE_SCHEMA.withTags(mergeTag);

export const documentsOf = (file: string): unknown[] => loadAll(textOf(file), { schema: SCHEMA });

/** The YAML files that a deployment is made from. */
export const YAML_FILES = readdirSync(join(ROOT, 'deploy'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ya?ml$/.test(name))
  .map((name) => `deploy/${name}`)
  .concat('docker-compose.yml', 'docker-compose.prod.yml');

export interface Manifest {
  readonly kind: string;
  readonly name: string;
  readonly document: unknown;
}

/** Everything that is told to Kubernetes. */
export const MANIFESTS: readonly Manifest[] = YAML_FILES.filter((file) =>
  file.startsWith('deploy/kubernetes/'),
).flatMap((file) =>
  documentsOf(file).map((document) => ({
    kind: String(at(document, 'kind')),
    name: String(at(document, 'metadata', 'name')),
    document,
  })),
);

export function manifest(kind: string, name: string): unknown {
  const found = MANIFESTS.find((each) => each.kind === kind && each.name === name);
  if (found === undefined) throw new Error(`there is no ${kind} ${name}`);
  return found.document;
}

/** What stands at a place of a document; undefined where nothing does. */
export function at(document: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value))
      return typeof key === 'number' ? (value as unknown[])[key] : undefined;
    return typeof value === 'object' && value !== null && key in value
      ? (value as Readonly<Record<string, unknown>>)[key]
      : undefined;
  }, document);
}

export const keysAt = (document: unknown, ...path: readonly (string | number)[]): string[] =>
  Object.keys(at(document, ...path) ?? {});

export const listAt = (document: unknown, ...path: readonly (string | number)[]): unknown[] => {
  const value = at(document, ...path);
  return Array.isArray(value) ? (value as unknown[]) : [];
};

/** Every string and number of a document, however deep. */
export function leavesOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf);
  return [String(value)];
}
