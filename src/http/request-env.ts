/** What every request carries: the id by which the log can be searched for it. */
export type RequestEnv = { Variables: { requestId: string } }
