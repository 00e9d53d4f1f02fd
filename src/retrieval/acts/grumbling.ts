// A grievance in general words: sent from one to the other, nobody cares, how slow they are.
import { ownSubject } from '../own-subject.ts'
import { anyIn, anyOf, inOrder, without } from '../patterns.ts'

const GRUMBLES: readonly RegExp[] = [
  // Sent from one to the other.
  /踢(?:来踢去|皮球)|(?:把|当)?皮球[^,，。]{0,4}踢(?:来踢去)?|推来推去|(?:互相|相互|来回)推(?:诿|脱)?|推诿(?:扯皮)?|扯皮/u,
  anyOf(
    // Nobody sees to it.
    inOrder(
      /(?:都|根本|就是|还是|压根|一直)*没(?:有)?(?:一个)?人(?:来|肯)?/u,
      /(?:管(?!理|道|辖)|理(?!财|赔|解)|问|搭理|拍板|负责)(?:我们?|这事|过)?/u,
    ),
    // Whether anybody does.
    /有没有人管|(?:都|谁也|也|根本)不(?:管|理)(?=$|[,，。.!！\s了我])/u,
  ),
  anyOf(
    // How one is treated.
    /爱[理答]不理/u,
    // In what tone.
    inOrder(
      /(?:服务|办事|窗口|人员|工作人员|说话)?(?:的)?态度/u,
      /(?:真|实在|太|很|极|也|是|极其|非常|好|这么|那么|特别)*(?:差|恶劣|不好|冷淡|蛮横|傲慢|不行)(?:劲|了|得很)?/u,
    ),
  ),
  // How slow they are.
  inOrder(
    /(?:办事|工作|你们|这)?(?:的)?(?:效率|速度)/u,
    /(?:真|实在|太|很|也|是|我|简直|怎么|这么|那么|就|能|唉|哎|[\s,，])*/u,
    /(?:低|差|慢|服了|绝了|无语|没话说|没谁了|感人|呵呵|堪忧)了?/u,
  ),
  anyOf(
    // How hard it is to get anything done.
    /办(?:个)?事(?:怎么|真|太|这么|那么|也|实在)*(?:慢|拖拉|拖沓|磨蹭|难)(?:死|了|得)?|(?:到底)?怎么(?:办事|做事)的/u,
    // In other words for it.
    /不作为|懒政|(?:真是|真的|算是|我)服了(?:你们?)?/u,
  ),
  anyOf(
    // For show.
    /(?:走|搞|纯)(?:个|走)?(?:形式|过场|面子工程)|形式主义|官僚(?:主义|作风)?/u,
    // Without a heart.
    /(?:让人|真|太)?[寒心]{2}|(?:拿|把|当)(?:我们?|企业)?[^,，。]{0,6}不当回事|折腾(?:死|来|人)/u,
  ),
  // Come for nothing.
  /(?:白)?跑了[^,，。]{0,4}[趟次回](?:了)?(?:都|还|也|就是)*(?:没|办不|不给|白)[^,，。]{0,6}/u,
  anyOf(
    // Nobody cares, back and forth.
    /\bnobody (?:cares|helps|answers|replies)(?: about)?\b|\bback and forth\b/u,
    // Passed on.
    /\brun ?around\b|\bpass(?:ing|ed)? the buck\b|\bno one (?:cares|helps|answers|replies)\b/u,
  ),
]
/** Who wants a word said on what happened, not the number of a ticket. */
const REDRESS = inOrder(
  /(?<!多久|几天|(?:什么|啥)时候|几时)(?:要|想要|讨|给|求|等)/u,
  /(?:我们?|大家|阿拉)?(?:一个|一句|个|句)?(?:说法|交代|交待|公道)/u,
  /(?=$|[,，。.!！\s啊吧呀了行])/u,
)
const OF_TICKET = /诉求|工单|单子|zsqs/u

const GRUMBLING_WORDS = anyOf(
  // Sighs, little words.
  /[唉哎哼]+|编号|不用/gu,
  // Offices and their people.
  /你们?|部门|窗口|政府|单位|办事员?|工作人员/gu,
  // In truth.
  /企业|到底|真是|实在|我们?|说是/gu,
  // What it is about.
  /服务|作风|这种|就是|互相|几个|两个|三个/gu,
  /人员?|让/gu,
  // In English.
  /office|problem|keeps?|sending|us|our|about|they/gu,
)
const ASKS_BESIDE = anyOf(
  // Whether.
  /吗|么$|伐$|能不能|可以|是否|是不是/u,
  // Who.
  /谁(?!也|都)/u,
  // How, how many, which.
  /如何|怎么(?!办事|做事|这么|那么)|怎样|多少|几天|什么(?!态度|作风|效率)|要不要|哪/u,
  // In English.
  /\b(?:how|what|where|can|which)\b/u,
  // The mark.
  /[?？]$/u,
)
/** A grievance says little besides; more is its matter. */
const GRUMBLE_BESIDES_MAX = 2

const asksForRedress = (normalized: string) =>
  REDRESS.test(normalized) && !OF_TICKET.test(normalized)

/** Whether the message is a grievance in general words: who is to be helped, and how, is still to come. */
export const isGrumbling = (normalized: string): boolean =>
  (anyIn(GRUMBLES, normalized) || asksForRedress(normalized)) &&
  !ASKS_BESIDE.test(normalized) &&
  ownSubject(without([...GRUMBLES, REDRESS, GRUMBLING_WORDS], normalized)) <= GRUMBLE_BESIDES_MAX
