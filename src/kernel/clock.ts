/** Tells the current instant. Passed in everywhere, so that tests own the time. */
export type Clock = () => Date

/** Lets other work on the event loop run; long computations await it every few milliseconds. */
export type Breathe = () => Promise<void>
