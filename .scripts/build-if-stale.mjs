// Makes `npm start` work on a fresh clone: builds when dist/ is missing or older than its sources.
import fs from 'node:fs'
import path from 'node:path'

const SOURCES = ['src', 'package-lock.json', '.tsconfig.build.json']

function newest(file) {
  const stat = fs.statSync(file)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...fs.readdirSync(file).map((name) => newest(path.join(file, name))))
}

const stamp = 'dist/.built'
const sourcesHere = fs.existsSync('src')
const built = fs.existsSync(stamp) ? fs.statSync(stamp).mtimeMs : 0
if (sourcesHere && SOURCES.some((file) => newest(file) > built)) {
  console.log('First start or changed sources: building once.')
  await import('./build.mjs')
}
