// Adding a person, or changing what is known of one.
import { Form, Input, Select, Switch } from 'antd'
import type { StaffWire } from '../../../../http/console-api/wire.ts'
import { STAFF_ROLES, type StaffRole } from '../../../../staff/permissions.ts'
import { send } from '../../api.ts'
import { useOptions } from '../../parts/use-options.ts'
import { ROLE_WORDS } from '../../parts/words.ts'
import { FormDrawer } from './form-drawer.tsx'
import { useStaff } from './use-staff.ts'

type Values = Readonly<{
  name: string
  roles: StaffRole[]
  districts: string[]
  departments: string[]
  sections: string[]
  itemsA: string[]
  itemsB: string[]
  substituteId?: string | null
  larkOpenId?: string | null
  active: boolean
}>

const codesOf = (person: StaffWire | null, part: 'A' | 'B') =>
  (person?.items ?? []).filter((one) => one.part === part).map((one) => one.code)

export function MemberForm({
  person,
  onClose,
}: Readonly<{ person: StaffWire | null; onClose: () => void }>) {
  const options = useOptions()
  const others = (useStaff().data?.rows ?? []).filter((one) => one.id !== person?.id)
  const save = ({ itemsA, itemsB, substituteId, larkOpenId, ...values }: Values) =>
    send(person ? 'PUT' : 'POST', person ? `/staff/${person.id}` : '/staff', {
      ...values,
      items: [
        ...itemsA.map((code) => ({ code: code.trim().toUpperCase(), part: 'A' })),
        ...itemsB.map((code) => ({ code: code.trim().toUpperCase(), part: 'B' })),
      ],
      substituteId: substituteId ?? null,
      larkOpenId: larkOpenId?.trim() || null,
    })
  return (
    <FormDrawer<Values>
      title={person ? `修改：${person.name}` : '新增人员'}
      initial={{
        name: person?.name ?? '',
        roles: [...(person?.roles ?? ['specialist'])],
        districts: [...(person?.districts ?? [])],
        departments: [...(person?.departments ?? [])],
        sections: [...(person?.sections ?? [])],
        itemsA: codesOf(person, 'A'),
        itemsB: codesOf(person, 'B'),
        substituteId: person?.substituteId ?? null,
        larkOpenId: person?.larkOpenId ?? null,
        active: person?.active ?? true,
      }}
      send={save}
      refresh={['staff']}
      done="已保存"
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label="姓名"
        rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
      >
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="roles" label="岗位" rules={[{ required: true, message: '请选择岗位' }]}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={STAFF_ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] }))}
        />
      </Form.Item>
      <Form.Item name="districts" label="负责属地" extra="选「舟山市本级」可查看和办理全市诉求">
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={[...(options?.districts ?? [])]}
        />
      </Form.Item>
      <Form.Item name="departments" label="所在单位" extra="第一个为默认承办单位">
        <Select mode="tags" options={[...(options?.departments ?? [])]} />
      </Form.Item>
      <Form.Item name="sections" label="负责板块">
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={[...(options?.sections ?? [])]}
        />
      </Form.Item>
      <Form.Item name="itemsA" label="A 岗事项编码">
        <Select mode="tags" open={false} placeholder="如 QYKB-002，回车添加" />
      </Form.Item>
      <Form.Item name="itemsB" label="B 岗事项编码">
        <Select mode="tags" open={false} placeholder="如 QYKB-002，回车添加" />
      </Form.Item>
      <Form.Item name="substituteId" label="固定代理人">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={others.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item
        name="larkOpenId"
        label="飞书 open_id"
        rules={[{ pattern: /^ou_[0-9a-z]{8,64}$/, message: '应为 ou_ 开头的 open_id' }]}
      >
        <Input maxLength={70} placeholder="未接入飞书可不填" />
      </Form.Item>
      <Form.Item name="active" label="在用" valuePropName="checked">
        <Switch checkedChildren="在用" unCheckedChildren="停用" />
      </Form.Item>
    </FormDrawer>
  )
}
