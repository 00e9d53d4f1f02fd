/** Tells the current instant. Passed in everywhere, so that tests own the time. */
export type Clock = () => Date

export const DAY_MS = 86_400_000

/** Lets other work on the event loop run; long computations await it every few milliseconds. */
export type Breathe = () => Promise<void>
