// Every draft that misleads, said by a server and read by the client that the product uses: none
// comes out, nothing of it is seen while it is written, and each is counted. The faithful ones, on
// the same way, all come out.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeChat } from '../../src/llm/chat.ts'
import { draftChunks } from '../../src/llm/draft-chunks.ts'
import { isMiss, type ModelUse, makeModel } from '../../src/llm/model.ts'
import { loadPrompts, type Prompts } from '../../src/llm/prompts.ts'
import { anItem } from '../builders/service-item.ts'
import { type FakeLlm, startFakeLlm } from '../fakes/llm/server.ts'
import { ADVERSARIAL, FAITHFUL } from '../knowledge/verify-figures.drafts.ts'
import { RECORD } from '../knowledge/verify-figures.record.ts'

let fake: FakeLlm
let prompts: Prompts
beforeAll(async () => {
  fake = await startFakeLlm()
  prompts = await loadPrompts(`${import.meta.dirname}/../../prompts`)
})
afterAll(() => fake.close())

/** An item whose record, told in parts, is that of the drafts. */
const ITEM = anItem({
  summary:
    '股东或者发起人设立有限责任公司、股份有限公司，向市场监管部门申请设立登记，领取营业执照，取得法人资格。',
  applicants: [],
  conditions: [
    { text: '有限责任公司由1个以上50个以下股东出资设立', source: '《公司法》第四十二条' },
    {
      text: '有限责任公司全体股东认缴的出资额，按照章程规定自公司成立之日起5年内缴足',
      source: '《公司法》第四十七条',
    },
    {
      text: '有符合规定的名称、章程、组织机构和住所；不得以劳务、信用、商誉、特许经营权等作价出资',
      source: '《市场主体登记管理条例》第八条、第十三条',
    },
    ...RECORD.slice(7).flatMap(({ lines }) =>
      lines.map(({ text, source }) => ({ text, source: source ?? '' })),
    ),
  ],
  materials: [
    aMaterial('公司登记（备案）申请书', 1, true),
    aMaterial('公司章程', 2, true),
    aMaterial('批准文件或者许可证', null, { when: '经营范围有登记前须经批准项目的' }),
  ],
  materialsNote: '能通过政务信息共享获取的登记信息，不要求重复提供。',
  steps: [],
  timeLimit: {
    statutory: { days: 3, unit: '工作日', source: '《市场主体登记管理条例》第十九条' },
    promised: null,
    note: '材料齐全、符合法定形式的当场登记；不能当场登记的3个工作日内登记，情形复杂的经批准可再延长3个工作日。',
  },
  channels: [
    { kind: 'online', name: '浙江政务服务网', note: null },
    { kind: 'online', name: '浙里办', note: null },
    { kind: 'window', name: '窗口', note: null },
  ],
  legalBasis: [
    { title: '中华人民共和国公司法', article: '第二十九条、第三十条、第四十二条', source: null },
    {
      title: '市场主体登记管理条例',
      article: '第八条、第十六条、第十九条',
      source: '国务院令第746号',
    },
  ],
  faq: [],
})

function aMaterial(
  name: string,
  copies: number | null,
  required: (typeof ITEM)['materials'][number]['required'],
) {
  const source = '《市场主体登记管理条例》第十六条'
  return { name, form: '原件或电子', copies, required, source } as const
}

/** The draft with the numbers that the parts of this item's record have. */
function numbered(draft: string): string {
  const labels = draftChunks(ITEM, 'overview').map(({ label }) => label)
  return draft.replace(/\[(\d+)\]/gu, (_, cited: string) => {
    const n = Number(cited)
    const label = n > 7 ? '办理条件' : RECORD[n - 1]?.label
    return `[${n > RECORD.length || label === undefined ? 99 : labels.indexOf(label) + 1}]`
  })
}

async function drafted(text: string) {
  fake.script({ kind: 'text', text })
  const uses: ModelUse[] = []
  const shown: string[] = []
  const model = makeModel({
    chat: makeChat({ baseUrl: fake.url, model: 'test-model', apiKey: null }),
    prompts,
    itemOf: () => ITEM,
    onUse: (use) => uses.push(use),
  })
  const ask = { text: '公司设立登记是怎么回事', code: ITEM.code, field: 'overview' } as const
  const draft = await model.draft(ask, (beginning) => shown.push(beginning))
  return { draft, shown, uses }
}

/** After a sentence that is in the record, as many drafts go on; what came before is then settled. */
const GOES_ON = numbered('公司设立登记免费。[4]')
const MAY_BE_SHOWN = ['公司设立登记免费。〔收费〕']

test.each(FAITHFUL)('comes out: %s', async (draft) => {
  const { draft: made, uses } = await drafted(numbered(draft))
  expect(made).not.toBeNull()
  expect(uses).toMatchObject([{ use: 'draft', outcome: 'used' }])
})

describe('does not come out, alone or with more behind it', () => {
  test.each(ADVERSARIAL)('%s', async (_, draft) => {
    for (const said of [numbered(draft), numbered(draft) + GOES_ON]) {
      const { draft: made, shown, uses } = await drafted(said)
      expect(made).toBeNull()
      expect(shown.filter((beginning) => !MAY_BE_SHOWN.includes(beginning))).toEqual([])
      expect(uses).toHaveLength(1)
      expect(isMiss(uses[0]!.outcome)).toBe(true)
      expect(uses[0]!.refused.length).toBeGreaterThan(0)
    }
  })
})
