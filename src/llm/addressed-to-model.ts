// A record tells people how a matter is handled. A passage that speaks to a language model instead
// was slipped in, and is kept from it: what it says could otherwise be repeated as the record's word.

/** Ways of speaking to a model that no record of a service item has; read without spaces. */
const TO_A_MODEL = [
  /(?:忽略|无视|忘记|忘掉|抛开)[^。；]{0,10}(?:规则|要求|指令|指示|提示|设定|约束)/u,
  /提示词|系统(?:指令|设定|消息)|(?:system|developer)(?:prompt|message)/iu,
  /[你您](?:现在|今后|从现在起|从此)?(?:是|扮演|充当)(?:一个|一名|一位)?[^。；，]{0,8}(?:助手|模型|机器人|客服|AI)/iu,
  /(?:ignore|disregard|forget)(?:all|any|the)*(?:previous|prior|above|earlier)/iu,
  /["']?role["']?[:：]["'](?:system|developer|assistant)["']/iu,
]

/** Spaces, line breaks and invisible characters between the letters hide nothing. */
export function isAddressedToModel(text: string): boolean {
  const dense = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')
  return TO_A_MODEL.some((way) => way.test(dense))
}
