// Messages about shipped items, and the frequent question that each of them asks.
import { expect, test } from 'vitest'
import { meaningsIn } from '../../src/conversation/compose/faq-meanings.ts'
import { nearestFaq } from '../../src/conversation/compose/nearest-faq.ts'
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
  ['CYFW-001', '有检验报告了，使用登记还要不要做', '有了检验合格报告还要登记吗？'],
  ['CYFW-003', '电梯检验过期了能不能先用着', '过期了还能先用吗？'],
  ['CYFW-005', '已经有港口经营许可证，还用得着办危化品经营许可吗', '有港口经营许可证还要办吗？'],
  ['CYFW-014', '港口经营许可证管几年', '有效期几年？'],
  ['CYFW-016', '个人可以申请水路运输许可吗', '个人能申请吗？'],
  ['CYFW-025', '没办养殖证会被罚吗', '没有养殖证会怎样？'],
  ['FLFW-014', '举报执法人员可以匿名不', '能匿名吗？'],
  ['GGSS-012', '用海水冷却要取水许可吗', '抽海水养殖或者冷却要办取水许可吗？'],
  ['QYKB-034', '旅行社押金交多少', '注册资本和保证金要多少？'],
  ['QYKB-022', '转成公司以后原来的许可证要重办吗', '许可证要重新办吗？'],
  ['QYKB-029', '登记成一般纳税人后能转回小规模吗', '登记以后还能转回小规模吗？'],
  ['KCFW-001', '高企证书有效期几年', '证书管多久'],
  ['KCFW-023', '商标续展一次管多少年', '续一次管几年'],
  ['KFFW-018', '临时国籍证书能用多长时间', '临时国籍证书多久？'],
  ['RCFW-048', '一级残疾算几个人', '一级二级残疾人怎么算'],
  ['XMJS-030', '多小的工程可以不办施工许可', '多小的工程不用领？'],
  ['XMJS-014', '海域使用权到期怎么续', '到期怎么续？'],
  ['XMJS-016', '环评没批能先动工吗', '没批能不能先开工？'],
  ['JRFW-013', '补了年报会自动移出异常吗', '补报年报后自动移出吗？'],
  ['KFFW-038', '对外劳务备用金交多少', '备用金要交多少？'],
  ['QYKB-044', '许可证拿到就可以上路跑了吗', '许可证下来就能上路吗？'],
  ['CYFW-008', '应急预案几年评估一回', '多久评估一次？'],
  ['CYFW-011', '食品生产证快到期什么时候去延续', '什么时候申请延续？'],
  ['CYFW-017', '无船承运要交保证金吗', '还要交保证金吗？'],
  ['FLFW-003', '调解协议能强制执行吗', '协议有强制力吗？'],
  ['FLFW-012', '合规清单在哪里查得到', '在哪里查？'],
  ['GGSS-003', '不注册市场化交易会不会停电', '不注册会停电吗？'],
  ['GGSS-011', '普通居民排污水也要办证吗', '居民家要办吗？'],
  ['GGSS-020', '登记需求以后就一定拿得到地吗', '登记了就能拿到地吗？'],
  ['JRFW-010', '抵押权从什么时候开始算设立', '抵押权什么时候设立？'],
  ['KFFW-001', '报关单位备案有没有有效期', '备案有有效期吗？'],
  ['KFFW-006', '加工贸易手册什么时候要报核', '什么时候报核？'],
  ['QYKB-005', '哪些人不能做普通合伙人', '谁不能当普通合伙人？'],
  ['QYKB-012', '个体户改地址什么时候办理', '改地址什么时候办？'],
  ['QYKB-017', '什么情形不可以走简易注销', '哪些情况不能走简易注销？'],
  ['QYKB-043', '只发布招聘信息也得办人力资源许可吗', '只做招聘信息发布要许可吗？'],
  ['RCFW-008', '裁掉多少人才需要报告', '裁多少人要报告'],
  ['RCFW-037', '没发表论文能不能评职称', '没有论文能评吗'],
  ['XMJS-013', '临时用地用完怎么恢复', '用完要怎么还？'],
  ['XMJS-024', '施工图没审合格可以开工吗', '图没审合格能施工吗？'],
  ['ZCDX-033', '转让给子公司能享受吗', '子公司可以吗？'],
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
  ['KFFW-020', '急，海员证几天出'],
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
