// Who may import whom (src/DECISIONS.md 1). Features are pure, adapters see ports, entries receive
// use cases, and only `compose` puts them together.
const FEATURES = 'knowledge|retrieval|conversation|ticket|staff'
const ADAPTERS = 'postgres|lark|llm|files|exchange|chinese'
const ENTRIES = 'http|worker'
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('kernel-imports-nothing', '^src/kernel/', '^src/kernel/'),
    only('features-are-pure', `^src/(${FEATURES})/`, `^src/(kernel|${FEATURES})/`),
    {
      name: 'ticket-ignores-conversation',
      severity: 'error',
      from: { path: '^src/ticket/' },
      to: { path: '^src/(conversation|retrieval|knowledge)/' },
    },
    {
      name: 'knowledge-ignores-conversation',
      severity: 'error',
      from: { path: '^src/(knowledge|retrieval)/' },
      to: { path: '^src/(conversation|ticket)/' },
    },
    ...ADAPTERS.split('|').map((a) => ({
      name: `${a}-sees-only-ports`,
      severity: 'error',
      from: { path: `^src/${a}/` },
      to: { path: '^src/', pathNot: `^src/(kernel|${FEATURES}|${a})/` },
    })),
    ...ENTRIES.split('|').map((e) => ({
      name: `${e}-receives-use-cases`,
      severity: 'error',
      from: { path: `^src/${e}/` },
      to: { path: `^src/(${ADAPTERS}|compose|main|cli)` },
    })),
    {
      name: 'config-at-the-edge',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(config|compose|main|cli)' },
      to: { path: '^src/config/' },
    },
    ...Object.entries({
      pg: 'postgres',
      kysely: 'postgres',
      '@electric-sql': 'postgres',
      '@langchain': 'llm',
      langchain: 'llm',
      '@larksuiteoapi': 'lark',
      hono: 'http',
      '@hono': 'http',
      commander: 'cli',
      yaml: 'files',
      'read-excel-file': 'files',
      'write-excel-file': 'files',
      '@node-rs/jieba': 'chinese',
      'opencc-js': 'chinese',
      'pinyin-pro': 'chinese',
    }).map(([pkg, dir]) => ({
      name: `${pkg}-stays-in-${dir}`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${dir}|main|console)` },
      to: { path: `node_modules/${pkg}/` },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/console/' },
  },
}
