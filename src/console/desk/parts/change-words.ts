// Words for changes to items.
import type { ChangeAct, ChangeState } from '../../../knowledge/change/change.ts'

export const CHANGE_STATE_WORDS: Readonly<Record<ChangeState, string>> = {
  editing: '起草中',
  submitted: '待审核',
  sent_back: '已退回',
  approved: '已通过，待发布',
  published: '已发布',
  absorbed: '已并入',
  withdrawn: '已撤回',
}

export const CHANGE_STATE_COLOURS: Readonly<Record<ChangeState, string>> = {
  editing: 'blue',
  submitted: 'gold',
  sent_back: 'volcano',
  approved: 'cyan',
  published: 'green',
  absorbed: 'default',
  withdrawn: 'default',
}

export const CHANGE_ACT_WORDS: Readonly<Record<ChangeAct, string>> = {
  save: '保存',
  submit: '提交审核',
  approve: '审核通过',
  send_back: '退回修改',
  withdraw: '撤回',
  rebase: '以最新内容为准重新核对',
}

/** With what happens to a change by itself. */
export const CHANGE_STEP_WORDS: Readonly<Record<string, string>> = {
  ...CHANGE_ACT_WORDS,
  create: '起草',
  publish: '发布',
  absorb: '并入',
  take_back: '随版本恢复退回（不再生效）',
  restore: '随版本恢复生效',
}
