import type { Request } from 'express';

interface Route {
  readonly path: unknown;
  readonly methods: Readonly<Record<string, boolean>>;
}

interface Layer {
  readonly route?: Route;
  match(path: string): boolean;
}

/** Middleware of Nest is mounted as a route that takes every path; nobody's handler stands there. */
const CATCH_ALL = '{*path}';

const pathOf = (route: Route | undefined): string | undefined =>
  typeof route?.path === 'string' && !route.path.endsWith(CATCH_ALL) ? route.path : undefined;

/** The pattern of the route that took a request, such as `/hands/:id`; undefined where none did. */
export const routePathOf = (request: Request): string | undefined =>
  pathOf(request.route as Route | undefined);

const matches = (layer: Layer, path: string): boolean => {
  try {
    return layer.match(path);
  } catch {
    // A path that does not decode is nobody's.
    return false;
  }
};

/** The methods that the path of a request has; empty where there is no such path. */
export function allowedMethods(request: Request): string[] {
  const { stack } = (request.app as unknown as { router: { stack: readonly Layer[] } }).router;
  const methods = stack.flatMap((layer) =>
    pathOf(layer.route) !== undefined && matches(layer, request.path)
      ? Object.keys(layer.route?.methods ?? {})
      : [],
  );
  return [...new Set(methods)].map((method) => method.toUpperCase()).sort();
}
