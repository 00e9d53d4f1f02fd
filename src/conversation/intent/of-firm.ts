// What sounds like anybody's own quarrel or house, and is a firm's: whom it dismissed, a contract that is
// not kept, where it has its seat; and the housing fund, which items pay out to whoever has saved in it.
import { anyIn, inOrder } from '../../retrieval/patterns.ts'
import type { Retrieved } from '../../retrieval/retrieve.ts'

const STAFF =
  /(?:员工|工人|职工|店员|伙计|师傅|小工|服务员|厨师|司机|业务员|销售|学徒|船员|保安|保洁|阿姨|会计|经理|那个人|[他她])/u
const DISMISSED = /(?:辞退|辞了|开除|炒(?:了|掉|鱿鱼)|裁(?:了|掉|员)|解雇|劝退|请走)/u
const AGAINST_US = /(?:告|起诉|仲裁|投诉)(?:了)?(?:我(?!要|想|去)|公司|单位|咱|阿拉|厂|店)/u

const OF_FIRM: readonly RegExp[] = [
  // Whoever was dismissed by us.
  inOrder(/(?<!我|我们)被(?:我们?|公司|单位|厂里|店里|老板娘?)[^,，。]{0,4}/u, DISMISSED),
  inOrder(
    /(?:我们?|公司|单位|厂里|店里)[^,，。]{0,4}(?:把)?[^,，。]{0,6}/u,
    DISMISSED,
    /[^。]{0,16}/u,
    AGAINST_US,
  ),
  inOrder(DISMISSED, /的?[^,，。]{0,4}/u, STAFF, /[^。]{0,16}/u, AGAINST_US),
  // Whoever works for us goes against us.
  inOrder(
    /(?:员工|工人|职工|店员|伙计|小工|服务员|业务员|船员|(?:干活|打工|上班)的)/u,
    /[^。]{0,16}/u,
    AGAINST_US,
  ),
  inOrder(
    /\b(?:sacked|fired|dismissed|laid off|made redundant|let go|former employee|ex-employee)\b/u,
    /.{0,40}\b(?:sue|suing|sues|court|arbitration|claim|complain)\w*\b.{0,20}\b(?:us|we|me|our|my)\b/u,
  ),
  inOrder(
    /\b(?:we|i) (?:have )?(?:sacked|fired|dismissed|laid off|let go)\b/u,
    /.{0,60}\b(?:sue|suing|court|arbitration|claim|labou?r)\w*\b/u,
  ),
  // A contract that is not kept.
  inOrder(
    /(?:对方|人家|合作方|合伙人|他们)[^,，。]{0,6}/u,
    /违约|毁约|单方(?:面)?解除|不履行|不认合同|(?:不|没)按合同/u,
  ),
  /(?:供应商|供货商|客户|甲方|乙方|买方|卖方)[^,，。]{0,6}违约/u,
  // What a debtor owes is to be got at.
  inOrder(
    /(?:不还|不给|不付|欠|赖)[^,，。]{0,4}(?:钱|款|账)?[^。]{0,8}/u,
    /(?:能不能|可以|可不可以|能)[^,，。]{0,6}(?:扣|拉走|留置|拖走)/u,
  ),
  // Where a firm has its seat.
  inOrder(
    /(?:公司|企业|店|执照|注册|个体户?|工作室)[^,，。]{0,6}(?:地址|住所|场地|放在|设在|开在|注册在|登记在|用)[^,，。]{0,8}/u,
    /(?:家里|自己家|自家|住宅|小区|民房|家住)/u,
  ),
]
/** Somebody's own debt, home or purchase. */
const PRIVATE =
  /借(?:了|给|我)|朋友|亲戚|同学|房东|租房|租客|买房|开发商|装修(?:公司|队)|物业|婚|彩礼|网购|网上买|退货|健身|培训班|预付卡/u

const FUND = /公积金/u
/** So sure of an item, the fund is asked about as that item has it. */
const FUND_MIN = 0.6

/** Whether a firm's dispute or seat is told of, or an item has what is asked of the housing fund. */
export const isOfFirm = (normalized: string, { confidence }: Pick<Retrieved, 'confidence'>) =>
  (FUND.test(normalized) && confidence >= FUND_MIN) ||
  (anyIn(OF_FIRM, normalized) && !PRIVATE.test(normalized))
