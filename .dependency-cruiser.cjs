/**
 * The module graph: which lib may import which. Everything not listed is refused.
 * `libs/testing` may import every lib and is imported by tools and tests only; `libs/client` by these.
 */
const graph = {
  money: [],
  protocol: ['money'],
  engine: ['money'],
  fairness: [],
  rake: ['money'],
  vip: ['money'],
  records: ['engine', 'money'],
  integrity: ['engine', 'money'],
  notifications: ['vip'],
  wire: [],
  client: ['protocol', 'wire'],
  platform: ['protocol'],
  database: ['money', 'platform', 'protocol'],
  cache: ['protocol', 'platform'],
  ledger: ['money', 'database', 'platform', 'protocol'],
  rates: ['money', 'database', 'platform', 'protocol'],
  audit: ['database', 'cache', 'platform', 'ledger', 'fairness'],
  packing: ['engine', 'fairness'],
  archive: ['packing', 'database', 'cache', 'platform'],
  limits: ['money', 'database', 'platform', 'protocol'],
  withdrawals: ['money', 'ledger', 'database', 'platform', 'protocol'],
};

/** What a lib may import beside libs: `database` runs the migrations by their list. */
const beside = { database: ['^migrations/index\\.ts$'] };

const pure = [
  'money',
  'protocol',
  'engine',
  'fairness',
  'rake',
  'vip',
  'records',
  'integrity',
  'notifications',
];
const SPEC = '\\.(spec|integration\\.spec|e2e-spec|builder)\\.ts$';
const anyOf = (names) => `(${names.join('|')})`;

const rowOf = ([lib, allowed]) => ({
  name: `graph-${lib}`,
  comment: `libs/${lib} imports only: ${allowed.join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^libs/${lib}/src`, pathNot: SPEC },
  to: {
    path: '^(libs|apps|tools|migrations)/',
    pathNot: [`^libs/${anyOf([lib, ...allowed])}/`, ...(beside[lib] ?? [])],
  },
});

module.exports = {
  forbidden: [
    ...Object.entries(graph).map(rowOf),
    {
      name: 'pure-libs-do-no-io',
      comment: 'A pure lib imports no framework, driver or Node module.',
      severity: 'error',
      from: { path: `^libs/${anyOf(pure)}/src`, pathNot: SPEC },
      to: { pathNot: ['^libs/', '^node_modules/@sinclair/typebox'] },
    },
    {
      name: 'libs-by-their-index',
      comment: 'A lib is imported by its index only.',
      severity: 'error',
      from: { path: '^(apps|tools|bench|migrations)/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)' },
    },
    {
      name: 'libs-by-their-index-from-libs',
      comment: 'A lib imports another lib by its index only.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^libs/$1/' },
    },
    {
      name: 'apps-never-import-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'nothing-imports-an-app',
      severity: 'error',
      from: { path: '^(libs|tools|bench|migrations)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(apps|migrations|libs/(?!testing/))', pathNot: SPEC },
      to: { path: ['^libs/testing/', SPEC, '^test/'] },
    },
    {
      name: 'clients-are-outside',
      comment:
        'The client library is what players have; the server speaks to it over the wire only.',
      severity: 'error',
      from: { path: '^(apps|migrations|libs/(?!(testing|client)/))', pathNot: SPEC },
      to: { path: '^libs/client/' },
    },
    {
      name: 'no-development-packages-in-production',
      comment: 'What runs in production is installed without the packages of development.',
      severity: 'error',
      from: {
        path: '^(apps|migrations|libs/(?!(testing|client)/)|tools/(migrate|verify|verify-audit))',
        pathNot: SPEC,
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-tools-in-production',
      comment: 'Tests drive the simulators in their own process.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: SPEC },
      to: { path: '^(tools|bench)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'types'],
    },
  },
};
