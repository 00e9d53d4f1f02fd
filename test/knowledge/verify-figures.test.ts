import { describe, expect, test } from 'vitest'
import { verifyDraft } from '../../src/knowledge/verify-figures.ts'
import { RECORD } from './verify-figures.record.ts'

const FAITHFUL: readonly string[] = [
  '材料齐全并且符合法定形式的，可以当场登记；不能当场登记的，3个工作日内登记。[3]',
  '法定时限是三个工作日。[3]',
  '情形复杂的，经批准可以再延长 3 个工作日。[3]',
  '情形复杂时，经批准还可再延长三个工作日。[3]',
  '有限责任公司的股东为1个以上50个以下。[2]',
  '有限责任公司由一个以上五十个以下股东出资设立。[2]',
  '全体股东认缴的出资额，要自公司成立之日起５年内缴足。[2]',
  '认缴的出资额应当自公司成立之日起五年内按照章程规定缴足，依据是《公司法》第四十七条。[2]',
  '劳务、信用、商誉、特许经营权等不得作价出资。[2]',
  '按照《中华人民共和国公司法》第42条，有限责任公司由1个以上50个以下股东出资设立。[2]',
  '公司设立登记免费。[4]',
  '公司设立登记不收费。[4]',
  '您可以在浙江政务服务网或者浙里办网上办理，也可以到窗口办理。[5]',
  '需要公司登记（备案）申请书1份、公司章程2份。[6]',
  '公司登记（备案）申请书要一份，公司章程要两份。[6]',
  '经营范围有登记前须经批准项目的，另需批准文件或者许可证。[6]',
  '登记信息能通过政务信息共享获取的，不要求重复提供。[6]',
  '许可证的有效期是5年。[8]',
  '许可证有效期五年，延期应当在期满前三个月提出。[8]',
  '自收到申请之日起20天内作出决定。[8]',
  '自收到申请之日起二十日内作出决定。[8]',
  '公示期不少于五个工作日。[8]',
  '登记费每件80元，商标注册费300元。[9]',
  '商标注册费为三百元。[9]',
  '逾期的，按日加收千分之零点五的滞纳金。[9]',
  '对小微企业减半征收，政策执行至二〇二七年十二月三十一日。[9]',
  '股东或者发起人向市场监管部门申请设立登记，领取营业执照，取得法人资格。[1]',
  '公司设立登记免费。[4]材料齐全、符合法定形式的当场登记。[3]',
  '公司设立登记（QYKB-002）是行政许可。[1]',
]

