// A wrong that another firm or somebody of one's own has done, and no office: it is not ours to be sorry for,
// and no case that an office holds.
import { anyOf, inOrder } from '../patterns.ts'

const PARTY =
  /对[面门手方]|同行|竞争|客户|供应商|供货商|甲方|乙方|业主|总包|分包|国企|房东|物业|员工|离职|船员|工人|销售|技术员|买家|卖家|货代|开发商|合伙人|股东|[被有]人|别人|人家|别的公司/u
const WRONG = anyOf(
  // What is owed.
  /欠|赖|拖(?:了|着)|不(?:[付还退]|给钱|给我们?钱)|没(?:给|付|退|结)|违约/u,
  // What is taken, copied, told.
  /抄|仿冒?|挖(?:走|我|人)|偷(?:走|了|拿|我)|泄[露漏]|带走|拷走|盗用|冒用|卖给|跑(?:去|到)|闹/u,
)
/** An office that is complained of, or we are. */
const OFFICE =
  /[公]?局|窗口|政府|部门|街道|社区|执法|城管|你们|客服|工作人员|办事员|科[长室员]|海关|税务|海事|审批|大厅|中心|热线|12345|供电|供水|银行/u

const SECRETS = /客户(?:名单|资料|信息)?|名单|图纸|技术|配方|资料|商业秘密|源码|数据/u
/** Ours, taken or told by others. */
const LOST_SECRETS = anyOf(
  inOrder(
    /(?:偷(?:走|了|拿)?|泄[露漏]|带走|拷走|盗用|拿走)[^,，。]{0,8}/u,
    /(?:我们?|公司|厂里)?的?/u,
    SECRETS,
  ),
  inOrder(
    /(?:我们?|公司|厂里)[^,，。]{0,4}/u,
    SECRETS,
    /[^,，。]{0,4}(?:都|也|全)?(?:被)?[^,，。]{0,4}(?:偷|泄[露漏]|带走|拷走|盗|拿走|卖给)/u,
  ),
)
/** Whose they are to be given to us. */
const WANTS = anyOf(
  /给我|发我|帮我[查找弄]|查一?[下查]|告诉我|哪[家些]|找他|(?:有没有办法|能不能|怎么)(?:拿|弄|搞|挖|给)/u,
  /没人管|不问|会不会|[行可]以?[吗伐]|会泄/u,
)

/** Whether another firm, or one's own staff, has done wrong, and no office has. */
export const isOtherParty = (normalized: string): boolean =>
  PARTY.test(normalized) && WRONG.test(normalized) && !OFFICE.test(normalized)

/** Whether it is told that secrets of one's own were taken: nobody else's are asked for. */
export const tellsOfTheft = (normalized: string): boolean =>
  LOST_SECRETS.test(normalized) && !WANTS.test(normalized)
