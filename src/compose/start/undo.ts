export type UndoStep = () => Promise<void>

/**
 * Does the steps that undo what was begun, the last begun first, each once and whatever becomes of
 * the others. @throws AggregateError of those that failed
 */
export async function undoAll(steps: UndoStep[]): Promise<void> {
  const failures: unknown[] = []
  for (const step of steps.splice(0).reverse()) {
    await step().catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, 'not everything was stopped')
}
