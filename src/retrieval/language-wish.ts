// The wish to be answered in another language, or in other words: no attempt on the rules, and no matter
// that could be looked up. Within one repetition no word may be read in two ways: each would double the
// time.

const LANGUAGE =
  '(?:english|chinese|russian|japanese|korean|french|german|spanish|arabic|my (?:own )?language|another language|(?:simple|simpler|plain|easy|easier|normal|basic) (?:words?|language|terms|english|chinese))'
const ASKING =
  "(?:ok(?:ay)?|sorry|hello|hi|please|pls|and|but|so|also|then|now|again|just|only|(?:can|could|would|will|may) (?:you|u|i|we)|do (?:you|u)|i (?:want|need|prefer|would like)|i['’]d like|we need|is it possible|to|you|have|get|see|it|this|that|them|all|everything|me|us|the|your|an?|answers|replies|text|record|records|above|last|version|be)"
const SAYING =
  '(?:write|written|answer|answered|reply|respond|speak|talk|say|explain|translate|translated|translation|show|give|send|repeat|tell|read|understand|use|put)'
const IN_ENGLISH = new RegExp(
  `^(?:(?:${ASKING}|${SAYING})\\b[\\s,.!]*)*(?:(?:in|into|to|no|not|any) )?${LANGUAGE}(?:[\\s,.!?]|\\b(?:please|pls|version|only|ok(?:ay)?|thanks|thank you|possible|for me|instead|not chinese|no chinese)\\b)*$|^(?:sorry|but|[\\s,])*(?:i|we) (?:do not|don['’]?t|can ?not|can['’]?t) (?:read|speak|understand|know)(?: any| much)? chinese(?:[\\s,.!?]|please|english)*$`,
  'u',
)

const TONGUE =
  '(?:英文|英语|中文|汉语|日文|日语|韩文|韩语|俄文|俄语|法语|德语|外语|外文|普通话|白话|大白话|简单点?的?(?:话|词)|通俗点?的?(?:话|语言))'
const IN_CHINESE = new RegExp(
  `^(?:你们?|您|小舟|请问?|麻烦|能不能|可不可以|可以|能|会不会|会|帮(?:我|忙)|给我?|那|再|都|就|改|换|[\\s,，])*(?:用|讲|说|写|翻|译|换|改|变|回答?|回复|答复|有|成|没|个|不)*${TONGUE}(?:版本?|的)?(?:来|再|跟我|给我|告诉我|回答|回复|答复|答|说|讲|写|解释|翻译|一下|一遍|一次|我看|看|吗|么|伐|没有?|不|行|可以|好|吧|呢|啊|[\\s,，。.!！?？~])*$`,
  'u',
)

/** Whether the message asks for another language or plainer words, and for nothing else. */
export const wantsLanguage = (normalized: string): boolean =>
  IN_ENGLISH.test(normalized) || IN_CHINESE.test(normalized)
