import { describe, expect, test } from 'vitest'
import { uncoveredIn } from '../../src/knowledge/uncovered.ts'
import { anUncoveredMatter, shippedUncovered } from '../builders/uncovered.ts'

describe('a matter without an item', () => {
  const keyOf = (message: string) => uncoveredIn(message, [anUncoveredMatter()])?.key ?? null

  test.each(['放风筝要许可吗', '要不要审批啊 我放风筝', 'Kite: do I need a PERMIT'])(
    '「%s」 has all the words of one way to say it',
    (message) => {
      expect(keyOf(message)).toBe('kite')
    },
  )

  test.each([
    '风筝哪里买',
    '放烟花要许可吗',
    '生产风筝要许可吗',
    `${'我们公司的情况比较复杂，'.repeat(8)}风筝许可`,
  ])('「%s」 has not, is excepted, or tells a case', (message) => {
    expect(keyOf(message)).toBeNull()
  })

  test('may be looked for in short messages alone, and by a word that is all of one', () => {
    const short = [anUncoveredMatter({ upTo: 8 })]
    expect(uncoveredIn('放风筝的许可', short)).not.toBeNull()
    expect(uncoveredIn('放风筝的许可在哪里办', short)).toBeNull()
    const alone = [anUncoveredMatter({ says: ['=风筝店|=风筝铺'] })]
    expect(uncoveredIn(' 风筝铺。', alone)).not.toBeNull()
    expect(uncoveredIn('风筝铺要许可吗', alone)).toBeNull()
  })

  test('is the first that fits', () => {
    const [first, second] = [anUncoveredMatter(), anUncoveredMatter({ key: 'other' })]
    expect(uncoveredIn('风筝许可', [first, second])).toBe(first)
  })
})

test('the ways to say them are taken apart once for all messages', () => {
  let times = 0
  const matter = anUncoveredMatter()
  const counted = {
    ...matter,
    get says() {
      times++
      return matter.says
    },
  }
  const matters = [counted]
  for (const message of ['风筝许可', '风筝审批', '风筝']) uncoveredIn(message, matters)
  expect(times).toBe(1)
})

describe('what is shipped', () => {
  const matters = shippedUncovered()
  const keyOf = (message: string) => uncoveredIn(message, matters)?.key ?? null

  test.each([
    ['仓库火已经扑灭了，安监那边要不要报', 'accident_report'],
    ['工地出了事，死了人，几个小时之内上报', 'accident_report'],
    ['出了安全事故多久内报给哪个部门', 'accident_report'],
    ['船厂里伤了人，要报安监吗', 'accident_report'],
    ['车间事故重伤了一个人，要报哪里', 'accident_report'],
    ['How soon must an accident be reported to the bureau', 'accident_report'],
    ['whom do we report the incident to, which bureau', 'accident_report'],
    ['厂区后面那堵围墙快要倒了', 'leaning_building'],
    ['日本那边整柜鱼片退回来了，怎么进关', 'returned_goods'],
    ['出口的货要退运进来', 'returned_goods'],
    ['买条二手货轮，船龄有没有规定', 'ship_age'],
    ['坞里的船动火要不要报备', 'hot_work_on_board'],
    ['欧盟客户要合法捕捞的文件', 'catch_certificate'],
    ['油轮的油污责任险是必须买的吗', 'oil_pollution_insurance'],
    ['税务局上门说我们漏开发票', 'tax_check'],
    ['税务局约谈会计', 'tax_check'],
    ['晚上在店门口放几张桌子卖烧烤行不行', 'street_trading'],
    ['我那个体户的年报忘了，怎么补', 'annual_report'],
    ['想在厂里放储能柜', 'energy_storage'],
    ['供应商把我们告了，公司收到法院传票', 'sued'],
    ['限制消费令怎么解除', 'spending_limit'],
  ])('「%s」 is %s', (message, key) => {
    expect(keyOf(message)).toBe(key)
  })

  // Each of them is another matter, most of them an item's.
  test.each([
    '事故应急预案几天能备案',
    '工伤事故报告写给哪个部门认定',
    '电梯出了事故要报哪里',
    '船上出了事故要报告吗',
    '退完税的货又退运回来，税怎么办',
    '船龄到了，拆船补贴怎么领',
    '动火作业的操作证去哪里考',
    '港口收油污水要备案吗',
    '店门口占道被罚了，第一次能不能免',
    '公共场所卫生许可要交健康证吗，哪里办',
    '停业这段时间公司年报怎么弄',
    '屋顶光伏旁边放储能柜要不要另外报',
    '员工申请仲裁，公司怎么写答辩',
    '信用修复能不能把限高令一起解了',
    '老厂房要倒了想拆了重建',
    '今年报了两回都没批',
  ])('「%s」 is none', (message) => {
    expect(keyOf(message)).toBeNull()
  })

  test('the duty to report is given with its law', () => {
    const duty = matters.find(({ key }) => key === 'accident_report')
    expect(duty?.reply).toContain('1小时内')
    expect(duty?.source).toContain('《生产安全事故报告和调查处理条例》')
    expect(duty?.source).toContain('第九条')
  })
})

