// Messages about shipped items, and the frequent question that each of them asks.
import { expect, test } from 'vitest'
import { areContrary } from '../../src/conversation/compose/faq/contrary.ts'
import { isMeaning, meaningsIn } from '../../src/conversation/compose/faq/faq-meanings.ts'
import { leadFor } from '../../src/conversation/compose/faq/lead.ts'
import { nearestFaq } from '../../src/conversation/compose/faq/nearest-faq.ts'
import { kindsOf } from '../../src/conversation/compose/faq/question-kind.ts'
import { verdictOf } from '../../src/conversation/compose/faq/verdict.ts'
import type { Field } from '../../src/conversation/decision.ts'
import { loadKnowledgeFolder } from '../../src/files/knowledge-folder.ts'

const folder = await loadKnowledgeFolder(`${import.meta.dirname}/../../knowledge`)
if (folder.kind !== 'ok') throw new Error(JSON.stringify(folder.problems.slice(0, 3)))
const { base } = folder

const rowOf = (code: string, question: string): string | null => {
  const item = base.items.find((one) => one.code === code)
  if (item === undefined) throw new Error(code)
  return nearestFaq(base, item, question)?.q ?? null
}

test.each<[code: string, question: string, row: string]>([
  ['CYFW-009', '排污证快到期，要提前几天去续', '延续什么时候申请？'],
  ['CYFW-009', '新增了一个废水排放口，走变更还是重新申领', '加了排放口是变更还是重新申请？'],
  // Alone in sharing what is asked for, though little is shared.
  ['KFFW-004', '产地证在自己办公室能打出来不', '产地证可以自己打印吗'],
  ['RCFW-027', '公积金比例能降到4%以下吗', '最低能降到多少'],
  // Said with other words for the same.
  ['QYKB-042', '派遣公司注册资金能不能先认缴', '注册资本可以认缴吗？'],
  ['QYKB-040', '宾馆盘给别人证还能接着用吗', '转让了，证能用吗？'],
  ['JRFW-010', '房子租出去了还能抵押吗', '已经出租能抵押吗？'],
  ['KFFW-001', '执照上没有进出口能做报关备案吗', '营业执照没写进出口能备案吗'],
  // No place, and no time for the office.
  ['QYKB-029', '一般纳税人和小规模差在哪', '和小规模纳税人有什么区别？'],
  ['KCFW-022', '商标被驳了几天内能复审', '申请被驳回了怎么办'],
  ['CYFW-001', '有检验报告了，使用登记还要不要做', '有了检验合格报告还要登记吗？'],
  ['CYFW-003', '电梯检验过期了能不能先用着', '过期了还能先用吗？'],
  ['CYFW-005', '已经有港口经营许可证，还用得着办危化品经营许可吗', '有港口经营许可证还要办吗？'],
  ['CYFW-014', '港口经营许可证管几年', '有效期几年？'],
  ['CYFW-016', '个人可以申请水路运输许可吗', '个人能申请吗？'],
  ['CYFW-025', '没办养殖证会被罚吗', '没有养殖证会怎样？'],
  ['FLFW-014', '举报执法人员可以匿名不', '能匿名吗？'],
  ['GGSS-012', '用海水冷却要取水许可吗', '抽海水养殖或者冷却要办取水许可吗？'],
  ['QYKB-022', '转成公司以后原来的许可证要重办吗', '许可证要重新办吗？'],
  ['QYKB-029', '登记成一般纳税人后能转回小规模吗', '登记后能撤销、转回小规模吗？'],
  ['KCFW-001', '高企证书有效期几年', '证书管多久'],
  ['KCFW-023', '商标续展一次管多少年', '续展一次有效期几年'],
  ['KFFW-018', '临时国籍证书能用多长时间', '国籍证书管几年'],
  ['RCFW-048', '一级残疾算几个人', '一级残疾人按几个算'],
  ['XMJS-014', '海域使用权到期怎么续', '海域证快到期怎么续？'],
  ['XMJS-016', '环评没批能先动工吗', '没批能不能先开工？'],
  ['JRFW-013', '补了年报会自动移出异常吗', '补了年报会自动移出吗？'],
  ['KFFW-038', '对外劳务备用金交多少', '备用金要交多少'],
  ['QYKB-044', '许可证拿到就可以上路跑了吗', '许可证下来就能上路吗？'],
  ['CYFW-008', '应急预案几年评估一回', '多久评估一次？'],
  ['CYFW-011', '食品生产证快到期什么时候去延续', '什么时候申请延续？'],
  ['CYFW-017', '无船承运要交保证金吗', '还要交保证金吗？'],
  ['FLFW-003', '调解协议能强制执行吗', '协议有强制力吗？'],
  ['FLFW-012', '合规清单在哪里查得到', '在哪里查？'],
  ['GGSS-003', '不注册市场化交易会不会停电', '不注册会停电吗'],
  ['GGSS-020', '登记需求以后就一定拿得到地吗', '登记了就能拿到地吗？'],
  ['JRFW-010', '抵押权从什么时候开始算设立', '抵押权什么时候设立？'],
  ['KFFW-006', '加工贸易手册什么时候要报核', '手册什么时候报核'],
  ['QYKB-005', '哪些人不能做普通合伙人', '谁不能当普通合伙人？'],
  ['QYKB-012', '个体户改地址什么时候办理', '改地址什么时候办？'],
  ['QYKB-017', '什么情形不可以走简易注销', '哪些情况不能走简易注销？'],
  ['QYKB-043', '只发布招聘信息也得办人力资源许可吗', '只做招聘信息发布要许可吗？'],
  ['RCFW-008', '裁掉多少人才需要报告', '裁多少人要报告'],
  ['RCFW-037', '没发表论文能不能评职称', '没有论文能评吗'],
  ['XMJS-013', '临时用地用完怎么恢复', '用完要怎么还？'],
  ['KFFW-020', '急，海员证几天出', '海员证几天能拿到？'],
  // In other words for what happened.
  ['CYFW-011', '食品厂要迁址，生产许可证咋弄', '厂搬了，证怎么办？'],
  ['KFFW-004', '产地证寄丢了能补发不', '产地证弄丢了怎么办'],
  ['FLFW-006', '能不能不仲裁，直接打官司', '不仲裁能直接起诉吗？'],
  ['XMJS-016', '环评没拿到批复就打桩行不行', '没批能不能先开工？'],
  ['QYKB-018', '经营者过世了由哪个去注销', '老板去世了，谁去注销？'],
  ['RCFW-020', '个人缴的那部分给不给补', '个人缴纳部分补不补'],
  // Who is asked for in so many words, and a row says it.
  ['GGSS-002', '变压器坏了归谁修', '变压器坏了谁来修'],
  ['GGSS-013', '蒸汽管道由谁来维护', '蒸汽管道谁来维护'],
  ['ZCDX-033', '转让给子公司能享受吗', '转让给全资子公司可以吗？'],
])('%s: %s', (code, question, row) => {
  expect(rowOf(code, question)).toBe(row)
})

