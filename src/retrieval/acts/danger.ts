// Danger now, told from what only sounds like it: names and figures of speech, what is over, what
// is feared or planned for, and questions of procedure about what has happened.
import type { DangerKind } from '../../knowledge/reply.ts'
import { anyOf, inOrder } from '../patterns.ts'
import { NAMED } from './danger-named.ts'
import type { DangerRow } from './danger-row.ts'
import { DANGER_ROWS } from './danger-rows.ts'
import { isFreshlyHurt } from './fresh-injury.ts'
import { isMissingAtSea } from './missing-at-sea.ts'
import { BREAK, NOT_NOW } from './not-now.ts'

/** What kind of danger the normalised text reports, or null when nothing says that there is one. */
export function dangerIn(normalized: string): DangerKind | null {
  const cry = cryIn(normalized)
  if (cry !== null) return cry
  const joined = LETTERS_APART.test(normalized) ? normalized.replaceAll(' ', '') : normalized
  const said = joined.replace(NAMED, ' 〇 ')
  const row = DANGER_ROWS.find((row) => isNow(said, row))
  if (row !== undefined) return row.kind
  if (isMissingAtSea(said)) return 'sea'
  return isFreshlyHurt(said) ? 'medical' : null
}

const LETTERS_APART = /^(?:\S ){2,}\S$/u

// It goes on, whatever else the message says.
const STILL = anyOf(
  // A cry for help.
  /救命|快来人|快(?:来)?救|先救人|求救/u,
  // Somebody is still in there.
  /还(?:有|困|压|埋)[^,，。]{0,8}(?:人|个)[^,，。]{0,4}(?:没|在(?:里|下|海|水|上))/u,
  /还[埋困压](?:着|在)|还没(?:出来|上来|下来|救|撤)/u,
  // It still goes on.
  /还在(?:烧|漏|喷|冒|沉|打|里面|海|水|流|扩散|上面)/u,
  // Nobody answers, it gets nearer.
  /叫不应|喊不应|来不及了|正在(?:扩散|蔓延|烧|下沉|漏|沉)|(?:火|水|烟|气)[^,，。]{0,3}快(?:窜|漫|烧|淹)/u,
  // In English.
  /help us|right now|still (?:inside|burning|leaking|bleeding|trapped)/u,
)

// Said before the danger in its own clause.
const NOW = /现在|正在|刚刚|刚才|这会儿|此刻|眼下|just now|right now/u

// In its own clause: it is the subject of a procedure.
const PROCEDURAL = anyOf(
  // How it is applied for.
  /怎么(?:办理|申请|申报|备案|认定|登记)|如何|流程/u,
  // What the paper is.
  /材料(?!库|间|仓|棚)|备案|条件|许可|资质|培训|认定/u,
  // What one is paid.
  /保险(?!箱|杠)|赔|补贴|补助/u,
  // Standards, acceptance, upkeep.
  /标准|验收(?!的)|维修合同|应该装/u,
  // Injury at work, disputes, a paper lost.
  /工伤|纠纷|登报|补办|补本|注销/u,
  // Where it is had.
  /去哪|哪里(?:办|考|开|检|调)/u,
  // In English.
  /how (?:to|do|can)|where (?:to|do|can)|do (?:we|i) need|appl(?:y|ies)|certificate|licen[cs]e|permit|insurance|claim|compensat/u,
)

// Words that say by themselves that it goes on.
const GOES_ON =
  /(?<!打)起来|着了|在[漏沉烧喷冒漂打抽]|正在|还在|一直|不[醒应]|没(?:上来|出来|反应|动静|应)|[快要](?:沉|炸|翻)/u

function isNow(said: string, { says, always }: DangerRow): boolean {
  // Most texts say nothing of the kind, and to look for one match costs far less than to list all.
  const heard = says.filter((pattern) => said.search(pattern) >= 0)
  const found = heard.flatMap((pattern) => [...said.matchAll(pattern)])
  if (found.length === 0) return false
  if (STILL.test(said)) return true
  const settled = !always && (OVER.test(said) || asksForProcedure(said))
  return found.some(({ index, 0: words }) => {
    const end = index + words.length
    const clauseSoFar =
      said
        .slice(0, end)
        .split(/[,，。]/u)
        .at(-1) ?? ''
    if (NOW.test(clauseSoFar)) return true
    if (HEALED.test(said.slice(end)) && !GOES_ON.test(words)) return false
    const clause = clauseAround(said, index, end)
    if (NOT_NOW.test(clause)) return false
    return GOES_ON.test(words) || !(settled || PROCEDURAL.test(clause))
  })
}

