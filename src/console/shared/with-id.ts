// What a page sends has an id. What may have arrived keeps it, so that sent again it is known as a
// repeat and not done twice.

const unsure = new Map<string, string>()

/** Also where the page has no HTTPS. */
const newId = (): string =>
  crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`

/**
 * Sends under an id, which is the same for the same `what` until it is known what became of it.
 * @param isAnswer tells whether a failure says that nothing was done
 */
export async function withId<T>(
  what: string,
  send: (id: string) => Promise<T>,
  isAnswer: (error: unknown) => boolean = () => false,
): Promise<T> {
  const id = unsure.get(what) ?? newId()
  unsure.set(what, id)
  try {
    const answer = await send(id)
    unsure.delete(what)
    return answer
  } catch (error) {
    if (isAnswer(error)) unsure.delete(what)
    throw error
  }
}
