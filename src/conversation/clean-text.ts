// Strips what surrounds a message: markup and JSON shells, mentions, links, emoji, and endless
// repetition. What is left is what the person said: where there were words, words are left.
import { anyOf, inOrder } from '../retrieval/patterns.ts'
import { unwrapJson } from './unwrap-json.ts'

const TEXT_MAX = 2_000
/** More than that is not looked at: what the patterns below cost grows faster than the text. */
const RAW_MAX = 4_000

/** The bare text; the same text again when nothing surrounds it. */
export function cleanText(raw: string): string {
  const text = unrepeat(unmark(unwrapJson(unfence(shorten(raw, RAW_MAX).normalize('NFKC')))))
    .replace(/[ \t]+/gu, ' ')
    .trim()
  return shorten(text, TEXT_MAX)
}

/** What a question may be long; the web chat takes no more either. */
export const boundQuestion = (text: string): string => shorten(text, RAW_MAX)

/** The beginning and the end of what is too long: the question may well be in the last line. */
function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  const half = Math.floor((max - GAP.length) / 2)
  return wellFormed(text.slice(0, half)) + GAP + wellFormed(text.slice(-half))
}

const GAP = '\n'

/** Without the half of a character that a cut has left at either end. */
const wellFormed = (text: string) =>
  text.replace(/^[\udc00-\udfff]/, '').replace(/[\ud800-\udbff]$/, '')

/** Without the fence of a code block. */
const unfence = (text: string) =>
  text.replace(/```(?:(?:json|html|xml|yaml|md|markdown|te?xt|plaintext)\b)?/giu, '')

type Row = readonly [RegExp, string]

/** What no person says. */
const MARKUP: readonly Row[] = [
  [/<at\b[^>]*>.*?<\/at>/giu, ' '],
  [/<(?:br|\/p|\/div|\/li)\s*\/?>/giu, '\n'],
  [/<\/?[a-z][a-z\d-]{0,20}(?:\s[^<>]{0,200}=[^<>]{0,200}|\s*)\/?>/giu, ' '],
  [/&nbsp;/giu, ' '],
  [/&(?:amp|lt|gt|quot);/giu, ' '],
  [/!?\[([^\]]{0,200})\]\([^)]{0,500}\)/gu, '$1'],
  // Chinese often stands next to a link without a space.
  [/https?:\/\/[\x21-\x7e]+/giu, ' '],
  [/@助企小舟(?:助手|机器人)?/gu, ' '],
  [emoticons(), ' '],
  [/^[ \t]*(?:#{1,6}|>+|[-*+]\s|\d+[.)]\s)[ \t]*/gmu, ''],
  [/^[ \t]*(?:[-=_—~*#][ \t]*){2,}$/gmu, ''],
  [/[*_`~|]{1,3}/gu, ' '],
  [/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu, ' '],
]

/** Characters written as their numbers; a space for what is none. */
const unescaped = (text: string) =>
  text.replace(/&#(x?)([\da-f]{1,7});/giu, (_, hex: string, digits: string) =>
    characterOf(Number.parseInt(digits, hex === '' ? 10 : 16)),
  )

function characterOf(point: number): string {
  const isCharacter = point >= 0x20 && point <= 0x10_ffff && (point < 0xd800 || point > 0xdfff)
  return isCharacter ? String.fromCodePoint(point) : ' '
}

/** The names that chat programs write for their emoticons and attachments; other brackets are text. */
function emoticons(): RegExp {
  const names = `
    微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 囧 抓狂 吐
    偷笑 愉快 白眼 傲慢 困 惊恐 憨笑 悠闲 咒骂 疑问 嘘 晕 衰 骷髅 敲打 再见 擦汗 抠鼻 鼓掌
    坏笑 鄙视 委屈 快哭了 阴险 亲亲 可怜 笑脸 生病 脸红 破涕为笑 恐惧 失望 无语 嘿哈 捂脸
    奸笑 机智 皱眉 耶 吃瓜 加油 汗 天啊 社会社会 旺柴 好的 打脸 哇 翻白眼 让我看看 叹气 苦涩
    裂开 嘴唇 爱心 心碎 拥抱 强 弱 握手 胜利 抱拳 勾引 拳头 合十 啤酒 咖啡 蛋糕 玫瑰 凋谢
    菜刀 炸弹 便便 月亮 太阳 庆祝 礼物 红包 烟花 爆竹 猪头 跳跳 发抖 转圈 赞 比心 点赞 感谢
    谢谢 笑哭 流汗 思考 送心 捂嘴 大笑 笑 哭 怒 心 ok emm 666
    图片 照片 语音 表情 动画表情 视频 文件 链接 位置 名片`
  return new RegExp(`\\[(?:${names.trim().split(/\s+/u).join('|')})\\]`, 'giu')
}

