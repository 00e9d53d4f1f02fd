// Builds the server (tsc) and the pages (Vite) into dist/.
import { spawn } from 'node:child_process'
import fs from 'node:fs'

const bin = (name) => `node_modules/.bin/${name}`

/** Runs a tool; its output is shown only when it fails. */
function run(title, command, args) {
  process.stdout.write(`${title} … `)
  const started = Date.now()
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (data) => {
      output += data
    })
    child.stderr.on('data', (data) => {
      output += data
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      console.log(code === 0 ? `${((Date.now() - started) / 1000).toFixed(1)} s` : 'failed')
      if (code === 0) resolve()
      else reject(new Error(`${title} failed\n${output}`))
    })
  })
}

try {
  fs.rmSync('dist', { recursive: true, force: true })
  await run('building the server', bin('tsc'), ['-p', '.tsconfig.build.json'])
  await run('building the pages', bin('vite'), [
    'build',
    '--config',
    'src/console/vite.config.ts',
    '--logLevel',
    'warn',
  ])
  fs.writeFileSync('dist/.built', new Date().toISOString())
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
