/** How long a stop waits for what is under way; what it leaves is taken up again after its lease. */
const DRAIN_MS_MAX = 4_000

/** Resolves when `work` has ended, however it ended, or when it has been waited for long enough. */
export async function drain(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, DRAIN_MS_MAX)
  })
  await Promise.race([work.catch(() => {}), patience])
  clearTimeout(timer)
}
