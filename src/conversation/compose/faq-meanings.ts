// A short question as what it means: words said in many ways become one token, the rest pairs of
// characters. For comparing a message with frequent questions only.

/** Each row is one meaning and the ways of saying it. */
const MEANINGS: readonly (readonly [meaning: string, words: RegExp])[] = [
  ['有效期', /有效期|有效|管(?:几|多少)年|(?:几|多少)年|管多久|用(?:几|多少)年|能用多久/gu],
  ['延续', /延续|延期|续期|续展|续办|续证|续签|换证|期满|届满|(?:快)?到期/gu],
  ['逾期', /过期|逾期|超期|超过(?:期限|时间)|晚了|没按时|错过|过了.{0,4}期/gu],
  [
    '何时',
    /提前多(?:久|少天?)|(?:什么|啥)时候|几时|何时|(?:多|好)久|(?:几|多少)(?:个)?(?:工作日|天|日|月|小时)(?:之?内)?|多长(?:时间)?|多少时间|时限|期限|最晚|最迟/gu,
  ],
  ['收费', /收不收费|收费|收钱|要(?:不要)?钱|多少钱|(?<!研发)费用|免费|花钱|交费|交钱|付钱|付费/gu],
  ['保证金', /保证金|押金|备用金/gu],
  ['注册资本', /注册资本(?:金)?/gu],
  ['多少', /多少|几(?:个|家|份|条|名|次|艘)/gu],
  ['怎么办', /怎么办|咋办|怎么处理|如何处理|咋处理|怎么弄|咋弄/gu],
  ['谁', /谁|哪个(?:部门|单位|局)|哪里管|归哪/gu],
  ['去哪', /去哪(?:里|儿)?|到哪(?:里|儿)?|在哪(?:里|儿)?|哪里/gu],
  ['法定代表人', /法定代表人|法人代表|法人|老板/gu],
  ['变更', /变更|更换|更名|改名|换了?|改|变了/gu],
  ['重新', /重新|重办|再办|再申请|重做|再来一(?:次|遍)/gu],
  ['债务', /债权债务|债务|欠款|债/gu],
  ['处罚', /处罚|罚款|被罚|会罚|罚|会怎样|会怎么样|后果/gu],
  ['补贴', /补贴|补助|奖补|奖励|补多少/gu],
  ['开工', /开工|动工/gu],
  ['转让', /转让|转给|买卖|过户|卖给|转卖/gu],
  ['外地', /外地|异地|跨省|外省|别的(?:地方|城市)/gu],
  ['个人', /个人|自己|一个人|本人/gu],
  ['没有', /没有|没|未|无|不(?:办|报|交)/gu],
  ['能否', /能不能|可不可以|行不行|能否|可以|可否|允许|能/gu],
  ['需否', /要不要|需不需要|用不用|是否需要|需要|必须|还要|还得|要/gu],
]

/** Says that it is a question, or nothing. */
const EMPTY =
  /请问|您好|你好|一下|是不是|吗|呢|吧|啊|呀|么|的|了|我们?|咱|公司|企业|这个|那个|办理|申请|怎么|如何|什么|哪些/gu

export function meaningsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  let rest = text.normalize('NFKC').toLowerCase()
  for (const [meaning, words] of MEANINGS) {
    const without = rest.replace(words, ' ')
    if (without !== rest) found.add(meaning)
    rest = without
  }
  for (const part of rest.replace(EMPTY, ' ').split(/[^\p{L}\p{N}]+/u)) {
    for (const pair of pairsOf(part)) found.add(pair)
  }
  return found
}

/** Pairs of characters; a number or a Latin word is one token. */
function pairsOf(part: string): string[] {
  return (part.match(/[a-z0-9.]+|\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    /^\p{Script=Han}{2,}$/u.test(run)
      ? [...Array.from({ length: run.length - 1 }, (_, n) => run.slice(n, n + 2)), ...run]
      : [run],
  )
}
