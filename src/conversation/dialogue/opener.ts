// 「我想问一下」 opens a conversation and says nothing yet; what follows a moment later is the question.

const OPENER =
  /^(你好|您好|在吗|在不在|有人吗|请问|请教|咨询|问|想|我|要|一下|下|个|事|问题|啊|呀|哈|嗨|喂|hi|hello|[\s,，.。!！?？~～、])+$/iu
const GREETING_ONLY = /^(你好|您好|在吗|在不在|有人吗|嗨|喂|哈喽|hi|hello|[\s,，.。!！?？~～])+$/iu

/** Whether a text announces a question without asking one. A greeting alone is answered at once. */
export function isBareOpener(text: string): boolean {
  const said = text.trim()
  return (
    said.length <= 20 && /问|请教|咨询/.test(said) && OPENER.test(said) && !GREETING_ONLY.test(said)
  )
}
