// Takes the lock of a data directory and keeps it until it is killed.
import { lockDataDir } from '../../src/postgres/data-dir-lock.ts'

await lockDataDir(process.argv[2]!)
process.send?.('locked')
setInterval(() => {}, 1000)