// What asks for a part of the record, or for something that no row says.
test.each<[code: string, question: string]>([
  ['CYFW-009', '排污许可证办理流程'],
  ['CYFW-009', '排污许可收不收费'],
  ['CYFW-003', '定期检验要准备哪些资料'],
  ['CYFW-014', '港口经营许可要哪些条件'],
  ['FLFW-006', '劳动仲裁要准备什么材料'],
  ['GGSS-012', '取水许可去哪个窗口'],
  ['QYKB-002', '注册公司流程'],
  ['KCFW-001', '高企申报流程'],
  ['KFFW-003', '报关单填错了怎么改'],
  ['RCFW-028', '退休了能提公积金吗'],
  ['XMJS-016', '环评审批依据是什么法'],
  ['QYKB-044', '道路货运许可收费吗'],
  ['CYFW-008', '应急预案备案要交什么'],
  ['FLFW-003', '商事调解申请要什么材料'],
  ['GGSS-017', '建筑垃圾处置核准收不收费'],
  ['KFFW-001', '报关单位备案哪个部门管'],
  ['QYKB-017', '简易注销怎么操作'],
  ['RCFW-021', '退休一件事怎么办'],
  ['XMJS-042', '保证金缴退在哪里办'],
  ['KFFW-020', '海员证'],
  // On the item, but on another point than any row.
  ['KCFW-001', '高企证书能拿去抵押吗'],
  ['FLFW-003', '调解员说错话要赔多少钱'],
  ['GGSS-017', '渣土车司机要考什么证'],
  ['XMJS-034', '绿化带里种什么树好'],
  // Of several cases of the item, one that nobody spoke of.
  ['QYKB-042', '派遣公司要办证'],
  ['QYKB-009', '变更以后营业执照要换新的吗'],
  ['QYKB-004', '想开一家分公司'],
  ['XMJS-041', '第一次投标，CA锁去哪办'],
  // What was told long before is not what is asked.
  ['XMJS-030', '许可证去年丢过，后来补好了，现在要开工，工地围挡多高合适'],
  ['CYFW-002', '证过期的已经补好了，新来的人今天到，体检要准备什么'],
  ['XMJS-017', '登记表在哪里填'],
  ['CYFW-007', '标准化等级归谁评'],
])('%s asks for no row: %s', (code, question) => {
  expect(rowOf(code, question)).toBeNull()
})

