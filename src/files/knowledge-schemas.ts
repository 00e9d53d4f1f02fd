// The YAML forms of everything in `knowledge/` that is not an item.
import { z } from 'zod'
import type { ItemCode } from '../kernel/ids.ts'
import { FIELDS } from '../knowledge/field.ts'
import type {
  AsideExamples,
  CalibrationExample,
  Department,
  District,
  FieldExample,
  Glossary,
  Hotline,
  RouteExample,
  Station,
} from '../knowledge/knowledge-base.ts'
import { ROUTES, STYLES } from '../knowledge/knowledge-base.ts'
import {
  DANGER_KINDS,
  REDIRECT_REASONS,
  REFUSE_REASONS,
  type Replies,
  SMALLTALK_REASONS,
  TICKET_REASONS,
} from '../knowledge/reply.ts'
import { SECTION_CODES, type ServiceSection } from '../knowledge/service-item.ts'
import type { UncoveredMatter } from '../knowledge/uncovered.ts'

const text = z.string().trim().min(1)

export const sectionSchema: z.ZodType<ServiceSection> = z
  .strictObject({
    code: z.enum(SECTION_CODES),
    name: text,
    item_count: z.number().int().positive(),
    summary: text,
    typical_questions: z.array(text).min(1),
  })
  .transform((row) => ({
    code: row.code,
    name: row.name,
    summary: row.summary,
    typicalQuestions: row.typical_questions,
    itemCount: row.item_count,
  }))

export const departmentSchema: z.ZodType<Department> = z.strictObject({
  name: text,
  aliases: z.array(text).default([]),
  former: z.array(text).default([]),
  vertical: z.boolean().default(false),
})

export const districtSchema: z.ZodType<District> = z.strictObject({
  code: text,
  name: text,
  kind: z.enum(['city', 'county', 'zone']),
  aliases: z.array(text),
  enabled: z.boolean(),
  confirmed: z.boolean(),
})

export const stationSchema: z.ZodType<Station> = z.strictObject({
  code: text,
  name: text,
  industries: z.array(text),
  district: text.nullable(),
  announced: z.boolean(),
})

export const hotlineSchema: z.ZodType<Hotline> = z.strictObject({
  key: text,
  number: z.string().regex(/^\d{3,5}$/u, '只收全国公开短号'),
  name: text,
  scope: text,
})

export const glossarySchema: z.ZodType<Glossary> = z.strictObject({
  synonyms: z.array(z.array(z.coerce.string().trim().min(1)).min(2)).default([]),
  dialect: z.array(z.strictObject({ say: text, mean: text })).default([]),
  english: z.array(z.strictObject({ en: text, zh: text })).default([]),
})

const code = z.string().regex(/^[A-Z]{4}-\d{3}$/u, '应形如 QYKB-002')

/** Words apart by one space each, none of them empty: an empty one would stand in every message. */
const words = text.regex(/^[^\s|]+(?:[ |][^\s|]+)*$/u, '词之间用一个空格或 | 隔开')

export const uncoveredSchema: z.ZodType<UncoveredMatter> = z
  .strictObject({
    key: text.regex(/^[a-z_]+$/u),
    name: text.max(20),
    says: z.array(words).min(1),
    except: z.array(words).default([]),
    up_to: z.int().positive().nullable().default(null),
    unless_sure: z.boolean().default(false),
    reply: text.max(300),
    source: text.nullable().default(null),
    department: text.nullable().default(null),
    hotlines: z.array(text).default([]),
    item: code.nullable().default(null),
  })
  .transform(({ up_to: upTo, unless_sure: unlessSure, ...row }) => ({
    ...row,
    upTo,
    unlessSure,
    item: row.item as ItemCode | null,
  }))

/** The examples of one route; the file's name is the route's. */
export function routeFile(name: string): z.ZodType<RouteExample[]> {
  const route = z.enum(ROUTES).safeParse(name)
  if (!route.success) return z.never({ error: `文件名不是已知的去向:${name}` })
  return z.array(
    z.strictObject({ q: text, candidates: z.array(code).default([]) }).transform((row) => ({
      route: route.data,
      q: row.q,
      candidates: row.candidates as ItemCode[],
    })),
  )
}

export const fieldExampleSchema: z.ZodType<FieldExample> = z.strictObject({
  q: text,
  field: z.enum(FIELDS),
})

const clause = text.max(60)

export const asidesSchema: z.ZodType<AsideExamples> = z.strictObject({
  aside: z.array(clause),
  matter: z.array(clause),
})

export const calibrationSchema = z
  .strictObject({
    q: text,
    items: z.array(code).default([]),
    field: z.enum(FIELDS).nullable().default(null),
    style: z.enum(STYLES).default('plain'),
  })
  .transform((row): CalibrationExample => ({ ...row, items: row.items as ItemCode[] }))

const reply = text.max(300)

/** A text for every reason; a missing one is told by its name. */
export const repliesSchema: z.ZodType<Replies> = z.strictObject({
  ticket: z.record(z.enum(TICKET_REASONS), reply),
  redirect: z.record(z.enum(REDIRECT_REASONS), reply),
  refuse: z.record(z.enum(REFUSE_REASONS), reply),
  smalltalk: z.record(z.enum(SMALLTALK_REASONS), reply),
  emergency: z.record(z.enum(DANGER_KINDS), reply),
})