describe('what no item covers, in few words', () => {
  const matters = shippedUncovered()
  const keyOf = (message: string) => uncoveredIn(message, matters)?.key ?? null

  test.each([
    ['公司年报截止到几号，年报几号截止', 'annual_report'],
    ['厂区停电了', 'power_cut'],
    ['这月水费怎么涨了这么多', 'utility_bill'],
    ['保险公司一直不肯赔', 'insurance_claim'],
    ['印花税按季报吗，怎么报', 'tax_filing'],
    ['外管证去哪里开', 'tax_affairs'],
    ['导游证怎么考', 'tour_guide'],
    ['员工职业健康体检哪里做', 'occupational_health'],
    ['船员服务簿到期', 'seaman_book'],
    ['引航要提前多久预约', 'pilotage'],
    ['港务费怎么收', 'port_dues'],
    ['台风来了船要回港吗', 'typhoon'],
    ['接到电话自称社保局，叫我报验证码', 'fraud_call'],
    ['电话里说是公安，要我们公司打款核查资金', 'fraud_call'],
    ['短信说我账户异常涉嫌犯罪，让转账', 'fraud_call'],
    ['群里老板叫会计汇款，真的假的', 'fraud_call'],
    ['中医馆能不能网上问诊', 'medical_institution'],
    ['受灾了政府有没有补助', 'disaster_aid'],
    ['今年休渔到几号', 'closed_season'],
    ['快艇载客要什么', 'sea_leisure'],
    ['关税税率怎么查', 'tariff_classification'],
    ['how do i get an ata carnet', 'ata_carnet'],
    ['熏蒸证书去哪办', 'fumigation'],
    ['进口设备坏了退到国外', 'import_sent_back'],
    ['排放超标会罚吗', 'pollution_penalty'],
    ['排污权怎么买', 'emission_rights'],
    ['厂房过户', 'property_transfer'],
    ['灭火器多久换', 'fire_upkeep'],
    ['高温津贴要不要发', 'wage_floor'],
    ['工人堵门讨薪', 'wage_crowd'],
    ['危险品道路运输许可', 'dangerous_goods_road'],
    ['小作坊登记证', 'food_workshop'],
    ['产品抽检不合格', 'food_sampling'],
    ['职业打假找上门', 'professional_claimant'],
    ['开个网吧', 'entertainment'],
    ['养老院', 'elder_care'],
    ['开驾校', 'driving_and_repair'],
    ['网约车', 'passenger_transport'],
    ['快递公司', 'express'],
    ['诊所', 'medical_institution'],
  ])('「%s」 is %s', (message, key) => {
    expect(keyOf(message)).toBe(key)
  })

  test.each([
    '我家二手房要交契税吗，怎么交',
    '年报漏了进了异常名录怎么移出',
    '锚地加注保税油要申请吗',
    '隔壁快递公司的车天天堵在我们厂门口',
    '工伤保险理赔找谁',
    '出口货物原产地证能免关税吗，怎么算',
    '职业病诊断书有了，接着去哪认定工伤',
  ])('「%s」 is none of them', (message) => {
    expect(keyOf(message)).toBeNull()
  })
})

