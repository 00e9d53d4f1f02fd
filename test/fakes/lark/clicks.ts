// A person's click on a card: checked against the card as it is now, sent as a callback, and the
// answer judged as the client judges it, down to the error number the person would see.
import { buttonsIn, judgeCard } from './card-validator.ts'
import { cardWorld, parse } from './content.ts'
import { cardEvent, type Json } from './payloads.ts'
import { headerOf } from './people.ts'
import { pushCallback } from './push.ts'
import { cardOf, type Pushed, type StoredMessage, type World } from './world.ts'

const UPDATE_TOKEN_MS = 30 * 60 * 1000
const TOAST_TYPES = ['info', 'success', 'error', 'warning']

export type Clicked =
  /** The client sends nothing: no such button, disabled, a required field empty, a wrong option. */
  | Readonly<{ kind: 'blocked'; why: string }>
  /** `code` is what the client shows, null when all is well. */
  | Readonly<{
      kind: 'answered'
      code: number | null
      toast: Json | null
      updated: boolean
      updateToken: string
      event: Json
    }>

export type Press = Readonly<{
  openId: string
  message: StoredMessage
  /** The button's text, or its name. */
  button: string
  form?: Readonly<Record<string, string | readonly string[]>>
}>

export async function click(world: World, press: Press): Promise<Clicked> {
  const card = cardOf(world, press.message)
  if (card === null) return blocked('not a card')
  const body = card['body'] as Json
  const target = buttonsIn(body).find(
    (b) => b['name'] === press.button || label(b) === press.button,
  )
  if (target === undefined) return blocked(`no button ${press.button}`)
  if (target['disabled'] === true) return blocked('disabled')
  const form = formAround(body, target)
  const filled = form === null ? null : fill(form, press.form ?? {})
  if (typeof filled === 'string') return blocked(filled)

  const submit = target['form_action_type'] === 'submit'
  const value = callbackValue(target)
  const { submitNeedsBehaviors } = world.switches
  if (submit && submitNeedsBehaviors && value === undefined) return blocked('nothing is sent')
  if (!submit && value === undefined) return blocked('no behavior')
  if (submit && !submitNeedsBehaviors && value !== undefined) return answered(200530, {}, '')
  return callback(world, press.message, press.openId, {
    tag: 'button',
    name: String(target['name'] ?? ''),
    ...(value === undefined ? {} : { value }),
    ...(filled === null ? {} : { form_value: filled }),
  })
}

async function callback(
  world: World,
  message: StoredMessage,
  openId: string,
  action: Json,
): Promise<Clicked> {
  const updateToken = `c-${world.id('u')}`
  const token = {
    messageId: message.id,
    expiresAtMs: world.clock.nowMs() + UPDATE_TOKEN_MS,
    uses: 0,
    answered: false,
  }
  world.updateTokens.set(updateToken, token)
  const event = cardEvent({
    openId,
    chatId: message.chatId,
    messageId: message.id,
    action,
    updateToken,
    header: { ...headerOf(world), create_time: String(world.clock.nowMs() * 1000) },
  })
  message.interacting = true
  const pushed = await pushCallback(world, event)
  message.interacting = false
  message.interactedAtMs = world.clock.nowMs()
  token.answered = true
  return settle(world, message, pushed, event, updateToken)
}

function settle(
  world: World,
  message: StoredMessage,
  pushed: Pushed,
  event: Json,
  updateToken: string,
): Clicked {
  if (pushed.outcome === 'timeout') return answered(200341, event, updateToken)
  if (pushed.outcome === 'refused') return answered(200342, event, updateToken)
  if (pushed.outcome !== 200) return answered(200671, event, updateToken)
  const answer = parse(pushed.answer)
  if (answer === null || Object.keys(answer).some((key) => key !== 'toast' && key !== 'card')) {
    return answered(200672, event, updateToken)
  }
  const toast = (answer['toast'] ?? null) as Json | null
  if (toast !== null && !goodToast(toast)) return answered(200672, event, updateToken)
  if (answer['card'] === undefined) return answered(null, event, updateToken, toast)
  const card = rawCard(world, answer['card'] as Json)
  if (card === null) return answered(200673, event, updateToken, toast)
  message.content = JSON.stringify(card)
  message.updated = true
  return answered(null, event, updateToken, toast, true)
}

function goodToast(toast: Json): boolean {
  return (
    TOAST_TYPES.includes(String(toast['type'])) &&
    typeof toast['content'] === 'string' &&
    Object.keys(toast).every((key) => ['type', 'content', 'i18n'].includes(key))
  )
}

/** The card the answer brings, or null when the client refuses it. */
function rawCard(world: World, given: Json): Json | null {
  if (given['type'] !== 'raw') return null
  const { data } = given
  const wantsText = world.switches.rawCardMustBeString
  if ((typeof data === 'string') !== wantsText) return null
  const card = typeof data === 'string' ? parse(data) : (data as Json)
  return card !== null && judgeCard(card, cardWorld(world)).fault === null ? card : null
}

function answered(
  code: number | null,
  event: Json,
  updateToken: string,
  toast: Json | null = null,
  updated = false,
): Clicked {
  return { kind: 'answered', code, toast, updated, updateToken, event }
}

function blocked(why: string): Clicked {
  return { kind: 'blocked', why }
}

function label(button: Json): string {
  return String((button['text'] as Json | undefined)?.['content'])
}

function callbackValue(button: Json): unknown {
  const behaviors = (button['behaviors'] ?? []) as Json[]
  return behaviors.find((b) => b['type'] === 'callback')?.['value']
}

function formAround(body: Json, button: Json): Json | null {
  const forms = ((body['elements'] ?? []) as Json[]).filter((e) => e['tag'] === 'form')
  return forms.find((form) => buttonsIn(form).includes(button)) ?? null
}

/** What the client would send, or why it would not: it checks before it sends. */
function fill(form: Json, given: Press['form'] & object): Json | string {
  const values: Json = {}
  for (const field of fieldsIn(form)) {
    const name = String(field['name'])
    const value = given[name] ?? field['default_value'] ?? field['initial_option']
    if (field['required'] === true && (value === undefined || value === ''))
      return `required: ${name}`
    const problem = value === undefined ? null : check(field, value)
    if (problem !== null) return `${problem}: ${name}`
    values[name] = value ?? ''
  }
  const unknown = Object.keys(given).find((name) => !(name in values))
  return unknown === undefined ? values : `no field ${unknown}`
}

function check(field: Json, value: unknown): string | null {
  if (field['tag'] === 'input') {
    const lengthMax = Number(field['max_length'] ?? 1000)
    return String(value).length > lengthMax ? 'too long' : null
  }
  const options = (field['options'] ?? []) as Json[]
  const chosen = Array.isArray(value) ? value : [value]
  return chosen.every((v) => options.some((o) => o['value'] === v)) ? null : 'no such option'
}

/** The fields of a form, wherever they stand in its columns. */
function fieldsIn(element: Json): Json[] {
  const nested = ['elements', 'columns'].flatMap((key) =>
    Array.isArray(element[key]) ? (element[key] as Json[]) : [],
  )
  return nested.flatMap((child) =>
    /^(input|select_|multi_select_)/.test(String(child['tag'])) ? [child] : fieldsIn(child),
  )
}
