// How people say that somebody is about to kill themselves, or attacks others.
import { anyOf, inOrder } from '../patterns.ts'
import type { DangerRow } from './danger-row.ts'

export const BY_HAND: readonly DangerRow[] = [
  {
    kind: 'self_harm',
    always: true,
    says: [
      // Out on a height.
      anyOf(
        // Up there, and about to.
        inOrder(
          /(?:爬|站|坐|翻)[^,，。]{0,10}(?:塔吊|楼顶|天台|栏杆|护栏|窗台|阳台|大桥)[^,，。]{0,4}(?:外|边|沿|上).{0,20}/gu,
          /跳|劝不|不肯下|不下来|喊|哭/gu,
        ),
        // On the far side of a rail.
        /(?:坐|站|翻)(?:在|到|出)[^,，。]{0,6}(?:栏杆|护栏|窗台|阳台|天台)(?:的)?(?:外|边沿)|劝不下来/gu,
      ),
      // Not wanting to live.
      anyOf(
        // In other words for it.
        /了断(?:自己|算了)|自我了断|一了百了|走绝路|寻短见|(?:想|要|企图|有人)轻生/gu,
        // No will to live.
        /(?:不想|不愿|没法)(?:再)?活|没脸(?:再)?活|活着(?:真)?没(?:意思|劲)/gu,
        // Wanting to die.
        /(?:我|他|她)[^,，。们]{0,6}(?<![得不])想死(?=$|[ ,，。!！])|撑不下去了?[ ,，]?(?:想|去)死/gu,
        // Threatening to die, unable to live on.
        /死给(?:你们|他们|大家)看|(?:我|他|她|伊)(?!们)(?:真的?|实在|都)?活不下去/gu,
      ),
      // By what means.
      anyOf(
        // It is meant.
        /(?:要|想|闹|正在|企图|有人)(?:在[^,，。]{0,6})?(?:自杀|自焚|上吊(?![锅装机车钩])|割腕|烧炭)/gu,
        // It is done.
        /(?:喝|灌)(?:了|下)?(?:一瓶|半瓶)?农药|割腕了?(?=$|[ ,，。!！])|上吊(?:了|,|，|。|$)/gu,
        // Tablets, a last letter.
        /吞(?:了|下).{0,6}安眠药|(?:留|写|发)(?:了|下).{0,4}遗书/gu,
      ),
      // The means in one's hand, and nobody is to talk one out of it.
      anyOf(
        // In one's hand.
        /(?:安眠药|农药|药片?|毒药)(?:我)?(?:都|已经)?(?:倒|抓|捏|攥|握|含|放)(?:在|到|进)?(?:手|嘴|杯子)(?:里|心|上)/gu,
        // Nobody is to talk one out of it.
        /(?:活|死|跳|药|刀|绳子?|煤气)[^。!！?？]{0,14}(?:别|不要|勿要)劝我?(?=$|[ ,，。!！了])/gu,
      ),
      // Up there, and with last words.
      inOrder(
        // Where.
        /(?:我|他|她)(?:现在|正|已经|就|人)*在[^,，。]{0,8}(?:楼顶|天台|桥上|塔吊上|悬崖)/gu,
        /[^!！?？\n]{0,16}/gu,
        // With what words.
        /最后(?:几句|一句|的话|一次)|遗言|解脱|交代(?:一下)?后事|别找我/gu,
      ),
      // A farewell.
      anyOf(
        // Sorry, and gone.
        /对不(?:起|住)(?:大家|你们|爸妈|老婆|孩子|家里).{0,20}(?:还不清|别找|先走|走了)|别找我.{0,14}(?:对不(?:起|住)|还不清)/gu,
        // Whom somebody else is to look after.
        /对不(?:起|住).{0,12}(?:小孩|孩子|儿子|女儿|爸妈|老人|老婆|家里).{0,6}(?:拜托|托付|交给|靠)(?:给)?(?:你|大家)/gu,
      ),
      // In English.
      anyOf(
        // Against oneself.
        /(?:kill|hang|hurt) (?:my|him|her|them)sel(?:f|ves)|suicid|wants? to die/gu,
        // An end of it.
        /end (?:my|his|her) (?:own )?life|don'?t want to live/gu,
        // About to jump, and not into business.
        inOrder(
          /(?:going to|about to|threat\w+ to|wants to|gonna|he'll|she'll) jump/gu,
          /(?! (?:in(?:to)? the (?:market|business)|ship|the queue|through))/gu,
        ),
      ),
    ],
  },
  // Also said in jest beside an ordinary question.
  {
    kind: 'self_harm',
    says: [
      // To jump, from where and into what.
      /(?:要|想|准备|打算|就去|去)跳(?:楼|下去|海|塔|桥|江|河)(?!价|的心)|(?:从|往)[^,，。]{0,8}跳(?:下[去来]|海|楼|江|河)/gu,
      // Announced, or threatened for money.
      /(?:说|喊|闹|有人|正)(?:着)?(?:要|想)?跳楼(?!价)|(?:不发|不给|不还)[^,，。]{0,6}就跳(?=了|$|[ ,，。!！])/gu,
    ],
  },
  {
    kind: 'violence',
    says: [
      // With a weapon.
      inOrder(
        /(?:拿|持|提|掏|抄|举|挥|亮)(?:着|了|出)?(?:一?把)?(?:菜|砍|水果|西瓜|剪|尖)?/gu,
        // A weapon, and no goods of that name.
        /刀(?!具|片|头|架|库|鱼)|钢管|铁棍|斧头?|榔头|枪(?!乌|头)/gu,
        /[^,，。]{0,4}/gu,
        // What is done with it, or nothing else said.
        /(?=$|[ ,，。!！]|堵|砍|打|追|冲|逼|要|威胁|站|不让|进|在)/gu,
      ),
      // With a tool, in pursuit.
      anyOf(
        // Held, and used.
        inOrder(
          /(?:拿|持|提|抄|举|挥|拎)(?:着|了|起)?[^,，。]{0,3}/gu,
          /铁锹|铁锨|锄头|扳手|木棍|棍子|砖头|酒瓶|鱼叉/gu,
          /[^,，。]{0,6}(?:追|打人|砍|砸人|冲[进过]|威胁|见人就)/gu,
        ),
        // After somebody.
        /追着[^,，。]{0,6}(?:打(?!电话|卡|折|听|款|包|印)|砍(?!价))/gu,
      ),
      // Something in the hand.
      /手(?:上|里)(?:还)?(?:有|拿|捏|拎|握)(?:着)?(?:一?[把桶瓶个])?(?:菜|水果)?(?:刀|汽油(?!货)|打火机|斧|铁?棍|钢管)/gu,
      // Petrol.
      /(?:泼|倒|浇|拎|提|拿)(?:着|了)?(?:一?桶)?汽油.{0,16}(?:点|烧|打火机|威胁|同归|冲)/gu,
      // Blows.
      anyOf(
        // Somebody is cut down.
        /(?<!不)砍(?:了)?人|杀人了/gu,
        // They fight.
        /(?:门口|工地|车间|厂里|食堂|码头|人|帮|保安|他们)[^,，。]{0,6}打起来(?:了|啦|$|[ ,，。!！])/gu,
        /打起来了?[ ,，。]{0,2}有人|打群架/gu,
        // They are about to, or somebody is hurt by it.
        /(?:快|要|马上要|眼看要)(?:动手|打起来)了|打架[^,，。]{0,4}(?:打)?伤(?:了)?人|打伤(?:了)?人/gu,
        // They beat.
        /(?:在|还在|正)打(?:人|架|他|她|我)|动手打(?:人|他|她|我|起来)|打人了/gu,
        // Somebody is stabbed or beaten down.
        /捅(?:了|伤)(?:人|他|她|我|一刀)?/gu,
        /(?:被|给)[^,，。]{0,8}(?:打|砍|捅)(?:得|伤|破|倒|了)[^,，。]{0,8}(?:血|头|昏|地上|不动)/gu,
      ),
      // Robbed, held, locked up.
      anyOf(
        // Robbed, abducted, tied.
        /抢劫(?:了|$|[ ,，。!！])|(?:被|有人)[^,，。]{0,4}(?:绑架|绑走|劫持|挟持)|绑了(?:人|我|他|她)/gu,
        // Locked up.
        /把(?:我|他|她|人|经理|老板)(?!们)[^,，。]{0,4}(?:关|扣|绑|锁)(?:起来|住|在)/gu,
        // Not let go.
        /不(?:让|放)(?:我|他|她|人)[^,，。]{0,4}走.{0,12}(?:打|刀)/gu,
      ),
      // A crowd.
      /(?:上百|几十|一百多|四五十|二三十|一帮|一群|两帮)(?:个)?(?:人|工人|社会人)[^,，。]{0,14}(?:围住|堵(?:住|了)|冲进|打|砸)/gu,
      // In English.
      anyOf(
        // Threatened or chased.
        inOrder(
          /(?:threaten\w*|attack\w*|stab\w*|beat\w*|chas\w*|hold\w*) (?:us|me|him|her|them|our \w+|people|\w+ at)/gu,
          /.{0,20}/gu,
          /knife|gun|axe|weapon|pipe|stick|bat/gu,
        ),
        // With what.
        /(?:with|has|holding|waving|pulled) a (?:knife|gun)/gu,
        // Attacked, held.
        /being (?:robbed|attacked|stabbed|beaten)|fight(?:ing)? with (?:knives|pipes|sticks|bats)|taken hostage/gu,
      ),
    ],
  },
]
