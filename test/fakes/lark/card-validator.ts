// Judges a card as strictly as Lark does: the first fault refuses the whole card.
import {
  allowedAttributes,
  BODY_ATTRIBUTES,
  BUTTON_TYPES,
  COMPONENTS,
  CONFIG_ATTRIBUTES,
  HEADER_ATTRIBUTES,
  HEADER_COLOURS,
  PANEL_HEADER_ATTRIBUTES,
  ROOT_ATTRIBUTES,
} from './card-schema.ts'
import type { Json } from './payloads.ts'

type CardFault = Readonly<{ code: number; message: string; path: string }>
export type CardVerdict = Readonly<{ fault: CardFault | null; lint: readonly string[] }>

export type CardWorld = Readonly<{
  /** Whether the image was uploaded by this app. */
  knowsImage: (key: string) => boolean
  knowsPerson: (openId: string) => boolean
  inputRequiredRefused: boolean
}>

const ELEMENTS_MAX = 200
const TABLES_MAX = 5
const DEPTH_MAX = 5
const SCHEMA_ERROR = 200621

class Refusal extends Error {
  readonly fault: CardFault
  constructor(code: number, message: string, path: string) {
    super(message)
    this.fault = { code, message, path }
  }
}

export function judgeCard(card: unknown, world: CardWorld): CardVerdict {
  const judge = new Judge(world)
  try {
    judge.root(card)
    return { fault: null, lint: judge.lint }
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.fault, lint: judge.lint }
    throw error
  }
}

class Judge {
  readonly lint: string[] = []
  private readonly world: CardWorld
  private readonly names = new Set<string>()
  private readonly elementIds = new Set<string>()
  private elements = 0
  private tables = 0

  constructor(world: CardWorld) {
    this.world = world
  }

  root(card: unknown): void {
    const root = object(card, 'card')
    only(root, ROOT_ATTRIBUTES, 'card')
    if (root['schema'] !== '2.0') refuse(SCHEMA_ERROR, 'schema must be 2.0', 'schema')
    if (root['config'] !== undefined) this.config(object(root['config'], 'config'))
    if (root['header'] !== undefined) this.header(object(root['header'], 'header'))
    const body = object(root['body'], 'body')
    only(body, BODY_ATTRIBUTES, 'body')
    this.list(body['elements'], 'body.elements', { depth: 1, inside: null })
  }

  private config(config: Json): void {
    only(config, CONFIG_ATTRIBUTES, 'config')
    if (config['update_multi'] === false) {
      refuse(300302, 'update_multi can only be true', 'config.update_multi')
    }
  }

  private header(header: Json): void {
    only(header, HEADER_ATTRIBUTES, 'header')
    this.plain(header['title'], 'header.title', 1000)
    if (header['subtitle'] !== undefined) this.plain(header['subtitle'], 'header.subtitle', 1000)
    const template = header['template']
    if (template !== undefined && !HEADER_COLOURS.includes(String(template))) {
      refuse(SCHEMA_ERROR, `unknown header template ${String(template)}`, 'header.template')
    }
    const tags = header['text_tag_list']
    if (Array.isArray(tags) && tags.length > 3)
      refuse(SCHEMA_ERROR, 'too many header tags', 'header')
  }

  private list(value: unknown, path: string, at: Place): void {
    if (!Array.isArray(value)) refuse(SCHEMA_ERROR, 'elements must be a list', path)
    for (const [index, element] of (value as unknown[]).entries()) {
      this.element(object(element, `${path}[${index}]`), `${path}[${index}]`, at)
    }
  }

