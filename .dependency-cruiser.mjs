/** Six rules, no more (ARCHITECTURE.md); the last one takes two entries. */
const TEST = '\\.test\\.tsx?$|\\.fixture\\.ts$|/testing/|/proof/';

export default {
  forbidden: [
    {
      name: 'core-stands-alone',
      comment: 'core imports nothing outside itself but saxes, decimal.js and temporal-polyfill',
      severity: 'error',
      from: { path: '^packages/core/src', pathNot: TEST },
      to: { pathNot: '^packages/core/src|node_modules/(saxes|xmlchars|decimal\\.js|temporal-polyfill|temporal-spec)/' },
    },
    {
      name: 'modules-by-their-index',
      comment: 'a module imports another only by its index.ts',
      severity: 'error',
      from: { path: '^packages/server/src/modules/([^/]+)/', pathNot: TEST },
      to: {
        path: '^packages/server/src/modules/([^/]+)/',
        pathNot: '^packages/server/src/modules/($1/|[^/]+/index\\.ts$)',
      },
    },
    {
      name: 'no-cycle',
      comment: 'the module graph has no cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'driver-in-queries-and-platform',
      comment: 'only *.queries.ts and platform/ know the database driver',
      severity: 'error',
      from: {
        path: '^packages/',
        pathNot: `^packages/server/src/platform/|\\.queries\\.ts$|^packages/server/src/(bench|demo|scenario)/|${TEST}`,
      },
      to: { path: 'node_modules/(pg|pg-copy-streams|pg-cursor)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'http-in-routes-and-platform',
      comment: 'only *.routes.ts and platform/ know the web framework',
      severity: 'error',
      from: { path: '^packages/', pathNot: `^packages/server/src/platform/|\\.routes\\.ts$|${TEST}` },
      to: { path: 'node_modules/(fastify|@fastify)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-knows-client-and-core',
      comment: 'web knows client and core; cli also server/src/app.ts',
      severity: 'error',
      from: { path: '^packages/(web|cli|client)/src', pathNot: TEST },
      to: { path: '^packages/server/src', pathNot: '^packages/server/src/app\\.ts$' },
    },
    {
      name: 'web-knows-no-server',
      comment: 'web and client never reach into the server, not even by app.ts',
      severity: 'error',
      from: { path: '^packages/(web|client)/src', pathNot: TEST },
      to: { path: '^packages/(server|cli)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules/\\.cache|/dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
