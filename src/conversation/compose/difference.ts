// What separates an item from its neighbour, as a line below the item's name. Records write it in
// short: 「本事项首次注册；到期延长办商标续展注册」.

const SUBJECT = /^本(?:事项|服务)(?:是|用于|适用于)?(?=.{3})/u
/** 「区外企业加工贸易办本事项」 */
const HERE = /^(.*?[^，])的?(?:办|走|找)本(?:事项|服务)$/u
/** 「到期延长办商标续展注册」: for whom, and where they turn to. */
const THERE =
  /^(?!.*(?:由|向|先|另|须|需(?!求)|再))(.+?[^，])(?:的(可以?)?)?(?:重新)?的?(?:办理|办|走|找)((?:开办|[^办走找]){4,})$/u

const LENGTH_MAX = 90

export function differenceLine(fact: string): string {
  const [first = '', ...others] = fact.split('；')
  return shortened([itself(first), ...others.map(elsewhere)].join('；'))
}

/** The name stands before it: the first clause needs no subject. */
function itself(clause: string): string {
  if (HERE.test(clause)) return clause.replace(HERE, '适用于$1')
  return SUBJECT.test(clause) ? clause.replace(SUBJECT, '') : elsewhere(clause)
}

const elsewhere = (clause: string): string =>
  HERE.test(clause)
    ? clause.replace(HERE, '$1的，请办理本事项')
    : clause.replace(
        THERE,
        (_, who: string, may: string | undefined, where: string) =>
          `${who}的，${may === undefined ? '请' : '可以'}办理${where}`,
      )

/** Whole clauses only; what is left out is marked. */
export function shortened(text: string): string {
  if (text.length <= LENGTH_MAX) return text
  const kept = text.slice(0, LENGTH_MAX - 1)
  const end = Math.max(...['，', '；', '。', '、'].map((mark) => kept.lastIndexOf(mark)))
  return `${end > LENGTH_MAX / 2 ? kept.slice(0, end) : kept}…`
}
