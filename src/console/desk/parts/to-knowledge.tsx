// From something that was answered to the draft of a frequent question of an item.
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Flex, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { send, textOf } from '../api.ts'
import { ItemSelect } from './item-select.tsx'
import { useMay } from './session.tsx'

type From = Readonly<{ kind: 'ticket'; number: string } | { kind: 'turn'; id: string }>

export function ToKnowledge({ from, code }: Readonly<{ from: From; code: string | null }>) {
  const may = useMay('knowledge.draft')
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string | undefined>(code ?? undefined)
  const making = useMutation({
    mutationFn: (item: string) => send('POST', '/knowledge/changes/from', { code: item, from }),
    onSuccess: (_, item) => navigate(`/knowledge/items/${item}/edit`),
  })
  if (!may) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>转为知识改动</Button>
      <Modal
        open={isOpen}
        title="转为知识改动"
        okText="起草"
        okButtonProps={{ disabled: chosen === undefined, loading: making.isPending }}
        onOk={() => chosen !== undefined && making.mutate(chosen)}
        onCancel={() => setOpen(false)}
      >
        <Flex vertical gap={12}>
          <span>
            问题和答复将作为一条“常见问题”填入所选事项的草稿，联系方式和证件号码已隐去。请删去涉及具体企业、个人的内容，补写依据后再提交；常见问题已满
            12 条的，须先合并或删去一条。
          </span>
          <ItemSelect
            aria-label="事项"
            placeholder="按名称或编码查找事项"
            {...(chosen !== undefined && { value: chosen })}
            onChange={setChosen}
          />
          {making.error && <Alert type="error" showIcon title={textOf(making.error)} />}
        </Flex>
      </Modal>
    </>
  )
}