const DEVICE = `(?:${[
  '手机|iphone|ipad|android|安卓|华为|小米|荣耀|vivo|oppo|三星',
  '企业微信|微信|飞书|钉钉|qq|网易|outlook|foxmail|yahoo|mail',
  'mobile|phone|huawei|xiaomi|samsung|galaxy',
].join('|')})`

/** Lines that a mail or chat program adds: who wrote when, what was forwarded, from which phone. */
const ENVELOPE: readonly Row[] = [
  [
    /(?:^|\s)@(?!\S*(?:怎么|咋|如何|什么|啥|吗|多少|多久|几天|哪))[\p{L}\p{N}_-]{1,20}(?=\s|$)/gu,
    ' ',
  ],
  [
    inOrder(
      /^[ \t]*(?:发自|来自)(?:我的|本人)?[ ]*/gimu,
      anyOf(
        new RegExp(`${DEVICE}[\\w +-]{0,15}(?:手机|客户端|邮箱(?:大师)?|版|mail)?`, 'gimu'),
        /[\w ]{0,15}(?:手机|客户端)/gimu,
      ),
      /[。.]?$/gimu,
    ),
    '',
  ],
  [new RegExp(`^[ \\t]*(?:sent from (?:my |the )?|get )${DEVICE}[\\w +-]{0,24}[.]?$`, 'gimu'), ''],
  [/^[ \t]*(?:转发|聊天记录|原始邮件|original message|fwd?|re)[: ]*$/gimu, ''],
  [/^[ \t]*(?:回复|引用|reply to)[^:\n]{0,20}:[ \t]*$/gimu, ''],
  [
    /^[ \t]*\p{L}{2,10}[ \t]+(?:\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?[ \t]+)?\d{1,2}:\d{2}(?::\d{2})?:?[ \t]*$/gmu,
    '',
  ],
  [/^\s*[「『“"【]([^「」『』“”"【】]*)[」』”"】]\s*$/u, '$1'],
]

const WORDS = /[\p{L}\p{N}]/u

const replaced = (text: string, [pattern, by]: Row) => text.replace(pattern, by)

function unmark(text: string): string {
  const said = MARKUP.reduce(replaced, unescaped(text))
  // A line that looks like an envelope and is all there is, is what was said.
  return ENVELOPE.reduce((rest, row) => {
    const less = replaced(rest, row)
    return WORDS.test(less) ? less : rest
  }, said)
}

/** 「急急急急急」 becomes 「急急」, 「在吗在吗在吗」 「在吗」; the zeros of a number stay. */
function unrepeat(text: string): string {
  const calm = text
    .replace(/([^\d\s])\1{2,}/gu, '$1$1')
    .replace(/(.{2,40}?)(?:[\s,，。!！]{0,4}\1){2,}/gsu, (whole, one) =>
      /^[\d\s.,]+$/u.test(one) ? whole : one,
    )
  return once(calm)
}

const TWICE_MIN = 4
const AROUND = /^[\s\p{P}]+|[\s\p{P}]+$/gu

/** A whole message that was pasted twice. */
function once(text: string): string {
  const letters = text.replace(AROUND, '')
  for (let gap = 0; gap <= GAP_MAX; gap += 1) {
    const half = (letters.length - gap) / 2
    const first = letters.slice(0, half)
    const isTwice = half >= TWICE_MIN && Number.isInteger(half) && letters.endsWith(first)
    const between = letters.slice(half, half + gap)
    if (isTwice && between.replace(AROUND, '') === '' && /\p{L}/u.test(first)) return first
  }
  return text
}

/** Marks and line ends between the two. */
const GAP_MAX = 4
