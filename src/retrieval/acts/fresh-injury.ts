// Somebody has just been hurt or fallen ill, whatever is asked besides: an injury with a sign that it is now. One
// that is over, treated or being settled is a matter of work injury.
import { anyOf, inOrder } from '../patterns.ts'
import { BREAK, NOT_NOW } from './not-now.ts'

const LIMB = anyOf(
  // Two characters that mean nothing else.
  /手指|手臂|手掌|手腕|脚趾|脚踝|指头|胳膊|膝盖|骨头|肋骨/u,
  // A hand, and no paper, tool or helper.
  /(?<![人水助选新对帮舵])手(?![续机头里上下工艺动段法写册表游持套感])/u,
  // The others, and no other word with their character.
  /(?<![手])脚(?![手本])|(?<!支)腿|头(?![上衔部款])|眼睛|背(?![景书])/u,
)
const LIMB_IN_ENGLISH = /\b(?:leg|arm|hand|finger|foot|ankle|wrist|rib|head)s?/u
const CRUSHED = /压|绞|夹|轧|切|砸|锯|碾|割|扎|砍|烫|崩|刺|卷/u

const HURT = anyOf(
  // A part of the body, and what was done to it.
  inOrder(LIMB, /[^,，。!！?？]{0,6}/u, CRUSHED, /断|伤|烂|破|到|掉|穿|住|了/u),
  inOrder(CRUSHED, /(?:断|伤|烂|破|到|掉|穿|住)了?[^,，。!！?？]{0,4}/u, LIMB),
  // Broken, gone.
  inOrder(LIMB, /(?:都|也|好像|给|被)?(?:弄|摔|拉)?(?:断|折)了?/u),
  /骨折/u,
  // Blood.
  /[流出淌]了?(?:好多|很多|不少|一地)?(?:的)?血(?!压|透|管|糖|型)|血[^,，。!！?？]{0,3}[没不][^,，。!！?？]{0,2}[止停]/u,
  // Not conscious.
  /(?:昏|晕)(?:倒|过去|迷|厥|了)/u,
  // Suddenly ill.
  /心脏[^,，。!！?？]{0,3}(?:不舒服|痛|疼|难受)|中风|心梗|阑尾炎|高烧不退|急病|急症/u,
  // In English.
  inOrder(/\b(?:broke|fractured|crushed|injured|hurt)\b.{0,12}/u, LIMB_IN_ENGLISH),
  inOrder(LIMB_IN_ENGLISH, /\b.{0,12}\b(?:broken|crushed|cut off|fractured)\b/u),
  /\b(?:seriously|badly) (?:injured|hurt|ill)\b/u,
  // By the word for it.
  /受(?:了)?(?:重|外|轻)?伤|(?:摔|烧|烫|砸|砍|撞|压|灼|炸|割|划|电)伤/u,
)

/** It goes on, whatever is asked besides. */
const SURELY_NOW = anyOf(
  // When.
  /刚刚|刚才|正在|这会儿|眼下/u,
  // The blood still flows.
  /血[^,，。!！?？]{0,4}呢|还(?:没|在)[^,，。]{0,3}(?:止|流|淌|昏|晕)|止不住/u,
  // On board, at anchor.
  /人(?:还|都|就)?在[^,，。!！?？]{0,8}(?:呢|等着|躺着)/u,
  // To be taken to a doctor at once.
  /(?:马上|立刻|立即|赶紧|赶快|急着|快)[^,，。!！?？]{0,4}(?:送|拉|抬|叫|就医|上岸|下船)/u,
)
const NOW = anyOf(
  SURELY_NOW,
  // A doctor is needed.
  inOrder(
    /(?:要|得|想|需要|必须)(?:先)?(?:送(?:去|到|往|他|她)?|去|上|叫|拉(?:去|到))/u,
    /[^,，。!！?？了]{0,4}(?:医院|急救|急诊|救护)/u,
  ),
  // How to get there.
  /要(?:送医|就医)|(?:怎么|咋|往哪|哪里|哪家)[^,，。!！?？]{0,3}送|送(?:哪|去哪)|怎么(?:送|上岸|下船|靠岸)/u,
  // In English.
  /\bneeds? (?:a |an |the |to go to (?:the |a )?)?(?:hospital|doctor|ambulance)\b|\bat (?:the )?anchorage\b|\bjust now\b/u,
  // It is cried out.
  /断了[!！]|(?:流血|受伤|昏迷|晕倒)了?[!！]/u,
  // At sea, far from a doctor.
  /(?:现在|还)在[^,，。!！?？]{0,4}(?:锚地|海上|船上|洋面)|锚地/u,
)

/** Anywhere: treated, or no longer news. */
const OVER = anyOf(
  // Taken to a doctor.
  /(?:已经?|都)[^,，。!！?？]{0,3}(?:送|去|到|住)[^,，。!！?？]{0,4}(?:医|院)|送(?:了|到|去)[^,，。!！?？怎哪]{0,3}医院了/u,
  // In hospital, or out of it.
  /在医院|住院|出院/u,
  // What was done.
  /缝(?:了|好)|包扎(?:了|好)|手术(?:后|完|做)|拆线|打(?:了)?石膏/u,
  // Well again, or dead.
  /康复|恢复|养(?:好|伤)|好了|没(?:什么)?大?事了|回来上班|死|身亡|去世/u,
  // In English.
  /\b(?:yesterday|ago|last (?:week|month|year|night)|already in|discharged|recovered)\b/u,
  // When it was.
  /昨|前天|上个?(?:月|周|礼拜|星期)|去年|前年|(?:天|周|月|年|礼拜|星期)(?:之?前|以前|了)/u,
)
/** Being settled: asked afterwards, or beside what goes on. */
const SETTLED = anyOf(
  // Assessed.
  /认定|鉴定|伤残|评残/u,
  // Paid for.
  /赔|索赔|待遇|报销|医[药疗]费|停工留薪/u,
  // In court.
  /仲裁|起诉/u,
  // Insurance, training, papers.
  /保险|预案|培训|演练|证/u,
  // In English.
  /\b(?:insurance|claim|compensation|certificate|assessment)\b/u,
)

/** Whether the normalised text tells of an injury that has just happened. */
export function isFreshlyHurt(normalized: string): boolean {
  if (OVER.test(normalized)) return false
  const hurt = normalized.split(BREAK).filter((clause) => HURT.test(clause))
  if (hurt.length === 0 || hurt.some((clause) => NOT_NOW.test(clause))) return false
  return SURELY_NOW.test(normalized) || (NOW.test(normalized) && !SETTLED.test(normalized))
}
