// LangChain posts prompts to a tracing service when one of these variables says so, and no other
// setting stops it: what enterprises write must not leave because of a stray variable.
const TRACING = [
  'LANGCHAIN_TRACING_V2',
  'LANGSMITH_TRACING',
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING',
] as const

/** Takes the variables away; to be called before the first call of a model. */
export function forbidTracing(): void {
  for (const name of TRACING) delete process.env[name]
}
