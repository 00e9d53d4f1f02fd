import type { BindingWire } from '../../../http/console-api/wire.ts'

/** Who a binding is of; those who asked before names were kept have none. */
export const contactName = ({ contactName, channel }: BindingWire): string =>
  contactName ?? (channel === 'lark' ? '飞书联系人' : '网页联系人')