const RESCUED_WELL = inOrder(
  /(?<!没|没有|怎么|还没)(?:救|捞|拉)(?:起来?|上来?|上岸|出来|回来)了?/u,
  /[^。!！?？;；]{0,10}(?:没(?:什么|啥|大)?事|没受伤|平安|无大?碍|无恙|好好的)/u,
)

// Said anywhere: it is over, the hurt are cared for, what follows is being settled.
const OVER = anyOf(
  // The matter of it.
  /的事(?:了|体)?(?=$|[ ,，。])/u,
  // Who is to pay.
  inOrder(
    /找谁|谁来?|该谁|由谁|是谁|归谁|怎么|咋|能不能|要不要|该不该|房东|物业|保险/u,
    /[^,，。]{0,4}(?:赔|担责|负责任|追责|索赔)/u,
  ),
  // Taken out of it, and well.
  RESCUED_WELL,
  // Nobody is hurt any more.
  /人(?:都)?没事|人早(?=出来|好|救|走)|扶起来|泡(?:烂|坏)/u,
  // The hurt have been taken away.
  /送(?:了|去|到)?医|在医院|住院|出院|没(?:抢救|救)(?:过来|回)/u,
  // What follows is being settled.
  /伤养好|伤残|[工公]伤|劳动能力|家属|定损/u,
)

// Said afterwards, of who was hurt. Before, it may be somebody who is hurt again.
const HEALED = anyOf(
  // Well again.
  /恢复(?:得(?![了起过])|好|差不多|上班)|康复|拆(?:了|掉)?(?:线|石膏|钢[板钉])|石膏[^,，。]{0,3}拆/u,
  // Back at work, assessed.
  /回[来去]?上班|上班了|[评致]残|接(?:好|上)了/u,
  // In English.
  /\bback (?:at|to) work\b|\b(?:recovered|healed|discharged)\b/u,
)

/** The whole clauses in which the words from `start` to `end` stand. */
function clauseAround(said: string, start: number, end: number): string {
  const before = said.slice(0, start).split(BREAK).at(-1) ?? ''
  const after = said.slice(end).split(BREAK)[0] ?? ''
  return before + said.slice(start, end) + after
}

/** What is asked for help is no question of procedure. */
const FOR_HELP = anyOf(
  // What to do.
  /怎么(?:办(?!理|证|手续)|处理|救|弄|搞|整|还没来|回事)|咋(?:办(?!理|证)|弄|整|搞|回事)/gu,
  // Whom to call, who comes.
  /(?:打|拨)(?:什么|哪个|啥|多少)(?:电话|号)?|什么电话|谁(?:来|能|会)/gu,
  // Whether to.
  /要不要(?:打|报警|跑|撤|先|送|救|下)|该不该|能不能(?:快|派|来|救|叫)/gu,
  // How soon.
  /来得及|多久(?:能)?(?:到|来)/gu,
)
const QUESTION = anyOf(
  // A word that asks.
  /怎么|如何|咋|哪|什么|啥|几天|几个|几样|多久|多少/u,
  // One thing or its denial.
  /能不能|可不可以|要不要|算不算|有没有|是不是/u,
  // A particle.
  /吗|么|伐/u,
  // At the end.
  /能.{1,14}不$|还能|要.{0,8}不$|(?:登记|注销|申请|办理|备案|补办)$|[?？]/u,
  // In English.
  /\bhow (?:many|long|much)\b|\b(?:how|where|what|which|can|do) (?:to|can|do|we|i|is|are)\b/u,
)
const PROCEDURE = anyOf(
  // Permits and what leads to them.
  /证|照|许可|登记|备案|验收|申请|申报|认定/u,
  // Injury and what is paid for it.
  /工伤|评残|鉴定|赔|保险|补贴|补助|贷/u,
  // Tax, contracts, papers, changes to a record.
  /税|合同|仲裁|材料|手续|资质|注销|变更|补办|续/u,
  // Tests and rules.
  /检验|检测|检修|评级|规定|部门|政策/u,
  // Wages, refunds, charges.
  /发票|社保|解除|待遇|保证金|退|费/u,
  // Terms, courts, pledges.
  /条件|流程|窗口|标准|制度|模板|调解|抵押|营运|复审|重新|考/u,
  // Bodies, and whose liability.
  /单位|企业|公司|责|算(?:不算|伐|工|公)|精神损失/u,
  // In English.
  /certificate|licen[cs]e|permit|apply|insurance|claim|register|compensation|injury|to file/u,
)

