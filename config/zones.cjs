/** Who may import whom. A room that is not named as a target may not be imported; cycles are errors everywhere. */
const features = '^server/features/'
const own = '^server/'

/** Within the project, files under `from` may import only what `to` names (packages are another rule's matter). */
const only = (name, from, to, comment, fromNot) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, ...(fromNot ? { pathNot: fromNot } : {}) },
  to: { pathNot: [...to, 'node_modules', '^[^/]+$'], dependencyTypesNot: ['core'] },
})
/** Files under `from` may not use the packages that `packages` names. */
const without = (name, from, packages, comment, extra = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, ...extra },
  to: { path: packages.map((entry) => `node_modules/${entry}(/|$)`), dependencyTypesNot: ['type-only'] },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('shared', '^shared/', ['^shared/'], 'shared stands alone'),
    {
      name: 'shared-packages',
      comment: 'shared takes zod and nothing else; shared/domain and shared/phrases take nothing',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules', pathNot: 'node_modules/zod/' },
    },
    {
      name: 'pure-shared',
      severity: 'error',
      from: { path: '^shared/(domain|phrases)/', pathNot: '\\.test\\.ts$' },
      to: { path: ['node_modules', '^shared/contract'], dependencyTypesNot: ['type-only'] },
    },
    only('kernel', '^server/kernel/', ['^server/kernel/', '^shared/phrases/'], 'kernel knows only the codes of errors'),
    only(
      'delivery',
      '^server/delivery/',
      ['^server/delivery/', '^server/kernel/', '^shared/'],
      'the engine declares ports',
    ),
    without(
      'engine-plain',
      '^server/(delivery|kernel)/',
      ['koa', '@koa', 'typeorm', 'mysql2', 'libsql', 'undici'],
      'no framework in the engine',
    ),
    only(
      'store',
      '^server/store/',
      [
        '^server/store/',
        '^server/kernel/',
        '^shared/',
        '^server/(delivery|wechat)/ports',
        '^server/http/ports',
        '^server/features/[^/]+/ports',
      ],
      'store implements ports',
    ),
    only(
      'wakeup',
      '^server/wakeup/',
      ['^server/wakeup/', '^server/kernel/', '^server/delivery/(ports|wakeup)'],
      'wake-ups across processes implement a port of the engine',
    ),
    without('redis-in-wakeup', own, ['bullmq', 'ioredis'], 'Redis wakes and hands out, and keeps nothing', {
      pathNot: '^server/wakeup/',
    }),
    only(
      'wechat',
      '^server/wechat/',
      ['^server/wechat/', '^server/kernel/', '^shared/', '^server/delivery/ports', '^server/features/[^/]+/ports'],
      'WeChat code never calls a feature',
      '^server/wechat/sandbox/',
    ),
    only(
      'sandbox',
      '^server/wechat/sandbox/',
      ['^server/wechat/', '^server/kernel/', '^shared/'],
      'the stand-in knows nobody',
    ),
    only('http', '^server/http/', ['^server/http/', '^server/kernel/', '^shared/'], 'http knows the contract'),
    {
      name: 'features-apart',
      comment: 'features never import each other',
      severity: 'error',
      from: { path: '^server/features/([^/]+)/' },
      to: { path: features, pathNot: '^server/features/$1/' },
    },
    only(
      'features',
      features,
      [features, '^server/http/', '^server/delivery/(index|ports)', '^server/kernel/', '^shared/'],
      'use cases know their ports',
    ),
    {
      name: 'use-cases-without-http',
      comment: 'only routes (and raw routes) of a feature know http',
      severity: 'error',
      from: { path: features, pathNot: ['[rR]outes?\\.ts$', '\\.test\\.ts$'] },
      to: { path: '^server/http/' },
    },
    without('features-plain', features, ['typeorm', 'mysql2', 'libsql'], 'TypeORM lives in store'),
    without('use-cases-without-koa', features, ['koa', '@koa'], 'Koa stays at the door', {
      pathNot: '[rR]outes?\\.ts$',
    }),
    {
      name: 'main-on-top',
      severity: 'error',
      from: { path: own, pathNot: ['^server/main/'] },
      to: { path: '^server/main/' },
    },
    only(
      'client',
      '^client/',
      ['^client/', '^shared/', '^config/association\\.json'],
      'the mini-program takes shared only',
    ),
    only('admin', '^server/admin/', ['^server/admin/', '^shared/'], 'the admin takes shared only'),
    {
      name: 'clients-without-zod',
      comment: 'clients take types of the contract, never zod',
      severity: 'error',
      from: { path: '^(client|server/admin|server/wechat/sandbox/phone)/' },
      to: { path: ['^shared/contract', 'node_modules/zod'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'device-apis-in-platform',
      comment: 'only client/platform calls Taro device APIs',
      severity: 'error',
      from: { path: '^client/(ui|features)/', pathNot: '\\.tsx$' },
      to: { path: 'node_modules/@tarojs/taro', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-apart',
      severity: 'error',
      from: { path: '^(server|client|shared)/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    tsPreCompilationDeps: true,
    moduleSystems: ['cjs', 'es6'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.scss', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
