// What is typed into a form stays in this tab until it is handed in or thrown away: neither a click
// beside the form nor a session that has ended loses a long answer.
const PREFIX = 'zhuqi-words:'

export type Words = Readonly<Record<string, string | undefined>>

/** Kept apart by person, so that a colleague at the same screen begins with an empty form. */
export const placeOf = (...parts: readonly string[]): string => PREFIX + parts.join(':')

export function keptWords(place: string): Words {
  try {
    return JSON.parse(window.sessionStorage.getItem(place) ?? '{}') as Words
  } catch {
    return {} // a browser that keeps nothing
  }
}

export function keepWords(place: string, words: Words): void {
  try {
    window.sessionStorage.setItem(place, JSON.stringify(words))
  } catch {
    // The form works without it.
  }
}

export function forgetWords(place: string): void {
  try {
    window.sessionStorage.removeItem(place)
  } catch {
    // Nothing was kept.
  }
}

export function forgetAllWords(): void {
  try {
    for (const place of Object.keys(window.sessionStorage)) {
      if (place.startsWith(PREFIX)) window.sessionStorage.removeItem(place)
    }
  } catch {
    // Nothing was kept.
  }
}