  private element(element: Json, path: string, at: Place): void {
    const tag = String(element['tag'])
    const rule = Object.hasOwn(COMPONENTS, tag) ? COMPONENTS[tag] : undefined
    if (rule === undefined) refuse(200861, `unsupported tag ${tag}`, path)
    this.elements += 1
    if (this.elements > ELEMENTS_MAX) refuse(11310, 'card element count exceeds the limit', path)
    if (at.depth > DEPTH_MAX) refuse(SCHEMA_ERROR, 'nested too deep', path)
    only(element, allowedAttributes(tag), path)
    for (const name of rule?.required ?? []) {
      if (element[name] === undefined) refuse(SCHEMA_ERROR, `${tag}.${name} is required`, path)
    }
    this.elementId(element, path)
    this.place(tag, path, at)
    if (rule?.interactive === true) this.name(element, path, at)
    this.specific(tag, element, path)
    const inside = NESTERS.has(tag) ? tag : at.inside
    for (const name of rule?.children ?? []) {
      this.list(element[name] ?? [], `${path}.${name}`, {
        depth: at.depth + 1,
        inside,
        parent: tag,
      })
    }
    if (tag === 'form') this.submit(element, path)
  }

  private elementId(element: Json, path: string): void {
    const id = element['element_id']
    if (id === undefined) return
    if (typeof id !== 'string' || !/^[A-Za-z][A-Za-z0-9_]{0,19}$/.test(id)) {
      refuse(300301, `malformed element_id ${String(id)}`, path)
    }
    if (this.elementIds.has(String(id))) refuse(300301, `duplicate element_id ${String(id)}`, path)
    this.elementIds.add(String(id))
  }

  private place(tag: string, path: string, at: Place): void {
    if (at.parent === 'column_set' && tag !== 'column') {
      refuse(SCHEMA_ERROR, 'column_set holds only columns', path)
    }
    if (tag === 'column' && at.parent !== 'column_set') {
      refuse(SCHEMA_ERROR, 'a column belongs into a column_set', path)
    }
    if ((tag === 'form' || tag === 'table') && at.depth > 1) {
      refuse(SCHEMA_ERROR, `${tag} is allowed at the root of the body only`, path)
    }
  }

  private name(element: Json, path: string, at: Place): void {
    const name = element['name']
    if (name === undefined) {
      if (at.inside === 'form') refuse(SCHEMA_ERROR, 'a component in a form needs a name', path)
      return
    }
    if (typeof name !== 'string' || name === '' || name.length > 100) {
      refuse(SCHEMA_ERROR, 'name must be a text of 1 to 100 characters', path)
    }
    if (this.names.has(String(name))) refuse(SCHEMA_ERROR, `duplicate name ${String(name)}`, path)
    this.names.add(String(name))
  }

  private submit(form: Json, path: string): void {
    const found = buttonsIn(form).some((b) => b['form_action_type'] === 'submit')
    if (!found) refuse(SCHEMA_ERROR, 'no submit button in the form container', path)
    const name = form['name']
    if (typeof name !== 'string' || name === '') refuse(SCHEMA_ERROR, 'form needs a name', path)
    if (this.names.has(String(name))) refuse(SCHEMA_ERROR, `duplicate name ${String(name)}`, path)
    this.names.add(String(name))
  }

  private specific(tag: string, element: Json, path: string): void {
    const rules: Readonly<Record<string, () => void>> = {
      markdown: () => this.markdown(element, path),
      div: () => this.plain(element['text'], `${path}.text`, 100_000),
      img: () => this.image(element, path),
      collapsible_panel: () => this.panel(object(element['header'], `${path}.header`), path),
      input: () => this.input(element, path),
      button: () => this.button(element, path),
      table: () => this.table(element, path),
      chart: () => void object(element['chart_spec'], `${path}.chart_spec`, 200550),
      interactive_container: () => this.behaviors(element['behaviors'], path),
    }
    if (tag.includes('select') || tag === 'overflow') this.choice(tag, element, path)
    if (rules[tag] !== undefined) rules[tag]()
    else if (element['placeholder'] !== undefined) this.plain(element['placeholder'], path, 100)
  }

