// Values that overtake one another: one is worked on at a time, and then only the newest.

export type Newest<T> = Readonly<{
  put: (value: T) => void
  /** Nothing more is begun; what is under way is not waited for. */
  end: () => void
}>

/** @param work ends everything by answering `stop` or by failing, which `onProblem` is told */
export function onlyNewest<T>(
  work: (value: T, hasEnded: () => boolean) => Promise<'go_on' | 'stop'>,
  onProblem: (error: unknown) => void,
): Newest<T> {
  let waiting: Readonly<{ value: T }> | null = null
  let running = false
  let ended = false

  async function run(): Promise<void> {
    running = true
    try {
      while (waiting !== null && !ended) {
        const { value } = waiting
        waiting = null
        ended = (await work(value, () => ended)) === 'stop' || ended
      }
    } catch (error) {
      ended = true
      onProblem(error)
    } finally {
      running = false
    }
  }

  return {
    put: (value) => {
      waiting = { value }
      if (!running && !ended) void run()
    },
    end: () => {
      ended = true
    },
  }
}