describe('the licences of others', () => {
  const matters = shippedUncovered()
  const keyOf = (message: string) => uncoveredIn(message, matters)?.key ?? null

  test.each([
    ['口腔诊所备案要什么条件', 'medical_institution'],
    ['想开个托育园怎么备案', 'childcare'],
    ['印刷经营许可证去哪办', 'publishing'],
    ['我们想办场音乐节，公安那边怎么报批', 'mass_event'],
    ['保安服务许可证怎么申请', 'security_company'],
    ['春节卖烟花爆竹的许可证怎么办', 'fireworks'],
    ['建筑业企业资质怎么升级', 'construction_licence'],
    ['户外广告设置要城管批吗', 'outdoor_ads'],
    ['网约车平台要什么许可', 'passenger_transport'],
    ['大件运输超限许可在哪个网上办', 'oversize_transport'],
    ['农药经营许可证怎么办', 'farm_inputs'],
    ['动物诊疗许可证要什么条件', 'animal_health'],
    ['测绘资质怎么申请', 'surveying'],
    ['养老机构备案去哪', 'elder_care'],
    ['网站ICP备案怎么办', 'icp'],
    ['无人机实名登记在哪弄', 'drone'],
    ['拍卖经营许可怎么批', 'auction'],
    ['律师事务所设立要什么条件', 'law_firm'],
    ['民办学校办学许可去哪申请', 'private_school'],
    ['辐射安全许可证怎么办', 'radiation_safety'],
    ['采矿许可证怎么办', 'mining'],
    ['网吧的许可证怎么办', 'entertainment'],
    ['沙滩音乐节卖票，安保方案报给谁批', 'mass_event'],
    ['厂里想把工会成立起来，第一步做什么', 'trade_union'],
    ['新产品的商品条码去哪里注册', 'barcode'],
    ['开废品回收站，派出所那边要备案吗', 'scrap_metal'],
  ])('「%s」 is %s', (message, key) => {
    expect(keyOf(message.toLowerCase())).toBe(key)
  })

  test.each([
    '总投资八千万人民币的项目要报批还是备案',
    '我们去越南投资五百万人民币，要审批吗',
    'which is the competent department for a food business license?',
    'we used the wrong hs code for our cargo export, how to amend the declaration?',
    'how do i register a trademark for our drone brand?',
    '保安服务项目的投标保证金怎么退',
    '保安公司申请综合计算工时制审批要什么条件',
    '托育园开对公账户要哪些材料',
    '宠物医院开对公账户要什么材料',
    '旅游包车公司申请稳岗返还要什么条件',
    '施工总承包单位办质量安全监督手续要什么材料',
    '竣工验收备案要施工总承包单位出什么材料',
    '施工图审查要甲级资质的设计院出图吗',
    '专利预审备案必须由专利代理机构来做吗',
    '商标代理机构能帮忙做商标变更登记吗',
    '商会能不能帮我们登记贷款需求',
    '船东协会能代办船舶登记吗',
    '公司住所是租来的，要做房屋租赁备案吗',
    '人才公寓申请要住房租赁备案证明吗',
    '设立公司还要不要找会计师事务所验资',
    '设立外资公司，境外股东的文件要律师事务所见证吗',
    '我们是检测公司，专精特新认定要什么条件',
    '规划核实的测量要找有测绘资质的单位吗',
    '我们口腔门诊公司变更股东怎么登记',
    '工厂建5g专网能申请数字化改造补助吗',
    '瓶装液化气改天然气怎么办',
    '园区想申请员工班车，找谁',
    '建饲料厂的投资项目备案去哪',
    '我加盟了一家医疗器械店，二类备案怎么办',
    '无人机软件著作权登记多久',
    '无人机能不能做动产抵押登记',
    '汽修厂的焊工证到期去哪复审',
    '考三副要去有资质的船员培训机构吗',
    '面膜的企业标准去哪备案',
    '诊所的医疗废物能走小微危废收运吗，要备案吗',
    '招用退役的士兵，资格怎么认定',
    '没有成立工会，职工代表签的集体合同送哪里审查',
    '进口废旧金属报关要什么单证',
    '我的哥哥想考电工证去哪报名',
    '银行打电话让我补开户材料',
    '客户要求对公转账，发票什么时候开',
    '公司账户被法院冻结，转账转不了怎么办',
    '税务局来电话让我申请退税，是真的吗',
  ])('「%s」 is what an item answers, though it names one', (message) => {
    expect(keyOf(message)).toBeNull()
  })
})
