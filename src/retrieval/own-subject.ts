// How much a message says of its matter, beside the words that any question has.

// Words that carry a question but no subject.
const EMPTY_WORDS =
  /(?:请问|来着|利息|那么?|这个?|那个|这样|这种|这张|这本|这道|这步|它|他|她|还|也|再|就|又|呢|吗|么|嘛|啊|呀|吧|伐|哦|的|了|要|是|有|会|能|能不能|可以|是不是|可不可以|得|去|到|在|给|跟|和|我|我们|你|你们|阿拉|一般|大概|大约|最快|最晚|最迟|法定|一共|总共|具体|到底|现在|然后|接下来|下一步|弄|办|办理|搞|做|拿|交|审|批|发|领|收|出|下来|多久|多长时间|多少|几|天|日|个|工作日|月|小时|钱|费|费用|收费|免费|材料|东西|资料|准备|带|什么|啥|哪些|哪里|哪儿|哪个|哪|谁|部门|窗口|局|地方|归|管|流程|步骤|怎么|咋|如何|怎样|条件|要求|依据|文件|法律|规定|结果|证|登记|收|不|可|时间|时候|花|需要|行|好|对|请)/gu
const LATIN_EMPTY =
  /\b(?:how|what|where|which|who|when|long|much|many|days?|does|do|is|are|it|take|the|a|an|to|for|and|of|fee|cost|documents?|materials?|need|needed|this|that|i|we|can|please|about|in|any|there|be|will|get|process|steps|department)\b/gu

/** What is left of a message when the words that any question has are taken away. */
export function subjectOf(normalized: string): string {
  return normalized
    .replace(EMPTY_WORDS, '')
    .replace(LATIN_EMPTY, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** How much of its own subject a message has, in characters. */
export const ownSubject = (normalized: string): number => subjectOf(normalized).length