function asksForProcedure(said: string): boolean {
  return said
    .replace(FOR_HELP, '〇')
    .split(/[,，。;；!！\n]|(?<=[\p{Script=Han}〇]) /u)
    .some((clause) => QUESTION.test(clause) && PROCEDURE.test(clause))
}

const ONLY_SIGNS = /^[\p{P}\p{S}\p{M}\s\d]*$/u
const CHEERING = /[👍👏💪😄😂🎉❤💯😊🥳🤣😍]/u
const CRIES: readonly Readonly<{ kind: DangerKind; pattern: RegExp }>[] = [
  { kind: 'sea', pattern: /(?<!\d)12395(?!\d)|🆘.*(?:🌊|🚢|🛥|⛵|🚤)|(?:🌊|🚢|🛥|⛵|🚤).*🆘/u },
  { kind: 'fire', pattern: /(?<!\d)119(?!\d)|🔥/u },
  { kind: 'medical', pattern: /(?<!\d)120(?!\d)/u },
  { kind: 'unclear', pattern: /(?<!\d)110(?!\d)|🆘|🚨/u },
]
/** Longer than that nobody cries; one that repeats itself is seen again when it has been cleaned. */
const CRY_MAX = 400
const CALLS = /sos|mayday|help us|[打拨叫](?:11[09]|120|12395|警察|救护车|消防车?)/u
const CRY_BEGINS = anyOf(/救命|救人|快来人|快救|出人命|快?报警/u, CALLS)
// In what may repeat, no character can be read in two ways: else a long cry that ends in something
// else would be read in every way there is.
const CRY_GOES_ON = anyOf(/救(?:命|人)?|来人|出人命|报警/u, CALLS, /[啊呀了吧呐哪快我!！。,，~\s]/u)
const CRY = new RegExp(`^[^\\p{L}\\p{N}]*(?:${CRY_BEGINS.source})(?:${CRY_GOES_ON.source})*$`, 'u')

/** A message that is nothing but a cry for help: an emergency number, a sign, 救命. */
export function cryIn(normalized: string): DangerKind | null {
  if (normalized.length > CRY_MAX) return null
  if (CRY.test(normalized)) return 'unclear'
  if (!ONLY_SIGNS.test(normalized) || CHEERING.test(normalized)) return null
  return CRIES.find(({ pattern }) => pattern.test(normalized))?.kind ?? null
}

/** So long ago that nothing goes on any more. */
const LONG_AGO =
  /去年|前年|上个?(?:月|季|学期)|[0-9一二两三四五六七八九十半几]+个?(?:月|年)(?:之?前|以前)/u
/** Everybody is safe, or nobody can be helped. */
const ALL_SAFE =
  /(?:都|全|人)(?:已经)?(?:救|捞|拉)(?:上|出|下)来了|(?:都|人)没(?:什么)?事|获救|扑灭|(?:火|都)灭了|死亡|身亡|去世/u
/** What comes after: a report, a claim, a paper. */
const AFTERMATH = /报告|赔|理赔|保险|责任|处罚|整改|材料|登记|注销|补办|认定|复工|调查/u

/** Said of who was rescued: it was to be known whether that is reported. */
const ASKS_TO_REPORT =
  /(?:要不要|用不用|需不需要|需要|还要|要)(?:去|再|向|跟)?[^,，。]{0,4}报(?!警)/u

/**
 * Whether the text tells of a danger that is over and settled, long ago or with everybody rescued and
 * well, and asks for what comes after it. Where any of it is missing, or somebody is still in there, it
 * may go on.
 */
export const isOver = (normalized: string): boolean =>
  (RESCUED_WELL.test(normalized)
    ? AFTERMATH.test(normalized) || ASKS_TO_REPORT.test(normalized)
    : LONG_AGO.test(normalized) && ALL_SAFE.test(normalized) && AFTERMATH.test(normalized)) &&
  !STILL.test(normalized) &&
  dangerIn(normalized) === null
