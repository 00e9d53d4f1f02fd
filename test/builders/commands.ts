import fc from 'fast-check'
import type { Command, CommandKind, CommandOf } from '../../src/ticket/command.ts'
import { DECLINE_REASONS, RETURN_REASONS } from '../../src/ticket/command.ts'
import { COMPLEXITIES, TICKET_KINDS, TIMERS, URGENCIES } from '../../src/ticket/kinds.ts'
import { instant, staffId, ticketId } from './ticket.ts'

const resolution = { outcome: 'solved', text: '已办结。', basis: null } as const
const correction = {
  resolution: {
    outcome: 'not_lawful',
    text: '经复核，依法不能办理。',
    basis: '《示例条例》第三条',
  },
  reason: '此前答复引用的规定已修订',
  instead: resolution,
} as const
const DEPARTMENT = '舟山市住房和城乡建设局'

/** One well-formed command of every kind. */
export const A_COMMAND: { readonly [K in CommandKind]: CommandOf<K> } = {
  dispatch: {
    kind: 'dispatch',
    to: staffId('s1'),
    department: DEPARTMENT,
    section: 'project',
    reviewRequired: false,
    by: 'routing',
    explanation: ['属地:定海区'],
  },
  decide_dispute: {
    kind: 'decide_dispute',
    to: staffId('s2'),
    department: DEPARTMENT,
    section: 'project',
    reviewRequired: false,
    basis: '按三定规定由该单位承办',
  },
  accept: { kind: 'accept' },
  start: { kind: 'start', plan: '先核对受理材料' },
  return: {
    kind: 'return',
    reason: 'not_our_duty',
    basis: '三定规定第三条',
    proposedOwner: '舟山市自然资源和规划局',
  },
  transfer: { kind: 'transfer', to: staffId('s2'), department: DEPARTMENT, reason: '分工调整' },
  request_info: { kind: 'request_info', text: '请补充受理通知书。' },
  supplement: { kind: 'supplement', text: '补充受理通知书。', attachments: [] },
  resume: { kind: 'resume', reason: '已自行调取材料' },
  reply: { kind: 'reply', text: '正在核对。', attachments: [] },
  ask_extension: { kind: 'ask_extension', days: 5, reason: '需现场踏勘' },
  approve_extension: { kind: 'approve_extension', days: 5 },
  refuse_extension: { kind: 'refuse_extension', reason: '理由不充分' },
  add_co_handler: {
    kind: 'add_co_handler',
    staffId: staffId('s3'),
    department: '舟山市自然资源和规划局',
    task: '核对规划条件',
  },
  co_reply: { kind: 'co_reply', text: '规划条件无误。' },
  release_co_handler: { kind: 'release_co_handler', staffId: staffId('s3'), reason: '无需协办' },
  submit_review: { kind: 'submit_review', resolution },
  approve_review: { kind: 'approve_review' },
  send_back: { kind: 'send_back', reason: '请补充依据' },
  resolve: { kind: 'resolve', resolution },
  resolve_with_lead: { kind: 'resolve_with_lead', resolution },
  correct: { kind: 'correct', ...correction },
  submit_correction: { kind: 'submit_correction', ...correction },
  record_delivery: { kind: 'record_delivery', how: 'read' },
  confirm: { kind: 'confirm' },
  auto_confirm: { kind: 'auto_confirm' },
  dissatisfied: { kind: 'dissatisfied', reason: '问题仍在' },
  decide_objection: { kind: 'decide_objection', decision: 'joint', reason: '多部门会商' },
  follow_up: { kind: 'follow_up', by: 'phone', result: 'solved', text: '企业表示已解决' },
  rate: { kind: 'rate', level: 5, solved: 'yes', comment: null },
  urge: { kind: 'urge', text: '请尽快' },
  withdraw: { kind: 'withdraw', reason: null },
  merge: {
    kind: 'merge',
    into: ticketId('t2'),
    intoNumber: 'ZSQS-20261125-0002',
    reason: '同一诉求',
  },
  absorb: { kind: 'absorb', fromNumber: 'ZSQS-20261125-0003', text: '同一诉求' },
  follow: { kind: 'follow', leadId: ticketId('t9'), leadNumber: 'ZSQS-20261125-0009' },
  decline: {
    kind: 'decline',
    reason: 'legal_procedure',
    basis: '已进入行政复议程序',
    lawfulChannel: '行政复议机关',
  },
  transfer_out: {
    kind: 'transfer_out',
    body: '舟山海事局',
    reason: '属海事管理事项',
    contact: null,
  },
  close: { kind: 'close' },
  reclassify: {
    kind: 'reclassify',
    ticketKind: 'complaint',
    urgency: 'urgent',
    complexity: 'complex',
    itemCode: null,
    section: null,
    reviewRequired: false,
    reason: '涉及停产',
  },
  note: { kind: 'note', text: '已电话联系。' },
  link_external: { kind: 'link_external', system: '12345', number: 'X-1' },
  hear_external: { kind: 'hear_external', system: '12345', news: 'status', text: '已转有关单位' },
  remind: { kind: 'remind', timer: 'handling', due: instant('2026-12-02 17:30'), stage: 1 },
  supervise: { kind: 'supervise', timer: null, due: null, stage: 1, text: '请抓紧办理' },
}

const person = fc.constantFrom('s1', 's2', 's3', 's4').map(staffId)
const words = fc.constantFrom('', '有理由')
const variants: { readonly [K in CommandKind]?: fc.Arbitrary<Partial<CommandOf<K>>> } = {
  dispatch: fc.record({ to: person, reviewRequired: fc.boolean() }),
  decide_dispute: fc.record({ to: person, basis: words }),
  return: fc.record({ reason: fc.constantFrom(...RETURN_REASONS), basis: words }),
  transfer: fc.record({ to: person }),
  ask_extension: fc.record({ days: fc.integer({ min: -1, max: 12 }) }),
  approve_extension: fc.record({ days: fc.integer({ min: 0, max: 12 }) }),
  add_co_handler: fc.record({ staffId: person }),
  release_co_handler: fc.record({ staffId: person }),
  decide_objection: fc.record({ decision: fc.constantFrom('joint', 'close') }),
  follow_up: fc.record({ result: fc.constantFrom('solved', 'unsolved', 'unreached') }),
  rate: fc.record({ level: fc.constantFrom(1, 2, 3, 4, 5) }),
  follow: fc.constantFrom({ leadId: null, leadNumber: null }, {}),
  decline: fc.record({ reason: fc.constantFrom(...DECLINE_REASONS), lawfulChannel: words }),
  reclassify: fc.record({
    ticketKind: fc.constantFrom(...TICKET_KINDS),
    urgency: fc.constantFrom(...URGENCIES),
    complexity: fc.constantFrom(...COMPLEXITIES),
  }),
  remind: fc.record({
    timer: fc.constantFrom(...TIMERS),
    stage: fc.integer({ min: 1, max: 5 }),
  }),
}

/** Any command, sensible or not. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  ...(Object.keys(A_COMMAND) as CommandKind[]).map((kind) =>
    (variants[kind] ?? fc.constant({})).map((some) => ({ ...A_COMMAND[kind], ...some }) as Command),
  ),
)
