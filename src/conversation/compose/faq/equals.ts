// Words for the same thing that a record writes one way and people say another. For choosing within one
// item only, where little else could be meant.

type Row = readonly [written: string, said: RegExp]

const EQUALS: readonly Row[] = [
  [
    '未参保',
    /(?:还)?[没未](?:有)?(?:给.{1,3})?(?:参加|参|交|缴|上|买)(?:过|上|到)?(?:社保|保险|工伤保险|保)/gu,
  ],
  ['公司账户', /(?:厂里|公司|单位|店里|老板)(?:的)?(?:账户|账上|户头|卡)?(?=还是|[，。？?]|$)/gu],
  ['单位', /厂里|厂子|老板|东家/gu],
  ['到账', /打(?:到|给|进)|汇(?:到|给)|发(?:到|给)|转(?:到|给)|到(?:哪个|谁的)账/gu],
  ['小厂', /小(?:\p{Script=Han}{0,3})厂/gu],
  ['小店', /小(?:\p{Script=Han}{0,3})店/gu],
  ['合同', /(?:劳动|书面|正式)合同/gu],
  ['债务', /(?<!拖)欠(?=.{0,6}(?:的|款|钱|债))|(?<!拖)欠款|货款/gu],
  ['何时', /来得及|来不来得及|赶得上|截止|要?早(?:多少|几)天|有(?:没有|什么|啥)?期限/gu],
  ['归谁', /(?:算|是|属于)谁的|(?:写|登|署|用|放).{0,6}(?:的)?名(?:字|下)?/gu],
  ['裁人', /裁员|裁了?.{0,3}(?:人|个)|裁(?:掉|减)/gu],
  ['出钱', /(?:谁|啥人|哪个)(?:来)?(?:出(?=$|[，。？?吗呢])|付|掏|买单)/gu],
  ['延续', /(?:快|要)?到期|(?<![手连持陆])续(?!费|航)|换(?:新)?证/gu],
  ['学历', /小学|初中|高中|文化|读过书|读书|文凭/gu],
  ['中介', /代办公司|代理公司|中介公司/gu],
  ['男职工', /丈夫|他老婆|男的/gu],
]

/** The text with what is said put as it is written. */
export const asWritten = (text: string): string =>
  EQUALS.reduce((whole, [written, said]) => whole.replaceAll(said, ` ${written} `), text)
