// The product as it is shipped, pages included, with a small knowledge folder.
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { until } from '../flow/harness.ts'
import { freePort, type Product, startProduct, temporaryFolder } from '../flow/processes.ts'
import { makeProgramRoot } from '../flow/small-root.ts'

const REPOSITORY = path.resolve(import.meta.dirname, '../..')

export type Running = Product & Readonly<{ signInLink: string }>

export async function startBuiltProduct(
  settings: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const root = makeProgramRoot()
  execFileSync(
    path.join(REPOSITORY, 'node_modules/.bin/vite'),
    [
      'build',
      '--config',
      path.join(REPOSITORY, 'src/console/vite.config.ts'),
      '--outDir',
      path.join(root, 'dist/console'),
      '--emptyOutDir',
    ],
    // The test runner's own mode would leave development code in the pages.
    { cwd: REPOSITORY, stdio: 'pipe', env: { ...process.env, NODE_ENV: 'production' } },
  )
  const product = startProduct(root, {
    PORT: String(await freePort()),
    DATA_DIR: path.join(temporaryFolder(), 'data'),
    ...settings,
  })
  await product.ready()
  const link = () => /http\S+\/console\/enter#token=[\w-]+/.exec(product.output())?.[0]
  await until(() => link() !== undefined, 'the sign-in link is printed')
  return { ...product, signInLink: link() as string }
}
