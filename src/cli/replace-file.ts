import { rename, rm } from 'node:fs/promises'

/** Written beside by `write` and moved into place, so that no reader ever sees half of it. */
export async function replaceFile(
  file: string,
  write: (beside: string) => Promise<void>,
): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`
  try {
    await write(beside)
    await rename(beside, file)
  } finally {
    await rm(beside, { force: true })
  }
}
