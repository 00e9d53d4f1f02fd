// What is remembered between the turns of one dialogue. Small, serialisable, and it expires.
export type DialogueState = Readonly<Record<string, unknown>>
