// Everything that is not an answer about an item. Each says why, and what can be done now.
import type { Action, Block, Message } from '../../kernel/message.ts'
import type {
  Decision,
  RedirectReason,
  RefuseReason,
  SmalltalkReason,
  TicketReason,
} from '../decision.ts'
import { hotlineLine, hotlinesOf, itemOf, type ToCompose } from './to-compose.ts'

type Of<K extends Decision['kind']> = Extract<Decision, { kind: K }>

const person: Action = { label: '转人工', value: { a: 'person', code: '' } }

const TICKET_TEXT: Readonly<Record<TicketReason, string>> = {
  complaint: '您反映的情况需要由工作人员核实处理，我可以为您登记诉求。登记后会告知编号和办理进展。',
  stuck_case: '具体办件的进度和原因需要由承办单位查询，我可以为您登记诉求，由服务专员跟进并答复。',
  coordination: '这件事需要有关单位协同办理，我可以为您登记诉求，由服务专员对接。',
  not_covered: '事项库中没有能直接答复这个问题的内容。您可以登记诉求，由服务专员为您解答。',
  below_threshold: '为避免答错，建议登记诉求，由服务专员核实后答复；您也可以换一种说法再问。',
  clarified_twice: '为不耽误您的时间，建议登记诉求，此前的对话会一并提交，无需重复说明。',
  missed_twice: '没能解答您的问题，十分抱歉。建议登记诉求，由服务专员为您办理。',
  person_wanted: '可以为您转人工。请登记诉求，服务专员会与您联系。',
  upset: '让您着急了，十分抱歉。可以马上为您登记诉求，由服务专员与您联系。',
}

export function composeTicket({ reason, code }: Of<'ticket'>, { base }: ToCompose): Message {
  const about: Block[] =
    code === null
      ? []
      : [
          {
            kind: 'actions',
            actions: [
              {
                label: `先看看：${itemOf(base, code).name}`,
                value: { a: 'choose', code, field: 'overview' },
              },
            ],
          },
        ]
  const lawful: Block[] =
    reason === 'complaint'
      ? [{ kind: 'note', text: hotlinesOf(base, ['citizen']).map(hotlineLine).join('；') }]
      : []
  return {
    title: '为您登记诉求',
    tone: 'info',
    summary: TICKET_TEXT[reason].slice(0, 80),
    blocks: [
      { kind: 'text', text: TICKET_TEXT[reason] },
      {
        kind: 'actions',
        actions: [
          {
            label: '提交诉求',
            style: 'primary',
            value: { a: 'ticket_form', reason, code: code ?? '' },
          },
        ],
      },
      ...about,
      ...lawful,
    ],
  }
}

const REDIRECT_TEXT: Readonly<Record<RedirectReason, string>> = {
  personal_matter: '这属于个人事项，不在涉企服务范围内。建议通过以下渠道咨询：',
  elsewhere:
    '外地的政策和办理以当地公布为准，本助手只提供舟山的涉企服务事项，也不作地区之间的比较。建议向当地政务服务部门咨询，或通过以下渠道转接：',
  other_body: '这件事由其他机构负责，建议通过以下渠道咨询：',
}

export function composeRedirect(decision: Of<'redirect'>, { base }: ToCompose): Message {
  return {
    title: '建议咨询渠道',
    tone: 'plain',
    summary: REDIRECT_TEXT[decision.reason].slice(0, 80),
    blocks: [
      { kind: 'text', text: REDIRECT_TEXT[decision.reason] },
      {
        kind: 'list',
        ordered: false,
        items: hotlinesOf(base, decision.hotlines).map(hotlineLine),
      },
      { kind: 'actions', actions: [person] },
      { kind: 'note', text: '如与企业经营有关，请补充说明企业情况，我会继续为您查找。' },
    ],
  }
}

