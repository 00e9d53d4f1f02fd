// Recording a matter for an enterprise that called, came or was visited.
import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Card, Checkbox, Flex, Form, Input, Select } from 'antd'
import { useNavigate } from 'react-router'
import type { OpenedWire } from '../../../http/console-api/wire.ts'
import { TICKET_KINDS, URGENCIES } from '../../../ticket/kinds.ts'
import { KIND_WORDS, SOURCE_WORDS, URGENCY_WORDS } from '../../../ticket/words.ts'
import { submit, textOf } from '../api.ts'
import { ItemSelect } from '../parts/item-select.tsx'
import { Page } from '../parts/page.tsx'
import { useOptions } from '../parts/use-options.ts'

type Values = Readonly<{
  source: string
  kind: string
  urgency: string
  title: string
  description: string
  district: string
  itemCode?: string
  enterpriseName?: string
  creditCode?: string
  contactName?: string
  phone?: string
  externalNumber?: string
  anonymous?: boolean
  consent?: boolean
}>

/** Long enough to read the numbers, which the ticket's page shows again. */
const SIMILAR_SECONDS = 10

const SOURCES = (['hotline', 'window', 'station', 'visit'] as const).map((value) => ({
  value,
  label: SOURCE_WORDS[value],
}))

export function OpeningPage() {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const opening = useMutation({
    mutationFn: (values: Values) => submit<OpenedWire>('opening', '/openings', filled(values)),
    onSuccess: ({ number, similar }) => {
      if (similar.length === 0) void message.success(`已登记：${number}`)
      else
        void message.warning(
          `已登记：${number}。有相似的在办诉求，请核对是否为同一问题：${similar.map((one) => one.number).join('、')}`,
          SIMILAR_SECONDS,
        )
      return navigate(`/tickets/${number}`)
    },
  })
  return (
    <Page title="代录诉求">
      <Card>
        <Form<Values>
          layout="vertical"
          className="opening"
          scrollToFirstError={{ focus: true }}
          initialValues={{ source: 'hotline', kind: 'help', urgency: 'normal' }}
          onFinish={(values) => opening.mutate(values)}
        >
          <Matter />
          <Requester />
          {opening.error && (
            <Alert type="error" showIcon title={textOf(opening.error)} className="form-problem" />
          )}
          <Button type="primary" htmlType="submit" loading={opening.isPending}>
            登记
          </Button>
        </Form>
      </Card>
    </Page>
  )
}

function filled(values: Values) {
  const anonymous = values.anonymous ?? false
  return {
    source: values.source,
    kind: values.kind,
    urgency: values.urgency,
    title: values.title,
    description: values.description,
    district: values.district,
    itemCode: values.itemCode ?? null,
    enterpriseName: anonymous ? '' : (values.enterpriseName ?? ''),
    creditCode: anonymous ? '' : (values.creditCode ?? ''),
    contactName: anonymous ? '' : (values.contactName ?? ''),
    phone: anonymous ? '' : (values.phone ?? ''),
    externalNumber: values.externalNumber ?? '',
    anonymous,
    consent: values.consent ?? false,
  }
}

const required = (label: string) => [
  { required: true, whitespace: true, message: `请填写${label}` },
]

function Matter() {
  const options = useOptions()
  return (
    <>
      <Flex gap={16} wrap>
        <Form.Item name="source" label="来源">
          <Select options={SOURCES} className="filter" />
        </Form.Item>
        <Form.Item name="kind" label="类别">
          <Select
            options={TICKET_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
            className="filter"
          />
        </Form.Item>
        <Form.Item name="urgency" label="紧急程度">
          <Select
            options={URGENCIES.map((urgency) => ({
              value: urgency,
              label: URGENCY_WORDS[urgency],
            }))}
            className="filter"
          />
        </Form.Item>
        <Form.Item name="externalNumber" label="12345 单号">
          <Input maxLength={60} placeholder="没有可不填" className="filter" />
        </Form.Item>
      </Flex>
      <Form.Item name="title" label="事由" rules={required('事由')}>
        <Input maxLength={60} showCount />
      </Form.Item>
      <Form.Item name="description" label="诉求内容" rules={required('诉求内容')}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={2000} showCount />
      </Form.Item>
      <Flex gap={16} wrap>
        <Form.Item name="district" label="属地" rules={[{ required: true, message: '请选择属地' }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[...(options?.districts ?? [])]}
            className="filter"
          />
        </Form.Item>
        <Form.Item name="itemCode" label="关联事项">
          <ItemSelect />
        </Form.Item>
      </Flex>
    </>
  )
}

function Requester() {
  const anonymous = Form.useWatch('anonymous')
  return (
    <>
      <Form.Item name="anonymous" valuePropName="checked">
        <Checkbox>匿名（不登记企业和联系方式，不回访）</Checkbox>
      </Form.Item>
      {!anonymous && (
        <>
          <Flex gap={16} wrap>
            <Form.Item name="enterpriseName" label="企业名称" rules={required('企业名称')}>
              <Input maxLength={60} className="filter-wide" />
            </Form.Item>
            <Form.Item name="creditCode" label="统一社会信用代码">
              <Input maxLength={18} placeholder="没有可不填" className="filter-wide" />
            </Form.Item>
            <Form.Item name="contactName" label="联系人" rules={required('联系人')}>
              <Input maxLength={30} className="filter" />
            </Form.Item>
            <Form.Item name="phone" label="联系电话" rules={required('联系电话')}>
              <Input maxLength={20} inputMode="tel" className="filter" />
            </Form.Item>
          </Flex>
          <Form.Item
            name="consent"
            valuePropName="checked"
            rules={[
              {
                validator: (_, agreed: boolean | undefined) =>
                  agreed ? Promise.resolve() : Promise.reject(new Error('须先取得企业同意')),
              },
            ]}
          >
            <Checkbox>已告知企业：联系信息仅用于办理和回访本诉求，并取得同意</Checkbox>
          </Form.Item>
        </>
      )}
    </>
  )
}