  private markdown(element: Json, path: string): void {
    const content = element['content']
    if (typeof content !== 'string') refuse(SCHEMA_ERROR, 'content must be a text', path)
    const text = String(content)
    for (const [, id = ''] of text.matchAll(/<at\s+(?:id|user_id)\s*=\s*["']?([^"'>\s]*)/gi)) {
      if (id !== 'all' && !this.world.knowsPerson(id)) refuse(100290, `invalid user id ${id}`, path)
    }
    for (const [, key = ''] of text.matchAll(/!\[[^\]]{0,200}\]\(([^)]{0,200})\)/g)) {
      if (!this.world.knowsImage(key)) refuse(200570, `invalid image key ${key}`, path)
    }
    if (/color\s*=\s*['"]?#/i.test(text)) this.lint.push(`${path}: hex colour in markdown`)
    const tables = text.match(/^[ \t|:]*-{3,}/gm)?.length ?? 0
    if (tables > 4) this.lint.push(`${path}: more than 4 tables in one markdown element`)
  }

  private image(element: Json, path: string): void {
    const key = element['img_key']
    if (typeof key !== 'string' || !this.world.knowsImage(key)) {
      refuse(200570, `invalid image key ${String(key)}`, path)
    }
    this.plain(element['alt'], `${path}.alt`, 1000)
  }

  private panel(header: Json, path: string): void {
    only(header, PANEL_HEADER_ATTRIBUTES, `${path}.header`)
    this.plain(header['title'], `${path}.header.title`, 1000)
  }

  private input(element: Json, path: string): void {
    if (element['label'] !== undefined) this.plain(element['label'], `${path}.label`, 200)
    if (element['placeholder'] !== undefined) {
      this.plain(element['placeholder'], `${path}.placeholder`, 100)
    }
    const lengthMax = element['max_length'] ?? 1000
    if (!Number.isInteger(lengthMax) || Number(lengthMax) < 1 || Number(lengthMax) > 1000) {
      refuse(SCHEMA_ERROR, 'max_length must be 1 to 1000', path)
    }
    const given = element['default_value']
    if (given !== undefined && (typeof given !== 'string' || given.length > Number(lengthMax))) {
      refuse(SCHEMA_ERROR, 'default_value is longer than max_length', path)
    }
    const type = element['input_type'] ?? 'text'
    if (!['text', 'multiline_text', 'password'].includes(String(type))) {
      refuse(SCHEMA_ERROR, `unknown input_type ${String(type)}`, path)
    }
    if (element['required'] !== undefined && this.world.inputRequiredRefused) {
      refuse(SCHEMA_ERROR, 'unknown property required', path)
    }
  }

  private choice(tag: string, element: Json, path: string): void {
    const people = tag.endsWith('person')
    const options = element['options'] ?? []
    if (!Array.isArray(options)) refuse(SCHEMA_ERROR, 'options must be a list', path)
    const values = new Set<string>()
    for (const option of options as Json[]) {
      const value = option['value']
      if (typeof value !== 'string' || value === '')
        refuse(SCHEMA_ERROR, 'option needs a value', path)
      if (values.has(String(value))) refuse(SCHEMA_ERROR, 'option values must differ', path)
      values.add(String(value))
      if (people && !this.world.knowsPerson(String(value))) refuse(100290, 'invalid user id', path)
      if (!people) this.plain(option['text'], `${path}.options`, 100)
    }
    if (!people && values.size === 0) refuse(SCHEMA_ERROR, 'options must not be empty', path)
    const initial = element['initial_option']
    if (initial !== undefined && (typeof initial !== 'string' || !values.has(initial))) {
      refuse(SCHEMA_ERROR, 'initial_option must be the value of an option', path)
    }
    const index = element['initial_index']
    if (index !== undefined && !(Number.isInteger(index) && Number(index) <= values.size)) {
      refuse(SCHEMA_ERROR, 'initial_index is out of range', path)
    }
    const selected = element['selected_values']
    if (
      selected !== undefined &&
      !(Array.isArray(selected) && selected.every((v) => values.has(v)))
    ) {
      refuse(SCHEMA_ERROR, 'selected_values must be values of options', path)
    }
  }

  private button(element: Json, path: string): void {
    this.plain(element['text'], `${path}.text`, 100)
    const type = element['type'] ?? 'default'
    if (!BUTTON_TYPES.includes(String(type))) refuse(SCHEMA_ERROR, 'unknown button type', path)
    if (element['behaviors'] !== undefined) this.behaviors(element['behaviors'], path)
    if (element['confirm'] !== undefined) {
      const confirm = object(element['confirm'], `${path}.confirm`)
      only(confirm, ['title', 'text'], `${path}.confirm`)
      this.plain(confirm['title'], `${path}.confirm.title`, 1000)
      this.plain(confirm['text'], `${path}.confirm.text`, 1000)
    }
    if (element['value'] !== undefined || element['url'] !== undefined) {
      this.lint.push(`${path}: value and url of a button have no effect in 2.0`)
    }
    if (element['form_action_type'] === 'submit' && element['behaviors'] !== undefined) {
      this.lint.push(`${path}: submit button with behaviors`)
    }
  }

  private behaviors(value: unknown, path: string): void {
    if (!Array.isArray(value)) refuse(SCHEMA_ERROR, 'behaviors must be a list', path)
    for (const behavior of value as Json[]) {
      const type = behavior['type']
      if (type === 'callback') {
        only(behavior, ['type', 'value'], `${path}.behaviors`)
        if (!['object', 'string'].includes(typeof behavior['value'])) {
          refuse(SCHEMA_ERROR, 'callback value must be an object or a text', path)
        }
      } else if (type === 'open_url') {
        only(behavior, ['type', 'default_url', 'pc_url', 'ios_url', 'android_url'], path)
        if (!/^https?:\/\//.test(String(behavior['default_url']))) {
          refuse(SCHEMA_ERROR, 'default_url must be http(s)', path)
        }
      } else refuse(SCHEMA_ERROR, `unknown behavior ${String(type)}`, path)
    }
  }

  private table(element: Json, path: string): void {
    this.tables += 1
    if (this.tables > TABLES_MAX) refuse(11310, 'card table number over limit', path)
    const columns = element['columns']
    const rows = element['rows']
    if (!Array.isArray(columns) || columns.length > 50) refuse(200914, 'columns over limit', path)
    if (!Array.isArray(rows)) refuse(200915, 'rows must be a list', path)
    const pageSize = element['page_size'] ?? 5
    if (!Number.isInteger(pageSize) || Number(pageSize) < 1 || Number(pageSize) > 10) {
      refuse(SCHEMA_ERROR, 'page_size must be 1 to 10', path)
    }
    const types = ['text', 'number', 'options', 'persons', 'date', 'markdown', 'lark_md']
    for (const column of columns as Json[]) {
      only(column, ['name', 'display_name', 'data_type', 'width', 'format'], `${path}.columns`)
      if (!types.includes(String(column['data_type'] ?? 'text'))) {
        refuse(200914, 'unknown data_type', path)
      }
    }
  }

  private plain(value: unknown, path: string, lengthMax: number): void {
    const text = object(value, path)
    if (text['tag'] !== 'plain_text' && text['tag'] !== 'lark_md') {
      refuse(SCHEMA_ERROR, 'text must be plain_text or lark_md', path)
    }
    only(
      text,
      ['tag', 'content', 'i18n_content', 'text_size', 'text_color', 'text_align', 'lines'],
      path,
    )
    const content = text['content']
    if (typeof content !== 'string') refuse(SCHEMA_ERROR, 'content must be a text', path)
    if (String(content).length > lengthMax) refuse(SCHEMA_ERROR, 'text is too long', path)
  }
}

type Place = Readonly<{ depth: number; inside: string | null; parent?: string }>

const NESTERS = new Set(['form', 'collapsible_panel', 'interactive_container'])

/** All buttons below a component. */
export function buttonsIn(element: Json): Json[] {
  const nested = ['elements', 'columns'].flatMap((key) =>
    Array.isArray(element[key]) ? (element[key] as Json[]) : [],
  )
  const below = nested.flatMap(buttonsIn)
  return element['tag'] === 'button' ? [element, ...below] : below
}

function object(value: unknown, path: string, code = SCHEMA_ERROR): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  throw new Refusal(code, 'must be an object', path)
}

function only(value: Json, allowed: readonly string[], path: string): void {
  const unknown = Object.keys(value).find((key) => !allowed.includes(key))
  if (unknown !== undefined) refuse(SCHEMA_ERROR, `unknown property, property: ${unknown}`, path)
}

function refuse(code: number, message: string, path: string): never {
  throw new Refusal(code, message, path)
}
