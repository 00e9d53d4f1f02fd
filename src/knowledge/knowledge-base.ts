// Everything the product knows that people may edit: the folder `knowledge/` as finished types.
import type { ItemCode } from '../kernel/ids.ts'
import type { Field } from './field.ts'
import type { Replies } from './reply.ts'
import type { ServiceItem, ServiceSection } from './service-item.ts'
import type { UncoveredMatter } from './uncovered.ts'

export type Department = Readonly<{
  name: string
  aliases: readonly string[]
  former: readonly string[]
  /** Run by the state or the province: the centre can guide and co-ordinate, not promise. */
  vertical: boolean
}>

export type District = Readonly<{
  code: string
  name: string
  kind: 'city' | 'county' | 'zone'
  aliases: readonly string[]
  enabled: boolean
  confirmed: boolean
}>

/** An industry service station (产业服务驿站), suggested by industry and district. */
export type Station = Readonly<{
  code: string
  name: string
  industries: readonly string[]
  district: string | null
  announced: boolean
}>

export type Hotline = Readonly<{ key: string; number: string; name: string; scope: string }>

export type Glossary = Readonly<{
  synonyms: readonly (readonly string[])[]
  dialect: readonly Readonly<{ say: string; mean: string }>[]
  english: readonly Readonly<{ en: string; zh: string }>[]
}>

export const ROUTES = [
  'complaint',
  'stuck',
  'coordination',
  'uncovered',
  'person',
  'personal',
  'elsewhere',
  'improper',
  'privacy',
  'injection',
  'emergency',
  'status',
  'command',
  'smalltalk',
  'broad',
  'calm',
] as const
export type Route = (typeof ROUTES)[number]

export type RouteExample = Readonly<{
  route: Route
  q: string
  /** For `broad`: the items that would all fit. */
  candidates: readonly ItemCode[]
}>

/** A question with the part of the record that answers it; trains the field model. */
export type FieldExample = Readonly<{ q: string; field: Field }>

export const STYLES = ['plain', 'hurried', 'winding'] as const

/**
 * A question that is *not* part of what is searched, with its right answer: by these it is learnt
 * how sure an answer must be.
 */
export type CalibrationExample = Readonly<{
  q: string
  /** Every item that would be right; none when the question is too broad for one. */
  items: readonly ItemCode[]
  /** The part of the record that is asked for, when there is one. */
  field: Field | null
  style: (typeof STYLES)[number]
}>

/** Clauses that people say around a question, and clauses that only sound like those. */
export type AsideExamples = Readonly<{
  /** They say nothing of the matter. */
  aside: readonly string[]
  /** They do. */
  matter: readonly string[]
}>

export type KnowledgeBase = Readonly<{
  sections: readonly ServiceSection[]
  items: readonly ServiceItem[]
  departments: readonly Department[]
  districts: readonly District[]
  stations: readonly Station[]
  hotlines: readonly Hotline[]
  glossary: Glossary
  routes: readonly RouteExample[]
  asides: AsideExamples
  replies: Replies
  /** Empty in versions that were published before there were any. */
  uncovered: readonly UncoveredMatter[]
  fields: readonly FieldExample[]
  calibration: readonly CalibrationExample[]
}>
