// Cues for the parts of an item's record. The order of the rows counts where one clause shows two parts
// equally.
import type { FieldCue } from './field-cue.ts'
import { CUES_BY_NAME } from './field-cues-by-name.ts'
import { CUES_OF_RULES } from './field-cues-of-rules.ts'
import { UNNAMED_CUES } from './field-cues-unnamed.ts'

export const FIELD_CUES: readonly FieldCue[] = [...CUES_BY_NAME, ...UNNAMED_CUES, ...CUES_OF_RULES]
