// The records are in Chinese. Whoever asks in English is told so, and how to get help.

import type { ItemCode } from '../../kernel/ids.ts'
import type { Block } from '../../kernel/message.ts'
import type { RedirectReason, SmalltalkReason, TicketReason } from '../../knowledge/reply.ts'

type Question = string | null | undefined

const HELP = 'For help in English, please reply “staff”.'

/** Said once in a dialogue, also where English stands beside Chinese. */
export const englishNote = (question: Question, code: ItemCode, isTold: boolean): Block[] =>
  !isTold && typeof question === 'string' && speaksEnglish(question)
    ? [{ kind: 'text', text: `The official record (item ${code}) is in Chinese only. ${HELP}` }]
    : []

export const englishChoice = (question: Question): Block[] =>
  inEnglish(question, `Several records, in Chinese only, may fit. Reply with a number. ${HELP}`)

export const englishMatter = (question: Question): Block[] =>
  inEnglish(question, `Please say in a few words which matter your question is about. ${HELP}`)

export const englishTicket = (question: Question, reason: TicketReason): Block[] =>
  inEnglish(
    question,
    reason === 'confidential'
      ? [
          'Whoever reports is kept secret by law: those reported are not told.',
          'Our form asks for a name and a phone number, seen only by the staff in charge.',
          'To stay anonymous, call one of the hotlines below.',
        ].join(' ')
      : 'Press 提交诉求 to leave a request with our staff. You may fill in the form in English.',
  )

export const englishRefusal = (question: Question): Block[] =>
  inEnglish(
    question,
    `This assistant cannot help with that. It can explain the lawful conditions and steps. ${HELP}`,
  )

export const englishRedirect = (question: Question, reason: RedirectReason): Block[] =>
  inEnglish(
    question,
    reason === 'office_phone'
      ? `Offices announce their own telephone numbers; the hotlines below can put you through. ${HELP}`
      : `This is outside our services for enterprises; the hotlines below can help. If it is about your business, please say so. ${HELP}`,
  )

export const englishChat = (question: Question, reason: SmalltalkReason): Block[] =>
  inEnglish(question, CHAT[reason] ?? `${CHAT.chat} ${HELP}`)

const CHAT: Readonly<{ chat: string } & Partial<Record<SmalltalkReason, string>>> = {
  chat: 'I answer questions on business matters in Zhoushan and can pass requests to our staff.',
  thanks: 'You are welcome. Please ask whenever something else comes up.',
  farewell: 'Goodbye, and please come back whenever you need us.',
  identity: `I am an AI assistant for enterprises in Zhoushan, not a person. ${HELP}`,
  taken_back: 'All right. Nothing has been handed in, and you may come back to it at any time.',
  counter: `Matters can also be handled at the counters of the service halls. Please say which matter it is. ${HELP}`,
  language: `The official records are in Chinese, and I can only show them as they are. ${HELP}`,
  centre: `For opening hours and the address please see what the centre announces, or call 12345. Most matters can be handled online at any hour. ${HELP}`,
}

const inEnglish = (question: Question, text: string): Block[] =>
  typeof question === 'string' && isEnglish(question) ? [{ kind: 'text', text }] : []

/** A sentence, or one whole word: names and codes such as 「AEO」 are shorter. */
const WORDS = /[a-z]{2,}[^a-z]+[a-z]{2,}|[a-z]{4,}|\bsos\b/iu

export const isEnglish = (text: string): boolean =>
  !/\p{Script=Han}/u.test(text) && WORDS.test(text)

/** A few words in a row, and one that no name has. */
const SENTENCE = /(?:\b[a-z']+\b[\s,]*){3,}/giu
const FUNCTION_WORD =
  /\b(?:i|we|my|our|can|do|does|is|are|how|what|when|where|who|need|the|to|for|please)\b/iu

export const speaksEnglish = (text: string): boolean =>
  isEnglish(text) || (text.match(SENTENCE) ?? []).some((words) => FUNCTION_WORD.test(words))