test.each([
  ['押金要多少', '保证金多少'],
  ['老板换了', '法定代表人变更'],
  ['到期怎么续期', '届满咋办理延续'],
  ['外省的能用吗', '跨省的可以用吗'],
])('%s and %s share what is meant', (one, other) => {
  const shared = [...meaningsIn(one)].filter((token) => meaningsIn(other).has(token))
  expect(shared.length).toBeGreaterThan(0)
})

test.each([
  ['证书不见了', '证书遗失'],
  ['厂子搬到外县', '企业迁址'],
  ['找人代办', '委托别人'],
  ['还算数吗', '会不会作废'],
  ['被退回来不合格', '没通过怎么办'],
  ['上法院告', '可以打官司吗'],
  ['已经打桩', '先动土'],
])('%s and %s are one thing that happened', (one, other) => {
  const shared = [...meaningsIn(one)].filter((token) => meaningsIn(other).has(token))
  expect(shared.filter(isMeaning).length).toBeGreaterThan(0)
})

test.each([
  ['办好要多久', '什么时候去办'],
  ['证书有效期几年', '做这行几年了'],
  ['分公司能用吗', '子公司能用吗'],
  ['公司改名', '公司换地址'],
  ['还款到期', '证书过期'],
])('%s and %s are told apart', (one, other) => {
  const shared = [...meaningsIn(one)].filter((token) => meaningsIn(other).has(token))
  expect(shared.filter((token) => isMeaning(token) && token !== '能否')).toEqual([])
})

test.each<[one: string, other: string, contrary: boolean]>([
  ['银行同意续贷了', '银行不同意续贷怎么办', true],
  ['五百万以下的设备', '超过500万的设备怎么扣', true],
  ['干不到一年就走', '工作一年以上的怎么算', true],
  ['验收合格了还要吗', '验收不合格怎么办', true],
  ['股东不肯配合', '股东不配合清算怎么办', false],
  ['能不能转让', '可以转让吗', false],
  ['不动产能登记吗', '动产在这里登记吗', false],
  ['补不补贴', '补贴给谁', false],
  ['女职工怎么领', '男职工能领吗', true],
  ['减员最晚哪天报', '新员工什么时候参保', true],
  ['男女职工都能领吗', '男职工能领吗', false],
])('%s and %s: contrary is %s', (one, other, contrary) => {
  expect(areContrary(one, other)).toBe(contrary)
  expect(areContrary(other, one)).toBe(contrary)
})

test.each<[question: string, kinds: readonly string[]]>([
  ['国内展会补不补', ['是非']],
  ['先顶几天行吗', ['是非']],
  ['能降到4%以下吗', ['是非', '多少']],
  ['几天能办好', ['多久']],
  ['最晚什么时候交', ['何时']],
  ['多久检验一次', ['频次']],
  ['证书管几年', ['有效期']],
  ['我们在外地，找谁批', ['谁']],
  ['换了股东', []],
  ['明天出门该拿什么', []],
  ['贷款归哪家银行', ['谁']],
])('%s wants %s', (question, kinds) => {
  expect([...kindsOf(question)]).toEqual(kinds)
})

test.each<[answer: string, verdict: string | null]>([
  ['可以。由经办人办理。', 'yes'],
  ['一般要，以公布的为准。', 'yes'],
  ['不能以分公司名义申请。', 'no'],
  ['不收费。', 'no'],
  ['不一定，看是否在限额以下。', 'open'],
  ['有效期5年。', null],
  ['由海关审批。', null],
])('%s says %s', (answer, verdict) => {
  expect(verdictOf(answer)).toBe(verdict)
})

const openOf = (code: string, question: string, field: Field): string | null => {
  const item = base.items.find((one) => one.code === code)!
  return leadFor(base, item, { question, open: [field] })?.q ?? null
}

// The conditions of these items say the same, but not on their first line and without a yes or no.
test.each<[code: string, question: string, row: string]>([
  ['KFFW-007', '保税仓库最小多大面积才行', '保税仓最小要多大面积'],
  ['RCFW-028', '提公积金还用单位盖章吗', '要公司开证明、盖章吗'],
])('%s leads whatever stands open: %s', (code, question, row) => {
  expect(openOf(code, question, 'conditions')).toBe(row)
})
