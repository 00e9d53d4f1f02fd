// Who cannot do it online asks for a counter: 「我不会弄手机」, 「年纪大走不动」.
import { anyOf, inOrder } from '../patterns.ts'

const CANNOT = anyOf(
  // They cannot use it; 「能不能网上」 asks whether one may.
  inOrder(
    /(?:(?<![能会懂])不(?:太|大|怎么)?(?:会|懂|能|识)|没(?:有)?|弄不来|搞不来|搞不懂|用不来)(?:弄|用|玩|搞|摆弄|操作)?(?:智能)?/u,
    // What, and not the shop or the bill for it.
    /手机|电脑|上网|网上(?:办|申报|操作)?|网络|微信|小程序|app/u,
    /(?!号|费|店|壳|厂|维修|配件|公司)/u,
    // Nor what a business does there.
    /(?!(?:上)?(?:去|来)?(?:卖|销|售|经营|营业|交易|接(?:单|诊|客)|看(?:病|诊)|问诊|直播|推广|招(?:人|聘|生)|开(?:店|方)))/u,
  ),
  // The same, the other way about.
  /(?:手机|电脑|网上|小程序)(?:我|也|都|又|这些|上)*(?:不会|弄不来|搞不来|不懂|用不来|不会弄)/u,
  // They cannot go there.
  /(?:走不动|腿脚不(?:便|好|方便)|行动不便|出不了门)/u,
  // In English.
  inOrder(
    /\b(?:can ?not|can['’]?t|do not know how to|don['’]?t know how to) (?:use|do it|apply) /u,
    /(?:a |the |my )?(?:computer|phone|app|website|online|internet)\b/u,
  ),
)

/** Whether the message says that nothing can be done online, or that going there is hard. */
export const needsCounter = (normalized: string): boolean => CANNOT.test(normalized)

/** What is said beside that. */
export const beyondCounter = (normalized: string): string =>
  normalized.replace(new RegExp(CANNOT, 'gu'), ' ')
