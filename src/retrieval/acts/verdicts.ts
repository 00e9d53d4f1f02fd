// How somebody says of what was done for them that it is done, is not, or is not accepted.
import { anyOf, inOrder } from '../patterns.ts'

/** Said of a trouble alone. */
const MENDED = /解决|处理好|修好|弄好|搞定/u
/** Said of papers as well. */
const HANDLED = /办好|办妥/u

export const DONE = anyOf(MENDED, HANDLED)

const NOT = /(?:没有?|没能|未能?|不曾|不算|不叫)(?:真正|彻底|完全|根本|给我们?|帮我|能)?/u

export const NOT_MENDED = inOrder(NOT, anyOf(MENDED, /改善/u))
export const NOT_DONE = inOrder(NOT, anyOf(DONE, /改善/u))

export const REFUSES = /(?:不|勿|没法|无法|不能)(?:接受|认可|认同|同意)/u

/** What was answered or decided is not accepted. */
export const REFUSES_RESULT = inOrder(
  REFUSES,
  /(?:你们的?|[这那]个?|这样|这种|该|的){0,2}(?:办理)?/u,
  /结果|答复|回复|处理|说法|意见/u,
)