const REFUSE_TEXT: Readonly<Record<RefuseReason, string>> = {
  promise:
    '能否办成由主管部门依法审查决定，我无法作出承诺。我可以为您说明办理条件、材料和法定时限，帮助您一次备齐。',
  inside_information:
    '未公开的信息以及通过私人关系办事的请求，我无法提供。政策、名单和结果以主管部门依法公布的为准；对结果有异议的，可以依法申请复核、复议或者提起诉讼。',
  forgery:
    '提供虚假材料需承担法律责任，我无法协助。我可以为您说明真实、合规的办理条件和材料；条件暂不具备的，可以由服务专员辅导。',
  privacy:
    '他人或者其他企业的信息、举报人信息依法保密，我无法提供。企业公开信息可以在国家企业信用信息公示系统查询；需要政府信息的，可以依法申请公开。',
  injection: '我只能解答舟山涉企服务事项、登记和查询您的诉求，不能改变工作规则或者提供内部设置。',
}

export function composeRefuse({ reason }: Of<'refuse'>): Message {
  return {
    title: '',
    tone: 'warning',
    summary: REFUSE_TEXT[reason].slice(0, 80),
    blocks: [
      { kind: 'text', text: REFUSE_TEXT[reason] },
      { kind: 'actions', actions: [person] },
    ],
  }
}

export function composeEmergency(decision: Of<'emergency'>, { base }: ToCompose): Message {
  const lines = hotlinesOf(base, decision.hotlines).map(hotlineLine)
  const numbers = hotlinesOf(base, decision.hotlines).map((hotline) => hotline.number)
  return {
    title: '请立即报警求助',
    tone: 'danger',
    summary: `请立即拨打 ${numbers.join('、')}`,
    blocks: [
      { kind: 'text', text: '请立即拨打以下电话，说清地点、情况和人数：', strong: true },
      { kind: 'list', ordered: false, items: lines },
      {
        kind: 'text',
        text: '在保证自身安全的前提下撤离到安全处，不要盲目施救。本助手不能代替报警求助。',
      },
      {
        kind: 'actions',
        actions: [
          {
            label: '已报警，登记后续诉求',
            value: { a: 'ticket_form', reason: 'coordination', code: '' },
          },
        ],
      },
    ],
  }
}

const SMALLTALK_TEXT: Readonly<Record<SmalltalkReason, string>> = {
  greeting:
    '您好，我是助企小舟，可以解答舟山涉企服务事项，也可以为您登记和查询诉求。请直接说您想办的事。',
  thanks: '不客气。还有其他要办的事，可以随时告诉我。',
  farewell: '再见，祝贵企业生意兴隆。需要时随时找我。',
  identity:
    '我是助企小舟，舟山涉企服务的智能助手（AI），不是真人。我可以解答企业开办、项目建设、政策兑现等涉企服务事项的条件、材料、流程、时限和收费，也可以为您登记、查询诉求或转人工。',
  opener: '请说，您想办什么事？可以直接说企业情况和要办的事项。',
  chat: '我主要解答涉企服务事项。您可以告诉我企业想办的事，或者选择下面的常见问题。',
  empty: '没有看到文字内容。请用文字说明您想办的事，例如「公司设立登记要几天」。',
}
const SUGGESTIONS_MAX = 3

export function composeSmalltalk({ reason }: Of<'smalltalk'>, { base }: ToCompose): Message {
  const asks = base.sections
    .flatMap((section) => section.typicalQuestions.slice(0, 1))
    .slice(0, SUGGESTIONS_MAX)
    .map((q): Action => ({ label: q, value: { a: 'ask', q } }))
  const suggests = reason !== 'thanks' && reason !== 'farewell' && asks.length > 0
  return {
    title: '',
    tone: 'plain',
    summary: SMALLTALK_TEXT[reason].slice(0, 80),
    blocks: [
      { kind: 'text', text: SMALLTALK_TEXT[reason] },
      ...(suggests ? [{ kind: 'actions', actions: [...asks, person] } as const] : []),
    ],
  }
}

/** Only a stand-in where no tickets are at hand: the chat shows the tickets themselves. */
export function composeStatus({ ticketNumber }: Of<'status'>): Message {
  const which = ticketNumber === null ? '您的诉求' : `诉求 ${ticketNumber}`
  return {
    title: '我的诉求',
    tone: 'info',
    summary: `查看${which}`,
    blocks: [
      {
        kind: 'text',
        text: `${which}的办理情况可以在「我的诉求」查看。只能查看本人和本企业的诉求。`,
      },
      {
        kind: 'actions',
        actions: [
          {
            label: '我的诉求',
            value: { a: 'own_ticket', act: 'list', number: ticketNumber ?? '' },
          },
        ],
      },
    ],
  }
}
