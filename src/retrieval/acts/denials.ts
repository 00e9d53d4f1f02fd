// What a message says is not meant: 「不是变更，我说公司注册」, 「跟技改没关系」, "not the visa". Its words
// must not find anything; the rest of the message is what is asked.

import { ownSubject } from '../own-subject.ts'
import { anyOf, inOrder } from '../patterns.ts'

export type Denials = Readonly<{
  /** What is not meant, in the message's own words. */
  denied: readonly string[]
  /** The message without it. */
  rest: string
}>

/** The words between two pauses; an English sentence keeps its spaces. */
const CHINESE_CLAUSE = /[^,，。.;；:：!！?？…\s]+[,，。.;；:：!！?？…\s]*/gu
const LATIN_CLAUSE = /[^,.;:!?]+[,.;:!?\s]*/gu
const PAUSE_BEHIND = /[,，。.;；:：!！?？…\s]+$/u

/** A doubt and not a denial: 「不是说三天吗」. */
const DOUBTS = /(?:吗|(?<!什)么|嘛|伐|吧|呢|行不|不行|怎么?样?|咋|[?？])[,，。.!！?？…\s]*$/u

/** A question, where what was shown is complained of: 「你扯X干嘛」 is none. */
const ASKS = /(?:吗|呢|伐|行不|不行|怎么?样?|咋)[?？]*[,，。.!！\s]*$/u

const WHO = '(?:我们?|咱们?|阿拉|俺们?)'
const BEFORE = `(?:哦|噢|啊|唉|哎|嗯|也|又|都|可|但|那|就|真的?|根本|[他她它这]|对方|(?:说|讲)过?了|${WHO})*`
const ASK = '(?:想|要|问|说|找|办|指|讲|做|弄|搞|查|申请)'
/** What goes on, without a pause, with what is meant instead. */
const INSTEAD = `(?=(?:而)?是(?!不是)|就是|只是|${WHO}(?:${ASK}|是|就)|我的意思|(?:刚才)?${ASK}的是)`
const END = '(?:的?(?:事|事情|那种|这种|那个|这个|那张|这张))?(?:的|啊|呀|啦|了|哦|呐|哈){0,5}'

/** Each with what is denied in its group; a clause of its own, or the beginning of one. */
const FRAMES: readonly RegExp[] = [
  // 「不是X」, 「我不是问X」, 「我要办的不是X」
  inOrder(
    new RegExp(`^${BEFORE}(?:${ASK}+的)?(?<!是)不是(?:${ASK}+(?:的?是)?)?`, 'u'),
    /(?!说|有|很|太|因为|只|单|光(?!伏)|不|没|一样|一回事|我)/u,
    new RegExp(`(?<not>.{2,16}?)${END}(?:$|${INSTEAD})`, 'u'),
  ),
  // 「我问的是Y不是X」
  inOrder(
    /(?<=(?:是|要|问|说|办).{2,20})(?:而|并|、)?(?<![是要])/u,
    new RegExp(`不是(?:${ASK}+的?)?(?!说|有|很|太|因为|只|单|光)`, 'u'),
    new RegExp(`(?<not>.{2,12}?)${END}$`, 'u'),
  ),
  // 「跟X没关系」
  inOrder(
    new RegExp(`^${BEFORE}(?:这)?[跟和与同](?<not>.{2,14}?)`, 'u'),
    /(?:一点|半点|又|也|都|可|根本|完全|有?什么)*(?:没|没有|无|不)(?:啥|什么|半点)?/u,
    new RegExp(`(?:关系?|相干|搭界|沾边|搭边)${END}$`, 'u'),
  ),
  // 「我不办X」, 「没问X」, 「我没说要X」
  inOrder(
    new RegExp(`^${BEFORE}(?:又)?`, 'u'),
    anyOf(
      /不(?:想|是要)?(?:办|问|搞|弄|买|做|要(?!求|钱|紧|是|不))/u,
      /没(?:有)?(?:要|想)?(?:问|说|提|讲|要)(?:过|要)?/u,
    ),
    new RegExp(`(?<not>.{2,12}?)${END}(?:$|${INSTEAD})`, 'u'),
  ),
  // 「你老扯X干什么」, 「别再提X了」
  inOrder(
    /^(?:你们?|侬)?(?:怎么|咋|干嘛)?(?:老|总|又|一直|一个劲)(?:是)?/u,
    /(?:跟我|给我)?(?:扯|说|提|讲|推|问|回|答)(?:到)?/u,
    /(?<not>.{2,12}?)/u,
    /干(?:什么|啥|嘛|吗)|做(?:什么|啥)|有(?:什么|啥)用|$/u,
  ),
  /^(?:你们?|侬)?(?:别|不要|甭)(?:再|老|总|又)*(?:跟我|给我)?(?:扯|说|提|讲|推|问)(?<not>.{2,12}?)(?:了|啦)*$/u,
]

