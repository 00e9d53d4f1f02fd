// What only sounds like danger: names, things and figures of speech.
import { anyOf, inOrder } from '../patterns.ts'
import { OF_BUILDING, SMOKES } from './danger-things.ts'

/** Things and offices that carry the word, and what people say of moods, prices and business. */
export const NAMED = anyOf(
  // A device, a paper, a trade or a plan that is about it.
  inOrder(
    // What may happen.
    anyOf(
      // Fire, leaks, current, collapse.
      /起火|着火|失火|火灾|爆炸|泄[漏露]|渗漏|漏[油气水]|触电|坍塌|垮塌/gu,
      // At sea.
      /落水|沉船|碰撞|触礁|搁浅/gu,
      // Poison and smoke, and protection from it.
      /中毒|窒息|烟雾|冒烟|火苗|防[火爆]/gu,
    ),
    /(?:了|的|性)?(?:[^,，。!！?？ ]{0,4})/gu,
    // What is about it.
    anyOf(
      // Tests, alarms and their papers.
      /检测|探测|检修|测试|报警[器系]|保护|险(?!了)|证|率/gu,
      // Things and names.
      /式|物品|公司|传媒|品牌|商标/gu,
      // Plans and disputes.
      /预案|演练|演习|危险|鉴定|纠纷|点(?!着)/gu,
      // Repair, risk, responsibility; places and devices.
      /维修基金|修复|隐患|风险|应急|事故|责任|等级|区域|装置|器/gu,
    ),
  ),
  // What stands in quotation marks before what it is the name of.
  inOrder(
    /[‘“「『《"'][^’”」』》"']{1,10}[’”」』》"']/gu,
    /的?(?=[^,，。 ]{0,3}(?:店|公司|馆|厂|品牌|商标|牌|餐厅|民宿|游戏|项目|这个名))/gu,
  ),
  // A name that is given, without quotation marks.
  inOrder(
    anyOf(
      // By its word.
      /起名|取名|更名|改名|命名|字号|[店厂]名|公司名/gu,
      // What is to be called so.
      /(?:公司|店|商标|品牌|馆|游戏)(?:就|想|要|能|可以)+叫/gu,
    ),
    /(?:字|叫做?|为|成|是|用|想|要)*/gu,
    /[^,，。!！?？ ‘“「『《"'的]{0,3}?/gu,
    /起火|着火|失火|火灾|爆炸|沉船|浓烟|救命/gu,
    /(?!了(?:$|[ ,，。!！]))/gu,
  ),
  // A name that is given, in quotation marks.
  /(?:叫|名叫|取名|起名|名字是)[‘“「『《"'][^’”」』》"']{1,10}[’”」』》"']/gu,
  // Prices, jobs, figures: what also jumps.
  /跳楼(?:价|甩|大减|促销)|跳(?:槽|板|闸|过|出来?|错|转|回|码|票)|想跳出/gu,
  // Figures of speech; what else bursts or is fried.
  /血流成河|石沉大海|火爆|火大|炸(?:锅|鱼|鸡|串|礁|药|毛|街)/gu,
  // Heads, chats and telephones burst.
  /(?:头|脑袋|脑子|肺|心态|群里?|朋友圈|服务器|后台|电话|手机)(?:里|都|要|快|又|气)*(?:大|炸|爆)了?/gu,
  // People smoke with anger or haste.
  /(?:忙|急|热|气|贵|老|旧|累|嗓子|眼睛|头上?)(?:得|到|都|直)*冒(?:烟|火)/gu,
  // Steam where steam should be.
  /(?<![漏爆破喷])(?:蒸|热|水)?汽[^,，。漏爆破喷]{0,3}多得?[^,，。]{0,3}冒(?:着|出)?白?[烟气汽]/gu,
  // As if into the sea.
  /(?:像|跟|如同)[^,，。]{0,6}(?:掉|沉)(?:进|到|入)?(?:大)?海里?/gu,
  // Bound on a screen, beaten into shape.
  /绑定|绑扎|动手打(?:印|包|官司|造|款|磨|扫)/gu,
  // Money and meat burn, and tables of substances.
  /烧(?:钱|烤|脑)|着火点|点着火/gu,
  // Devices, papers and plans.
  inOrder(
    /(?:fire|smoke|gas|leak(?:age)?|explosion|oil spill|spill|collision|drowning)[ -]/gu,
    anyOf(
      // Drills, alarms, papers.
      /drill|detect|alarm|safety|insurance|certificat|extinguish|accept|prevent|protect|permit/gu,
      // Stations, plans, reports.
      /station|proof|test|plan|brigade|fight|risk|approv|inspect/gu,
      // Rescue and goods.
      /report|response|rescue|bottle|supply|licen/gu,
    ),
    /[a-z]*/gu,
  ),
  // Words that are made of it.
  /fire(?:fight|proof|work)[a-z]*|explosion-?proof|trapped in (?:bureaucracy|paperwork|red tape)/gu,
  // What a building has, and what smokes as it should.
  new RegExp(`(?:fire|smoke)[ -]?(?:${OF_BUILDING})s?`, 'gu'),
  new RegExp(`(?:${SMOKES})(?:'s)? smoke(?! (?:everywhere|pouring|filling))`, 'gu'),
)
