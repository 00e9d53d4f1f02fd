// Things in English that carry the word of a danger: parts of a building against it, and what smokes
// in its ordinary work.
import { anyOf } from '../patterns.ts'

/** After fire or smoke. */
export const OF_BUILDING = anyOf(
  // Ways out and walls.
  /exit|escape|door|gate|wall|lane|stair/u,
  // What puts it out or leads it off.
  /pump|hose|hydrant|pipe|duct|flue|hood|vent|outlet|curtain|extract|filter|sensor|alarm/u,
).source

/** Before smoke. */
export const SMOKES = 'funnel|chimney|stack|exhaust|barbecue'