/** 「什么X」, 「X我有了」, 「先不弄X」: they deny what was shown, and say other things of anything else. */
const FRAMES_OF_SHOWN: readonly RegExp[] = [
  new RegExp(`^${BEFORE}不是(?<not>.)${END}(?:$|${INSTEAD})`, 'u'),
  new RegExp(`^(?:什么|啥)(?<not>.{2,10}?)${END}$`, 'u'),
  /^(?<not>.{2,8}?)(?:什么|啥)(?:的)?\k<not>$/u,
  /[跟和与同](?<not>.{1,14}?)(?:有|是)?(?:什么|啥|半毛钱|一毛钱)?(?:没|没有)?(?:什么|啥)?(?:关系|相干|搭界)[啊呀哦了]*$/u,
  inOrder(
    /^(?:你们?|侬)(?:怎么|咋|干嘛)?(?:老|总|又|一直)?(?:跟我|给我)?/u,
    /扯|说|提|讲|推|问|回|答/u,
    /(?<not>.{1,12}?)(?:干(?:什么|啥|嘛|吗)|做(?:什么|啥))?$/u,
  ),
  /^(?:先)?(?:别|不要|甭|不用)(?:去|再)?(?:管|扯|提|说|讲)(?:什么|啥)?(?<not>.{2,12}?)(?:了|啦)*$/u,
  /^(?:我们?|那)?(?:先)?不(?:想)?(?:做|弄|办|搞|谈|说|管|走)(?<not>.{2,12}?)(?:了|啦)*$/u,
  /^(?:我们?)?不(?<not>.{2,4})(?:也)?不.{2,4}$/u,
  /^(?<not>.{2,12}?)(?:我们?)?(?:那个|这个)?(?:先)?(?:不用|不要|别|不必)(?:说|管|提|讲)(?:了|啦)?$/u,
  /^(?<not>.{2,12}?)(?:我们?|早就?|已经?|都)*(?:有|办好|拿到|办过|弄好)了$/u,
]

const LATIN_FRAMES: readonly RegExp[] = [
  inOrder(
    /^(?:and |but |no |oh |sorry |it'?s |it is |that'?s |i'?m |i am )*/u,
    /not (?!sure|yet|only|really|clear|be|been|necessar|possible|able|at all)/u,
    /(?:talking about |asking (?:about|for) |about |for |a |an |the |any )*/u,
    // What is denied.
    /(?<not>[^,.;:!?]{2,40}?)/u,
    /(?= but\b| i (?:mean|want|need|am)\b|$)/u,
  ),
  inOrder(
    /^(?:and |but |no )*i (?:do not|don['’]?t|did not|didn['’]?t) (?:mean|want|ask(?: about| for)?) /u,
    /(?:a |an |the |any )*/u,
    /(?<not>[^,.;:!?]{2,40}?)(?= but\b|$)/u,
  ),
  /^(?:it |this |that )?(?:has|is)?\s?nothing to do with (?:a |an |the |any )*(?<not>[^,.;:!?]{2,40})$/u,
]

/** What the normalised message denies, and what is left of it; `isShown` tells words for what was shown. */
export function denialsIn(
  normalized: string,
  isShown: (words: string) => boolean = () => false,
): Denials {
  const isChinese = /\p{Script=Han}/u.test(normalized)
  const clauses = normalized.match(isChinese ? CHINESE_CLAUSE : LATIN_CLAUSE) ?? []
  const denied: string[] = []
  const rest = clauses.map((clause) => {
    const found =
      (DOUBTS.test(clause)
        ? null
        : denialIn(clause, isChinese ? FRAMES : LATIN_FRAMES, isMatter)) ??
      (ASKS.test(clause) ? null : denialIn(clause, FRAMES_OF_SHOWN, isShown))
    if (found === null) return clause
    denied.push(found.denied)
    return found.rest
  })
  return { denied, rest: rest.join('').trim() }
}

function denialIn(clause: string, frames: readonly RegExp[], isSaid: (words: string) => boolean) {
  const text = clause.replace(PAUSE_BEHIND, '').trim()
  for (const frame of frames) {
    const found = frame.exec(text)
    const denied = found?.groups?.['not']
    if (found === null || denied === undefined || !isSaid(denied)) continue
    const left = text.slice(0, found.index) + text.slice(found.index + found[0].length)
    return { denied, rest: left === '' ? '' : left + clause.slice(text.length) }
  }
  return null
}

/** A part of a record, 「这个意思」 and the like are no matter that could be meant instead. */
const NO_MATTER = /意思|问题|答案|回事|事情|错|人工|机器|编号|区别/u

const isMatter = (words: string): boolean => ownSubject(words) > 0 && !NO_MATTER.test(words)
