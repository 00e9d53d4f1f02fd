// How much a message says of its matter, beside the words that any question has.

// Of two words that begin alike the shorter is found: of 我们 the 们 is left, of 办理 the 理. What is
// left counts, and the limits of all who ask take it into account.
const EMPTY_WORDS = [
  // How one begins, and what one points at.
  '请问|来着|利息|那|这|它|他|她|我|你|阿拉',
  // Particles, and what joins and turns.
  '还|也|再|就|又|呢|吗|么|嘛|啊|呀|吧|伐|哦|的|了|跟|和',
  // May, must, is.
  '要|是|有|会|能|可以|得|不|可|需要|行|好|对|请',
  // To go, to give, to deal with.
  '去|到|在|给|弄|办|搞|做|拿|交|审|批|发|领|收|出|下来|花|带|准备|归|管',
  // About how much, and when.
  '一般|大概|大约|最快|最晚|最迟|法定|一共|总共|具体|现在|然后|接下来|下一步',
  // How long, how much.
  '多久|多长时间|多少|几|天|日|个|工作日|月|小时|时间|时候|钱|费|免费',
  // Which, who, how.
  '什么|啥|哪些|哪里|哪儿|哪|谁|怎么|咋|如何|怎样',
  // The parts of a record.
  '材料|东西|资料|部门|窗口|局|地方|流程|步骤|条件|依据|文件|法律|规定|结果|证|登记',
].join('|')
const LATIN_EMPTY_WORDS = [
  'how|what|where|which|who|when|long|much|many|days?',
  'does|do|is|are|be|will|can|get|take|need|needed|please',
  'it|this|that|i|we|the|a|an|any|there|to|for|and|of|about|in',
  'fee|cost|documents?|materials?|process|steps|department',
].join('|')
const EMPTY = new RegExp(EMPTY_WORDS, 'gu')
const LATIN_EMPTY = new RegExp(`\\b(?:${LATIN_EMPTY_WORDS})\\b`, 'gu')

/** What is left of a message when the words that any question has are taken away. */
export function subjectOf(normalized: string): string {
  return normalized
    .replace(EMPTY, '')
    .replace(LATIN_EMPTY, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** How much of its own subject a message has, in characters. */
export const ownSubject = (normalized: string): number => subjectOf(normalized).length
