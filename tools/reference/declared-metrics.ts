import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as ts from 'typescript';

/** A metric as the code declares it. */
export interface DeclaredMetric {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly labels: readonly string[];
  /** The app or the lib that feeds it. */
  readonly place: string;
}

const TYPE_OF = {
  counter: 'counter',
  gauge: 'gauge',
  sampledGauge: 'gauge',
  histogram: 'histogram',
} as const satisfies Record<string, DeclaredMetric['type']>;

const isMaker = (name: string): name is keyof typeof TYPE_OF => name in TYPE_OF;

/** Every metric that the apps and libs declare, by name; what two places declare is there once. */
export function declaredMetrics(root = '.'): DeclaredMetric[] {
  const found = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/spec\.ts$|node_modules/.test(file))
      .flatMap((file) => metricsIn(root, join(folder, file))),
  );
  return [...new Map(found.map((metric) => [metric.name, metric])).values()].sort((one, other) =>
    one.name.localeCompare(other.name, 'en'),
  );
}

function metricsIn(root: string, file: string): DeclaredMetric[] {
  const text = readFileSync(join(root, file), 'utf8');
  if (!/\b(?:counter|gauge|sampledGauge|histogram)\(/.test(text)) return [];
  const place = file.split('/').slice(0, 2).join('/');
  const metrics: DeclaredMetric[] = [];
  const visit = (node: ts.Node): void => {
    const metric = ts.isCallExpression(node) ? metricOf(node, place) : null;
    if (metric !== null) metrics.push(metric);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return metrics;
}

function metricOf(call: ts.CallExpression, place: string): DeclaredMetric | null {
  if (!ts.isIdentifier(call.expression) || !isMaker(call.expression.text)) return null;
  const [name, help, third] = call.arguments;
  if (name === undefined || help === undefined) return null;
  if (!ts.isStringLiteralLike(name) || !ts.isStringLiteralLike(help)) return null;
  const labels =
    third !== undefined && ts.isArrayLiteralExpression(third)
      ? third.elements.filter(ts.isStringLiteralLike).map(({ text }) => text)
      : [];
  return {
    ...{ name: name.text, help: help.text, labels, place },
    type: TYPE_OF[call.expression.text],
  };
}
