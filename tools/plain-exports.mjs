// SWC exports a name by a getter, so that it could change later. V8 compiles a getter into every caller, and what a
// caller may hold is limited: a whole hand takes a tenth longer by it. In pure libs no export ever changes and no
// module needs itself, so that the names can be plain properties. Nothing else is touched, and no line moves.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PURE_LIBS = ['money', 'engine', 'fairness', 'rake', 'vip', 'protocol', 'records'];
const SEVERAL = /function _export\(target, all\) \{[^]*?\n\}\n_export\(exports, \{\n([^]*?)\n\}\);/;
const ONE = /Object\.defineProperty\(exports, "(?!__esModule)[^]*?\n\}\);/;
const GETTER = /get (\w+) ?\(\) \{\s*return ([\w.]+);/g;
const LONE_GETTER = /"(\w+)", \{\s*enumerable: true,\s*get: function\(\) \{\s*return ([\w.]+);/g;

/** A compiled module with plain exports: functions at the head, as they can be called from there, all else at the end. */
export function plainExports(code) {
  const block = SEVERAL.exec(code)?.[0] ?? ONE.exec(code)?.[0];
  if (block === undefined) return code;
  const names = [...block.matchAll(GETTER), ...block.matchAll(LONE_GETTER)];
  const isFunction = (value) =>
    new RegExp(`^[^\\n]*\\bfunction\\*? ${value}\\(`, 'm').test(code.replace(block, ''));
  const assignments = (wanted) =>
    names
      .filter(([, , value]) => isFunction(value) === wanted)
      .map(([, name, value]) => `exports.${name} = ${value};`)
      .join(' ');
  const emptied = '\n'.repeat(block.split('\n').length - 1);
  const headed = code.replace(block, () => `${assignments(true)}${emptied}`);
  return headed.replace(
    /\n(\/\/# sourceMappingURL=.*)?$/,
    (end) => `\n${assignments(false)}${end}`,
  );
}

/** Rewrites the pure libs under a folder of compiled modules. */
export function makeExportsPlain(dist) {
  for (const lib of PURE_LIBS) {
    const folder = join(dist, 'libs', lib, 'src');
    for (const name of readdirSync(folder, { recursive: true })) {
      if (!name.endsWith('.js')) continue;
      const path = join(folder, name);
      writeFileSync(path, plainExports(readFileSync(path, 'utf8')));
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(plainExports(readFileSync(0, 'utf8')));
}
