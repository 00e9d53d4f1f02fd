// A report of wrongdoing by others: what the act of telling on somebody makes of a message. Only the
// person who reports is protected by it, so it is taken for one rather once too often.
import { actsIn } from '../../retrieval/acts/speech-acts.ts'
import type { TicketReason } from '../decision.ts'

export const tipsOff = (acts: readonly string[]): boolean => acts.includes('tip_off')

/** Who asks leave to do it tells on nobody: 「我们先偷偷排一下行不行」. */
const ASKS_LEAVE =
  /(?:行不行|可不可以|能不能|行吗|可以吗|没事吧|没关系吧|不要紧吧|行伐|好不好)[啊呀吧]?[?？。!！]*$/u
const OTHERS =
  /隔壁|邻居|对[面门家]|别[人家]|人家|他们|[他她伊]|有[人家]|那[家个]|同行|老板|举报|检举/u

export const asksLeave = (normalized: string): boolean =>
  ASKS_LEAVE.test(normalized) && !OTHERS.test(normalized)

/** Who reports an offence hands it in, whatever else the words remind of, but no wish to commit one. */
export const handsInTipOff = (acts: readonly string[]): boolean =>
  tipsOff(acts) && !acts.some((act) => act.startsWith('refusal_'))

/** What is told on somebody is no mere complaint; other reasons say more of what is wanted. */
export const complaintOrTipOff = <R extends TicketReason>(
  reason: R,
  normalized: string,
): R | 'tip_off' => (reason === 'complaint' && tipsOff(actsIn(normalized)) ? 'tip_off' : reason)
