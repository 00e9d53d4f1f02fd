// Cues for what holds and what comes of it: the conditions, the result, the process, the item as a whole.
import { type FieldCue, IS_SPAN, IS_WHOSE } from './field-cue.ts'
import { anyOf, inOrder } from './patterns.ts'

export const CUES_OF_RULES: readonly FieldCue[] = [
  // 条件
  {
    field: 'conditions',
    weight: 5,
    pattern: anyOf(
      // By the words for it.
      /条件|资格|门槛|要求|够不够|够格|符合|标准是/u,
      // Enough, fulfilled.
      /硬杠杠|硬性|够(?:得着|不着|得上)|具备|达到|满足/u,
      // Whether it counts.
      /属不属于|算不算|是不是(?:必须|一定|都得|得先|也得|也要)|有(?:啥|什么)(?:讲究|限制|规定)/u,
    ),
  },
  {
    field: 'conditions',
    weight: 3,
    pattern: anyOf(
      // How many at least.
      /(?:最少|至少|最低|最多|起码)|几(?:个人|户|家|年)(?:才|以上|起)|多少(?:人|户|家|起|平|以上)/u,
      // Which ones, who.
      /哪些(?:企业|人|项目|情况|情形|船|岗位|展|行业|地方|产品|单位)|(?:啥|什么)(?:样|情形|情况|企业|人|项目)|谁(?:能|可以)/u,
      // May one.
      /能不能|可不可以|可以(?:吗|不|伐|么)|行(?:吗|伐|不)|能(?:.{0,14})(?:吗|不|伐|么)(?:[,。?？!]|$)/u,
      // What is enough.
      /允许|得够|卡多少|要几个|占比|批得下来/u,
    ),
  },
  {
    field: 'conditions',
    weight: 2,
    pattern:
      /(?:要|得|需|用)(?:不要|不用)?(?:先|也|另外|再|单独)?办.{0,8}(?:吗|不|伐|么|\?)|也要(?:.{0,8})(?:吗|\?)|免不免|需不需要|要不要/u,
  },
  {
    field: 'conditions',
    weight: 5,
    pattern: inOrder(
      /\b/u,
      anyOf(
        // By the words for it.
        /eligible|eligibility|requirements?|qualify|qualif\w+|conditions?|criteria|allowed/u,
        // May we, must we.
        /can (?:we|i|a|an|our)|do (?:we|i) (?:need|have)|must (?:we|i)|is it (?:necessary|possible|mandatory)/u,
      ),
      /\b/u,
    ),
  },
  // What follows, what is owed, whose it is: the rule, and so what the conditions say.
  {
    field: 'conditions',
    weight: 5.5,
    pattern: anyOf(
      // What follows.
      inOrder(
        /会(?:不会)?(?:被)?/u,
        /怎样|怎么样|咋样|怎么?罚|怎么处罚|怎么处理|罚多少|罚款吗|罚吗/u,
      ),
      // The fine.
      /(?:怎么|咋|如何)(?:处)?罚|罚(?:款)?(?:多少|几|多重)/u,
      // The consequences.
      /(?:什么|啥|哪些)(?:后果|责任|处罚)/u,
      // Who has to see to it.
      /谁(?:来|负责)?(?:修|维修|更换|承担|担责)/u,
      // How much is owed.
      /(?:保证金|质保金|押金|备用金).{0,6}(?:多少|几)|要(?:不要)?交.{0,4}(?:罚款|滞纳金|税(?!证明|单))/u,
    ),
  },
  { field: 'conditions', weight: 5.5, pattern: IS_WHOSE },
  // As often a grievance as a question: no more than a hint.
  { field: 'conditions', weight: 2.4, pattern: /谁(?:来|负责)?赔/u },
  // Who bears it, and where it is paid to, is a rule.
  {
    field: 'conditions',
    weight: 5.5,
    pattern: anyOf(
      // Who bears it.
      inOrder(
        /(?<!报告|证明|证书?|批文|意见|函|费)/u,
        /(?:谁|啥人)(?:来)?(?:出(?:钱|$)|掏|付|买单|还(?=钱|$))/u,
      ),
      // Where it is paid to.
      /(?<!手续)钱(?:是)?打(?:到|给|进)|打(?:到|给|进).{0,6}(?:账|卡|还是|本人)/u,
    ),
    unless: /费.{0,4}(?:谁|啥人)/u,
  },
  // A rate is what the law says, and no fee.
  {
    field: 'result',
    weight: 5.5,
    pattern:
      /税率|百分之几|\b(?:tax rates?|(?:how many|what|which) percent(?:age)?|the percent(?:age)?)\b/u,
  },
  { field: 'conditions', weight: 5.5, pattern: IS_SPAN },
  // By what it is counted.
  {
    field: 'conditions',
    weight: 5.5,
    pattern:
      /(?:按|照|依)(?:哪|什么|啥)(?:个|里|种)?(?:的)?(?:算|基数|标准|年龄|口径|日期|$)|(?:按|照|依)哪(?:里|边|儿)/u,
  },
  // To report, to have: a deed that is due or not, and no paper to hand in.
  {
    field: 'conditions',
    weight: 4,
    pattern: inOrder(
      /(?:要|得|用|需要|应当)(?:不要)?(?:不|先|再|也|另外|重新|单独|去)*/u,
      // The deed.
      /办|领|填|报|备|做|有|申请|取得|跟.{1,6}(?:说|讲)|向.{1,8}报/u,
      /.{0,10}/u,
      /(?:证|许可|许可证|执照|登记|备案|报告|登记表|审批|手续)?/u,
      /(?:吗|么|伐)[?？]?$/u,
    ),
  },
  // 结果
  {
    field: 'result',
    weight: 5,
    pattern: anyOf(
      // How long it holds.
      /有效期?(?:是|有|为)?(?:几|多|到)|(?:几年|多久|多长时间)有效/u,
      // For how many years it can be used.
      /(?:管|能用|可以用|用得了)(?:几|多少)(?:个)?(?:年|月)|管多久/u,
      // How much one gets.
      /(?:奖励?|奖金|补贴?|补助|补偿|资助|扶持)(?:给|到|能)?(?:多少|几(?:万|千|百))/u,
    ),
  },
  {
    field: 'result',
    weight: 5.5,
    pattern: anyOf(
      // What one gets.
      /拿到(?:手)?的(?:是|证)|(?:备|批|办|发)完?(?:了)?(?:发)?的是(?:啥|什么)/u,
      // Which paper.
      /(?:发|给|领|出|拿到)(?:的)?(?:是)?(?:啥|什么|哪)(?:个|种|样)?证/u,
      // Whether one gets any.
      /给不给|发不发|还发(?:伐|吗|不)/u,
      // What it is good for.
      /有(?:啥|什么|哪些)?(?:好处|用|用处|用场)|(?:好处|作用|用处)(?:是|有)?|(?:干嘛|干啥|做啥|派啥)用|作数|管用|有效吗/u,
      // The outcome.
      /结果|批完|备完|发证还是|审批还是|备案还是/u,
      // Its form.
      /算(?:不)?(?:过|通过|成|备案)了|电子(?:证|版)|长(?:啥|什么)样/u,
    ),
  },
  {
    field: 'result',
    weight: 4,
    pattern: /what (?:do|will) (?:we|i) (?:get|receive)|benefits?|result|valid for/u,
  },
  // 流程
  {
    field: 'process',
    weight: 6,
    pattern: anyOf(
      // Which comes first.
      /先.{1,10}还是先(?!.{0,4}(?:市|省|县|区)里?)|哪(?:个|样|件|一个)(?:在|要|该)?先|先后/u,
      // Who does the work.
      /找谁(?:做|检|测|编|写|评估|装|修|翻译|设计|施工)/u,
      // How it is paid.
      /(?:钱|费|金|款|税)(?:怎么|咋|如何)(?:交|缴|付|退)/u,
    ),
  },
  {
    field: 'process',
    weight: 4,
    pattern: anyOf(
      // The word for it.
      /流程|步骤|程序|手续(?:怎么|咋|如何|有哪些|咋走)/u,
      // How it is done.
      inOrder(
        /怎么(?:个)?/u,
        anyOf(
          /办|弄|走|申请|申报|报|操作|搞|处理|改|做|注册|登记|备案|整/u,
          /转|开|拿|领|写|建|抵|接|变|修|停|消|补|推|来|签|续|弄出来|关|撤|摘|补救|评|算/u,
        ),
      ),
      // In the speech of the place.
      inOrder(
        /咋(?:个)?/u,
        anyOf(
          /办|弄|走|申请|申报|报|操作|搞|处理|改|做|注册|登记|备案|整/u,
          /转|开|拿|领|建|接|变|修|停|消|补|关|查|控|批|抵|排|安排/u,
        ),
      ),
      // Other words for how.
      /如何|怎样/u,
      // Which step.
      /哪几(?:步|道|关)|几(?:步|道)|第一步|下一步|先(?:办|做|弄|干|到)(?:什么|啥|哪)|先干嘛|要过(?:哪|几)/u,
      // Where it begins.
      /一步步|从哪(?:里|一步)?(?:开始|入手|起)|顺序|环节/u,
      // How it goes on.
      /走(?:啥|什么)(?:路|程序)|接下来|然后呢/u,
    ),
  },
  { field: 'process', weight: 2, pattern: /怎么|咋|如何|怎样|有没有一键|一条龙/u },
  {
    field: 'process',
    weight: 4,
    pattern: /how (?:do|does|can|to|should|would)|steps|procedure|process\b/u,
  },
  // 总体
  {
    field: 'overview',
    weight: 3,
    pattern: anyOf(
      // What that is.
      /是(?:搞|干|做)?(?:啥|什么)的|是什么(?:意思|东西)?|(?:叫|是)(?:啥|什么)(?:[?？,。]|$)|介绍/u,
      // Is it true.
      /真(?:有|的假)|是不是(?:真|骗)|骗子|听谁的/u,
      // Is there any help.
      inOrder(
        /有没有(?:.{0,14})/u,
        /帮扶|政策|办法|说法|人能|人上门|服务|打包|律师|辅导|懂的|房源|卡|保险|快一点|一起|一键|一口气/u,
      ),
      // Can it be done in one go.
      inOrder(
        /(?:能不能|能|可不可以|想)(?:.{0,6})/u,
        /一次|合成|只填|一张|打包|一口气|只录|一道|一起|并着|并在|帮忙|请|找个|牵/u,
      ),
      /打包|一次性/u,
      // Which of them is missing.
      /(?:缺|差|补)的?(?:到底)?是?哪(?:张|个)|该(?:领|办|走)(?:个|哪)?(?:啥|什么|哪)/u,
      // In English.
      /what is|tell me about|one[- ]stop/u,
    ),
  },
]
