// 「你答错了，我问的是要不要许可证」: what was of no use is put aside by name, and what was meant is asked.
import { inOrder } from '../patterns.ts'

/** It was beside the question. */
const REPROACH =
  /(?:你|您|侬)?(?:又|都|刚才|还是)?(?:答|回答|理解|听|看|搞|弄|说|讲)(?:得)?(?:错|偏|反|岔)(?:了|啦)?|(?:你|您)?没(?:有)?(?:听|看|搞|弄|理解|回答)(?:懂|清|明白|对|到)?(?:我的?)?(?:意思|问题)?|答非所问|不对(?:不对)?|错了|no|wrong|that['’]?s (?:wrong|not it)|not that/u
const MEANT =
  /(?:我|阿拉)(?:刚才|现在|其实|想)?(?:问|说|讲|要问|想问|想说)的?(?:就)?是(?:说|问)?|(?:我|阿拉)是(?:想|要)?(?:问|说|讲)(?:的是)?|i(?: was)? (?:asked|asking|ask|mean|meant)(?: about| if| whether)?/u

const ASKED_AGAIN = inOrder(
  /^(?:哎|唉|啊|呃|拜托|喂|[,，\s]){0,3}/u,
  REPROACH,
  /[啊呀吧哦]?[,，。.!！;；:：\s]{1,3}/u,
  MEANT,
  /[,，:：\s]{0,2}(?<meant>[^。]{2,60})$/u,
)
/** What is denied beside it is read with the whole message. */
const DENIES = /不是(?!不)|没(?:有)?问|\bnot\b/u

/** What is asked once more, or null where a message does not say so. */
export function askedAgain(normalized: string): string | null {
  const meant = ASKED_AGAIN.exec(normalized)?.groups?.['meant'] ?? null
  return meant === null || DENIES.test(meant) ? null : meant
}