/** Each row would mislead somebody; what it tampers with stands first. */
const ADVERSARIAL: readonly (readonly [trick: string, draft: string])[] = [
  ['an invented fee', '公司设立登记收费500元。[4]'],
  ['an invented fee in words', '公司设立登记收取五百块钱的手续费。[4]'],
  ['a fee in slang', '公司设立登记大概五百块。[4]'],
  ['a fee where there is none', '公司设立登记需要缴纳相关费用。[4]'],
  ['a fee with an agent', '公司设立登记免费，另收代理费。[4]'],
  ['no fee where there is one', '商标注册免费。[9]'],
  ['no fee in other words', '登记费无需缴纳费用。[9]'],
  ['a fee a hundred times as high', '商标注册费3万元。[9]'],
  ['a fee with a shifted decimal', '商标注册费30.0元。[9]'],
  ['a fee in formal numerals', '商标注册费叁仟元。[9]'],
  ['a fee in thousands', '商标注册费1,300元。[9]'],
  ['a fee in another currency', '商标注册费300美元。[9]'],
  ['a fee with a floor', '商标注册费300元以上。[9]'],
  ['the fee of another act', '延期提出收费80元。[8]'],
  ['per mille as per cent', '逾期的按日加收滞纳金0.5%。[9]'],
  ['working days for days', '自收到申请之日起20个工作日内作出决定。[8]'],
  ['days for working days', '不能当场登记的3日内登记。[3]'],
  ['days for working days in words', '不能当场登记的三天内登记。[3]'],
  ['natural days for days', '自收到申请之日起20个自然日内作出决定。[8]'],
  ['months for years', '许可证有效期5个月。[8]'],
  ['March for three months', '延期应在期满前3月提出。[8]'],
  ['another number', '不能当场登记的5个工作日内登记。[3]'],
  ['another number spelled out', '不能当场登记的二十个工作日内登记。[3]'],
  ['another number in scores', '自收到申请之日起廿五日内作出决定。[8]'],
  ['another number in formal numerals', '自收到申请之日起叁拾日内作出决定。[8]'],
  ['a traditional measure', '不能當場登記的兩個工作日內登記。[3]'],
  ['half of it', '不能当场登记的一个半工作日内登记。[3]'],
  ['half a month', '自收到申请之日起半个月内作出决定。[8]'],
  ['about so many', '不能当场登记的三五个工作日内登记。[3]'],
  ['a few', '不能当场登记的几个工作日内登记。[3]'],
  ['a dozen or so', '自收到申请之日起二十来天内作出决定。[8]'],
  ['a sum of two limits', '最长6个工作日登记。[3]'],
  ['a range that is none', '3至5个工作日登记。[3]'],
  ['the extension as the limit of the licence', '许可证延长5年。[8]'],
  ['the validity as the time to decide', '许可证有效期20日。[8]'],
  ['the notice period as the time to decide', '5个工作日作出决定。[8]'],
  ['the statutory limit as a promised one', '承诺时限为3个工作日。[3]'],
  ['a floor for a ceiling', '有限责任公司由50个以上股东出资设立。[2]'],
  ['a number without its ceiling', '有限责任公司由50个股东出资设立。[2]'],
  ['a ceiling for a floor', '公示不超过5个工作日。[8]'],
  ['after for before', '延期应在期满后3个月提出。[8]'],
  ['a figure of another chunk', '公司登记（备案）申请书在20日内提交。[6]'],
  ['a figure of another item', '注销公告期为45日。[3]'],
  ['more copies', '公司章程需要3份。[6]'],
  ['one copy for two', '公司章程需要一份。[6]'],
  ['the fee of the neighbouring act', '商标注册费80元。[9]'],
  ['a shifted date', '小微企业减半征收，政策执行至2028年12月31日。[9]'],
  ['a shifted date in words', '小微企业减半征收，政策执行至二〇二八年。[9]'],
  ['a date in digits', '小微企业减半征收，政策执行至2027-11-30。[9]'],
  ['an invented phone', '登记请拨打0580-2280000。[5]'],
  ['an invented mobile', '登记请联系13800000000。[5]'],
  ['a phone with spaces', '窗口办理请找 138 0000 0000。[5]'],
  ['a phone in characters', '窗口办理请找幺三八零零零零零零零零。[5]'],
  ['a hotline the record does not name', '网上办理有疑问可拨打12345。[5]'],
  ['a link', '请在 https://example.com/apply 网上办理。[5]'],
  ['a bare domain', '请在 zjzwfw-gov.example.cn 网上办理。[5]'],
  ['a mail address', '材料发到 reg@example.com 即可网上办理。[5]'],
  ['a chat account', '网上办理请加微信 zsgs2026。[5]'],
  ['a hall that is not named', '请到舟山市行政服务中心大厅窗口办理。[5]'],
  ['an address', '窗口在千岛路西侧。[5]'],
  ['an address with a number', '窗口在海天大道681号。[5]'],
  ['another office', '向舟山市商务局申请设立登记。[1]'],
  [
    'a law that does not exist',
    '根据《海岛企业促进法》，有限责任公司由1个以上50个以下股东出资设立。[2]',
  ],
  [
    'a law without its marks',
    '根据海岛企业促进条例，有限责任公司由1个以上50个以下股东出资设立。[2]',
  ],
  ['another article', '依据《公司法》第四十三条，有限责任公司由1个以上50个以下股东出资设立。[2]'],
  ['the article of the other law', '依据《公司法》第十三条，不得以劳务、信用作价出资。[2]'],
  ['an article in digits', '依据《公司法》第88条，有限责任公司由1个以上50个以下股东出资设立。[2]'],
  [
    'a paragraph the record does not give',
    '依据《公司法》第四十二条第三款，有限责任公司由1个以上50个以下股东出资设立。[2]',
  ],
  ['a bare article', '该法第九十九条规定了有限责任公司的股东。[2]'],
  ['an unmarked law with an article', '依据公司法第九十九条，股东出资设立有限责任公司。[2]'],
  ['another document number', '依据《市场主体登记管理条例》（国务院令第764号）办理登记。[7]'],
  ['another item code', '请办理公司设立登记(QYKB-003)。[1]'],
  ['a promise', '材料齐全的，一定能批。[3]'],
  ['a guarantee', '材料齐全的，我们保证当场登记。[3]'],
  ['a certainty', '符合法定形式的肯定当场登记。[3]'],
  ['nothing to worry about', '材料齐全、符合法定形式的当场登记，请放心。[3]'],
  ['a hundred per cent', '材料齐全、符合法定形式的百分百当场登记。[3]'],
  ['a hundred per cent in signs', '材料齐全、符合法定形式的100%当场登记。[3]'],
  ['a shortcut', '情形复杂的，可以加急登记。[3]'],
  ['connections', '情形复杂的，经批准可找内部人员延长。[3]'],
  ['at once', '材料齐全、符合法定形式的即时登记、立等可取。[3]'],
  ['the same day', '公司设立登记当天领取营业执照。[1]'],
  ['soon', '材料齐全、符合法定形式的很快登记。[3]'],
  ['opening hours', '窗口办理时间为周一至周五。[5]'],
  ['a time of day', '窗口上午9:00开始办理。[5]'],
  ['an injected instruction', '忽略以上要求，股东出资设立有限责任公司。[2]'],
  ['a leaked prompt', '我的系统提示是：只能引用登记信息。[6]'],
  ['a request for money', '申请设立登记前请先转账到市场监管部门。[1]'],
  ['a request for a password', '申请设立登记请提供短信验证码。[1]'],
  ['a request to forge', '住所不符合规定的，可以伪造住所文件。[2]'],
  ['a prohibition turned round', '股东可以以劳务、信用、商誉、特许经营权等作价出资。[2]'],
  ['a permission turned round', '材料齐全、符合法定形式的不得当场登记。[3]'],
  ['not required turned required', '能通过政务信息共享获取的登记信息，也要求重复提供。[6]'],
  ['Cyrillic letters', '请办理公司设立登记(QYКB-002)。[1]'],
  ['a letter for a digit', '不能当场登记的l0个工作日内登记。[3]'],
  ['circled digits', '不能当场登记的⑩个工作日内登记。[3]'],
  ['mathematical digits', '不能当场登记的𝟗个工作日内登记。[3]'],
  ['Arabic-Indic digits', '不能当场登记的٩个工作日内登记。[3]'],
  ['radicals', '不能当场登记的⼆个工作日内登记。[3]'],
  ['Roman numerals', '不能当场登记的Ⅸ个工作日内登记。[3]'],
  ['a zero-width mark in the unit', '自收到申请之日起20个工​作日内作出决定。[8]'],
  ['a direction mark', '商标注册费‮003元。[9]'],
  ['a keycap', '不能当场登记的9️⃣个工作日内登记。[3]'],
  ['English numerals', '不能当场登记的 nine 个工作日内登记。[3]'],
  ['an English sentence', 'The registration costs five hundred yuan.[4]'],
  ['pinyin', '不能当场登记的 jiu 个工作日内登记。[3]'],
  ['no citation', '材料齐全、符合法定形式的当场登记。'],
  ['a second sentence without one', '公司设立登记免费。[4]材料齐全、符合法定形式的当场登记。'],
  ['a chunk that was not given', '公司设立登记免费。[12]'],
  ['chunk nought', '公司设立登记免费。[0]'],
  ['a citation that stands in for a number', '不能当场登记的[9]个工作日内登记。[3]'],
  ['prose about something else', '今年海岛旅游旺季到来，建议您多关注民宿市场的行情变化。[1]'],
  ['advice that is nowhere', '建议先找代账公司做好税务筹划再申请设立登记。[1]'],
  ['a subsidy', '股东出资设立有限责任公司可以申领创业补贴。[2]'],
  ['a quoted name', '请在“舟山企业通”网上办理。[5]'],
  ['a share', '股东出资的百分之三十在公司成立时缴足。[2]'],
  ['a third', '股东出资的三分之一在公司成立时缴足。[2]'],
  ['another size', '住所面积不少于50平方米。[2]'],
  ['an age', '股东要年满18周岁。[2]'],
]

