// In its own clause a danger is over, or not meant as happening: past, feared, planned for, told.
import { anyOf } from '../patterns.ts'

// A space parts clauses between characters, not between English words.
export const BREAK = /[,，。.;；!！?？\n]|(?<=[\p{Script=Han}〇]) | (?=[\p{Script=Han}〇])/u

export const NOT_NOW = anyOf(
  // Some time ago.
  /去年|前年|上个?(?:月|周|礼拜|星期|季)|上[次回]|昨[天晚日]|前[天几阵段]|那[次回年一]年?/u,
  // Before, and formerly.
  /当年|以前|曾经|之前|原来|早年/u,
  // So long ago.
  /(?!半天)[0-9一二两三四五六七八九十半几]+个?(?:月|年|周|礼拜|天)(?:前|了|$)/u,
  // At some other time.
  /过[一两几]?[次回]/u,
  // Past, and what is only called so.
  /过的|过[火电水]/u,
  // Dealt with.
  /已经?(?:出院|处理|解决|灭|扑灭|拉走|修|打捞|控制)|拉走了|扑灭/u,
  // All is well again.
  /没(?:大)?事了|(?<!不)好了|修好|修了|打捞|未遂|劝下来了/u,
  // Long since over.
  /早(?:就|已)|早(?=[沉塌翻炸烧倒])|散了|获救|报废/u,
  // Nobody can be helped any more.
  /死亡|淹死|死了|事后|事故(?:之|以)?后/u,
  // In English.
  /last (?:year|month|week|night)|yesterday|(?:year|month|week|day)s? ago|used to|recovered/u,
  // Supposed.
  /如果|要是|万一|假如|假设|一旦/u,
  // Feared, asked about.
  /(?<!恐)怕(?![是他她伊])|担心(?![他她伊])|会不会/u,
  // Prevented, planned for.
  /防止|防范|预防|避免|以免|预案|演练|演习/u,
  // It nearly was, it may be, it will not.
  /差点|险些|可能会|容易|不会(?!动|说|呼)|不能(?!动|说|呼)/u,
  // It always is.
  /每次|天天|每天|老是|老(?=[冒卡])|经常|总是|常年|动不动/u,
  // Told, shown, made up.
  /开玩笑|新闻|视频里|听说|电视|电影|小说|案例/u,
  // Taught, compared.
  /讲座|比方|打比方|那种|那科/u,
  // In jest, or in a game.
  /哈哈|有次|别打|快打|似的/u,
  // Learnt, met.
  /才知道|遇到我?说/u,
  // What always smokes.
  /烟囱|柴油机|尾气|照样/u,
  // In English.
  /every|as if|in case|prevent|avoid|what if|if there|if a |(?:would|could) (?:be|happen|explode|catch)/u,
)
