// Things in English that carry the word of a danger: parts of a building against it, and what smokes
// in its ordinary work.

/** After fire or smoke. */
export const OF_BUILDING =
  'exit|escape|door|gate|wall|lane|stair|pump|hose|hydrant|pipe|duct|flue|hood|vent|outlet|curtain|extract|filter|sensor|alarm'

/** Before smoke. */
export const SMOKES = 'funnel|chimney|stack|exhaust|barbecue'