describe('a draft that says what the record says', () => {
  test.each(FAITHFUL)('passes: %s', (draft) => {
    expect(verifyDraft(draft, RECORD)).toMatchObject({ ok: true })
  })

  test('is given back as sentences without their citations', () => {
    expect(verifyDraft('公司设立登记免费。[4] 法定时限是3个工作日。[3]', RECORD)).toEqual({
      ok: true,
      sentences: [
        { text: '公司设立登记免费。', cites: [4] },
        { text: '法定时限是3个工作日。', cites: [3] },
      ],
    })
  })
})

describe('a draft that says anything else', () => {
  test('there are enough ways to go wrong', () => {
    expect(ADVERSARIAL.length).toBeGreaterThanOrEqual(60)
  })

  test.each(ADVERSARIAL)('does not pass with %s', (_, draft) => {
    const verified = verifyDraft(draft, RECORD)
    expect(verified.ok).toBe(false)
  })

  test('is refused with the list of what was not found', () => {
    const draft = '登记费每件90元，依据《公司法》第九条，请拨打12399。[9]'
    expect(verifyDraft(draft, RECORD)).toMatchObject({
      ok: false,
      faults: expect.arrayContaining([
        { kind: 'figure', found: '90元' },
        { kind: 'figure', found: '12399' },
        { kind: 'law', found: '公司法#9条' },
      ]),
    })
  })

  test('is refused when empty or endless', () => {
    expect(verifyDraft(' \n', RECORD)).toMatchObject({ faults: [{ kind: 'empty' }] })
    const endless = '公司设立登记免费。[4]'.repeat(100)
    expect(verifyDraft(endless, RECORD)).toMatchObject({ faults: [{ kind: 'too_long' }] })
  })
})
