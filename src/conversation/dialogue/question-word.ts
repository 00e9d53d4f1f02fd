// The words and marks by which a clause is a question.
import { anyOf } from '../../retrieval/patterns.ts'

/** What a clause that asks has. */
export const QUESTION_WORD = anyOf(
  // The mark.
  /[吗么呢?？]/u,
  // How many.
  /几|多少|多久|多长/u,
  // What, how, who.
  /什么|啥|哪|怎|咋|如何|谁/u,
  // One thing or its denial.
  /是否|(.)[不没]\1/u,
  // In English.
  /\b(?:how|what|where|when|which|who|do|does|is|are|can)\b/u,
)
