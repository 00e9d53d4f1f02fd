// The wish to be answered in another language, or in other words: no attempt on the rules, and no matter
// that could be looked up. Within one repetition no word may be read in two ways: each would double the
// time.
import { anyOf, inOrder } from './patterns.ts'

const LANGUAGE = anyOf(
  // By its name.
  /english|chinese|russian|japanese|korean|french|german|spanish|arabic/u,
  // Another one.
  /my (?:own )?language|another language/u,
  // Plainer words.
  /(?:simple|simpler|plain|easy|easier|normal|basic) (?:words?|language|terms|english|chinese)/u,
)
/** What stands before a language where nothing else is wished for. */
const BEFORE_LANGUAGE = anyOf(
  // How one begins.
  /ok(?:ay)?|sorry|hello|hi|please|pls|and|but|so|also|then|now|again|just|only/u,
  // How one asks.
  /(?:can|could|would|will|may) (?:you|u|i|we)|do (?:you|u)/u,
  /i (?:want|need|prefer|would like)|i['’]d like|we need|is it possible/u,
  // Of what.
  /to|you|have|get|see|it|this|that|them|all|everything|me|us|the|your|an?/u,
  /answers|replies|text|record|records|above|last|version|be/u,
  // What is to be done.
  /write|written|answer|answered|reply|respond|speak|talk|say|explain/u,
  /translate|translated|translation|show|give|send|repeat|tell|read|understand|use|put/u,
)
const BEHIND_LANGUAGE = anyOf(
  /please|pls|version|only|ok(?:ay)?|thanks|thank you|possible/u,
  /for me|instead|not chinese|no chinese/u,
)
const IN_ENGLISH = anyOf(
  // “Please answer in English.”
  inOrder(
    new RegExp(`^(?:(?:${BEFORE_LANGUAGE.source})\\b[\\s,.!]*)*`, 'u'),
    /(?:(?:in|into|to|no|not|any) )?/u,
    LANGUAGE,
    new RegExp(`(?:[\\s,.!?]|\\b(?:${BEHIND_LANGUAGE.source})\\b)*$`, 'u'),
  ),
  // “I can't read Chinese.”
  inOrder(
    /^(?:sorry|but|[\s,])*(?:i|we) (?:do not|don['’]?t|can ?not|can['’]?t) /u,
    /(?:read|speak|understand|know)(?: any| much)? chinese(?:[\s,.!?]|please|english)*$/u,
  ),
)

const TONGUE = anyOf(
  // By its name.
  /英文|英语|中文|汉语|日文|日语|韩文|韩语|俄文|俄语|法语|德语|外语|外文/u,
  // Plainer words.
  /普通话|白话|大白话|简单点?的?(?:话|词)|通俗点?的?(?:话|语言)/u,
)
const BEHIND_TONGUE = anyOf(
  // To be said in it.
  /来|再|跟我|给我|告诉我|回答|回复|答复|答|说|讲|写|解释|翻译|一下|一遍|一次|我看|看/u,
  // Whether it can be.
  /吗|么|伐|没有?|不|行|可以|好|吧|呢|啊|[\s,，。.!！?？~]/u,
)
const IN_CHINESE = inOrder(
  // Who is asked, and how.
  /^(?:你们?|您|小舟|请问?|麻烦|能不能|可不可以|可以|能|会不会|会|帮(?:我|忙)|给我?|那|再|都|就|改|换|[\s,，])*/u,
  /(?:用|讲|说|写|翻|译|换|改|变|回答?|回复|答复|有|成|没|个|不)*/u,
  TONGUE,
  new RegExp(`(?:版本?|的)?(?:${BEHIND_TONGUE.source})*$`, 'u'),
)

/** Whether the message asks for another language or plainer words, and for nothing else. */
export const wantsLanguage = (normalized: string): boolean =>
  IN_ENGLISH.test(normalized) || IN_CHINESE.test(normalized)
