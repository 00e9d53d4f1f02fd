// The YAML form of a service item: snake_case keys, every key present, unknown keys refused.
// One zod schema validates files, and is the source of the JSON Schema that editors use.
import { z } from 'zod'
import type { ItemCode } from '../kernel/ids.ts'
import {
  CHANNEL_KINDS,
  FEE_KINDS,
  ITEM_KINDS,
  ITEM_LEVELS,
  ITEM_TAGS,
  LIMIT_UNITS,
  MATERIAL_FORMS,
  SECTION_CODES,
  type ServiceItem,
} from '../knowledge/service-item.ts'

const text = (max: number) => z.string().trim().min(1).max(max)
const code = z.string().regex(/^[A-Z]{4}-\d{3}$/, '应形如 QYKB-002')
const date = z.iso.date()
const limit = z.strictObject({
  days: z.number().int().positive().max(3650),
  unit: z.enum(LIMIT_UNITS),
  source: text(200),
})

export const itemSchema = z.strictObject({
  code,
  name: text(60),
  section: z.enum(SECTION_CODES),
  kind: z.enum(ITEM_KINDS),
  department: text(60),
  level: z.enum(ITEM_LEVELS),
  status: z.enum(['draft', 'verified']),
  verified_by: text(40).nullable().default(null),
  verified_at: date.nullable().default(null),
  effective_from: date,
  effective_to: date.nullable(),
  summary: text(300),
  applicants: z.array(text(120)).max(12),
  conditions: z.array(z.strictObject({ text: text(300), source: text(200) })).max(15),
  materials: z
    .array(
      z.strictObject({
        name: text(120),
        form: z.enum(MATERIAL_FORMS),
        copies: z.number().int().positive().max(20).nullable(),
        required: z.union([z.literal(true), z.strictObject({ when: text(160) })]),
        source: text(200),
      }),
    )
    .max(25),
  materials_note: text(200).nullable(),
  steps: z.array(z.strictObject({ title: text(30), text: text(300), who: text(60) })).max(8),
  time_limit: z.strictObject({
    statutory: limit.nullable(),
    promised: limit.nullable(),
    note: text(300).nullable(),
  }),
  fee: z.strictObject({
    kind: z.enum(FEE_KINDS),
    note: text(300).nullable(),
    source: text(200).nullable(),
  }),
  channels: z
    .array(
      z.strictObject({
        kind: z.enum(CHANNEL_KINDS),
        name: text(60),
        note: text(200).nullable(),
      }),
    )
    .min(1)
    .max(10),
  result: text(200).nullable(),
  legal_basis: z
    .array(
      z.strictObject({
        title: text(100),
        article: text(80).nullable(),
        source: text(200).nullable(),
      }),
    )
    .max(12),
  aliases: z.array(text(60)).max(30),
  questions: z.array(text(300)).max(200),
  faq: z
    .array(
      z.strictObject({
        q: text(150),
        a: text(400),
        source: text(200),
        wordings: z.array(text(80)).max(10).optional(),
      }),
    )
    .max(12),
  related: z.array(code).max(12),
  parts: z.array(code).max(15),
  tags: z.array(z.enum(ITEM_TAGS)).max(4),
  not_this: z
    .array(
      z.strictObject({
        code,
        fact: text(90),
        words_here: z.array(text(20)).max(20),
        words_there: z.array(text(20)).max(20),
      }),
    )
    .max(10),
})

export type ItemFile = z.infer<typeof itemSchema>

/** Turns a parsed file into the item the core works with. */
export function toServiceItem(file: ItemFile): ServiceItem {
  const asCode = (value: string) => value as ItemCode
  return {
    code: asCode(file.code),
    name: file.name,
    section: file.section,
    kind: file.kind,
    department: file.department,
    level: file.level,
    status: file.status,
    verifiedBy: file.verified_by,
    verifiedAt: file.verified_at,
    effectiveFrom: file.effective_from,
    effectiveTo: file.effective_to,
    summary: file.summary,
    applicants: file.applicants,
    conditions: file.conditions,
    materials: file.materials,
    materialsNote: file.materials_note,
    steps: file.steps,
    timeLimit: file.time_limit,
    fee: file.fee,
    channels: file.channels,
    result: file.result,
    legalBasis: file.legal_basis,
    aliases: file.aliases,
    questions: file.questions,
    faq: file.faq,
    related: file.related.map(asCode),
    parts: file.parts.map(asCode),
    tags: file.tags,
    notThis: file.not_this.map((row) => ({
      code: asCode(row.code),
      fact: row.fact,
      wordsHere: row.words_here,
      wordsThere: row.words_there,
    })),
  }
}

/** The item in the shape of its file: the other way round. */
export function toItemFile(item: ServiceItem): ItemFile {
  const copy = structuredClone(item) as Writable<ServiceItem>
  return {
    code: copy.code,
    name: copy.name,
    section: copy.section,
    kind: copy.kind,
    department: copy.department,
    level: copy.level,
    status: copy.status,
    verified_by: copy.verifiedBy,
    verified_at: copy.verifiedAt,
    effective_from: copy.effectiveFrom,
    effective_to: copy.effectiveTo,
    summary: copy.summary,
    applicants: copy.applicants,
    conditions: copy.conditions,
    materials: copy.materials,
    materials_note: copy.materialsNote,
    steps: copy.steps,
    time_limit: copy.timeLimit,
    fee: copy.fee,
    channels: copy.channels,
    result: copy.result,
    legal_basis: copy.legalBasis,
    aliases: copy.aliases,
    questions: copy.questions,
    faq: copy.faq,
    related: copy.related,
    parts: copy.parts,
    tags: copy.tags,
    not_this: copy.notThis.map((row) => ({
      code: row.code,
      fact: row.fact,
      words_here: row.wordsHere,
      words_there: row.wordsThere,
    })),
  }
}

type Writable<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Row)[]
    ? Writable<Row>[]
    : { -readonly [Key in keyof T]: Writable<T[Key]> }
