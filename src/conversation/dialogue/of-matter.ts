// Forms of asking that are about the matter in hand whatever word stands in them: what it needs (「要
// 评估吗」), how much of it (「补贴比例是多少」), what comes of it. The word is often another item's, and
// that item is not meant: of such questions in written dialogues none left the matter in hand.
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { isCalled } from '../../retrieval/names.ts'
import { sharesWords } from '../../retrieval/shared-words.ts'
import { recordText } from '../record-text.ts'

const ANY = '[^,，。;；:：!！?？\\s]'
const LEAD = '(?:那么?|是不是|请问|我们|公司|企业|单位|个人|一定|必须|都|嗯|哦|好的?|[,，\\s]){0,4}'
const WHETHER = '(?:要不要|需不需要|用不用|非要|需要|要|得)'
const END = '(?:吗|么|不|伐|嘛|的|呀|啊|吧|[?？\\s]){0,4}$'
const ASKS = '(?:吗|么|不|伐|嘛)[?？\\s]{0,2}$'
const FORMALITY = '原件|复印件|盖章|签字|到场|在场|本人|亲自|翻译|装订|预约|排队'
const form = (...parts: readonly string[]) => new RegExp(`^${LEAD}${parts.join('')}`, 'u')

const OF_ANY: readonly RegExp[] = [
  // 「要评估吗」, not 「要是……」; 「公司要交残保金吗」 is understood by itself.
  form(`(?<!公司|企业|单位)${WHETHER}`, `(?!是)${ANY}{1,9}?`, END),
  // 「检验报告要不要」
  form(`${ANY}{1,8}?(?:要不要|需不需要|用不用)(?:提供|带|交|做|有|填|附|写)?`, END),
  // 「利率多少」, 「场地要多大面积」
  form(`${ANY}{1,5}?[要是得有]?(?:多少|多大|几个|几成|比例|上限)(?:是?多少|面积)?`, END),
  // 「几天能通电」
  form(
    '(?:要|需要)?(?:多久|几天|多长时间|什么时候|几时|啥时候)(?:才|就|可以|能){0,2}',
    `${ANY}{1,4}?`,
    END,
  ),
  // 「先评估还是先签合同」
  form(`先${ANY}{1,6}?还是先?${ANY}{1,6}?`, END),
  // 「要什么资质」
  form(`(?:要|需要|得)?(?:具备|有)?(?:什么|啥|哪些|哪种)${ANY}{1,4}?`, END),
  // 「病历要原件吗」
  form(`${ANY}{1,7}?都?(?:要|需要|得)(?:${FORMALITY})${ANY}{0,3}?`, ASKS),
  // 「征信没过行吗」
  form(
    `${ANY}{0,6}?(?:没|未|不够|不满|亏|欠|超|逾期)${ANY}{0,4}?(?:行吗|行不行|(?:可以|能)${ANY}{0,4}?`,
    '吗|能不能)',
    ANY,
    '{0,4}?',
    END,
  ),
  // 「会不会影响信用」
  new RegExp(`(?:会不会|有没有|会)影响${ANY}{0,6}?${END}`, 'u'),
]

/** The same, where the record has a word of what is asked. */
const OF_ITS_RECORD: readonly RegExp[] = [
  // 「共有人都要到场吗」
  form(`(?<what>${ANY}{1,7}?都?(?:要|需要|得)(?![证办备审批检])${ANY}{1,6}?)`, ASKS),
  // 「单位不认怎么办」
  form(
    `(?<what>${ANY}{1,6}?)(?:错了?|丢了?|不认|不给|不肯|没[签交盖过])${ANY}{0,3}?(?:怎么办|咋办|怎么弄)`,
    END,
  ),
  // 「征信有逾期能贷吗」
  form(
    `(?<what>${ANY}{1,8}?(?:了|有${ANY}{1,4}?))[,，]?(?:还|就|现在)?(?:能|可以|来得及)${ANY}{0,5}?`,
    ASKS,
  ),
]

/** Something besides, or one of several pointed at, is another matter. */
const BESIDES = /也|还(?!是|能|可以|有效|没)|另|再|又|接着|然后|下一步|那[个张条份边家]|呢/u

/** What is no word of a record: 「要不要」 has no 「不要」. */
const NO_WORDS = /要不要|需不需要|用不用|需要|可以|行不行|多少|吗|么|不|伐|要|得|都|先|能/gu
/** Whoever has a part in any matter. */
const PARTY = /^(?:我们)?(?:单位|公司|企业|对方|老板|他们?|人家)$/u

/** Whether the message asks of the last item; `others` were found for its words alone. */
export function asksOfMatter(
  normalized: string,
  last: ServiceItem,
  others: readonly ServiceItem[],
): boolean {
  if (BESIDES.test(normalized)) return false
  const record = [recordText(last)]
  const isInRecord = (words: string) => sharesWords(words.replace(NO_WORDS, ' '), record)
  const isNamed = () => others.some((item) => item.code !== last.code && isCalled(normalized, item))
  if (OF_ANY.some((one) => one.test(normalized))) return !isNamed() || isInRecord(normalized)
  const what = OF_ITS_RECORD.map((one) => one.exec(normalized)?.groups?.['what'])
  return what.some((words) => words !== undefined && (PARTY.test(words) || isInRecord(words)))
}
