// A draft as it is edited: what is on the screen, what the server holds, what stands against it.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { EditWire, SavedWire } from '../../../../http/console-api/wire-changes.ts'
import { type ItemDraft, inFileOrder } from '../../../../knowledge/change/fields.ts'
import type { Problem } from '../../../../knowledge/change/ports.ts'
import { send } from '../../api.ts'

type Kept = Readonly<{ id: string; revision: number }>

export type Draft = Readonly<{
  item: ItemDraft
  reason: string
  /** Null until it was saved once. */
  kept: Kept | null
  problems: readonly Problem[]
  notes: readonly Problem[]
  isDirty: boolean
  change: (change: (item: ItemDraft) => ItemDraft) => void
  explain: (reason: string) => void
  save: () => Promise<Kept>
  /** Saves first; what the check forbids is not handed in. */
  submit: () => Promise<boolean>
  isBusy: boolean
  error: unknown
}>

export function useDraft({ code, current, mine }: EditWire): Draft {
  const client = useQueryClient()
  const [item, setItem] = useState<ItemDraft>(() => inFileOrder(mine?.item ?? current))
  const [reason, setReason] = useState(mine?.line.reason ?? '')
  const [kept, setKept] = useState<Kept | null>(mine === null ? null : mine.line)
  const [checked, setChecked] = useState({
    problems: mine?.problems ?? [],
    notes: mine?.notes ?? [],
  })
  const [isDirty, setDirty] = useState(false)
  useLeaveWarning(isDirty)

  const change = useCallback((make: (now: ItemDraft) => ItemDraft) => {
    setItem(make)
    setDirty(true)
  }, [])
  const saving = useMutation({
    mutationFn: () =>
      kept === null
        ? send<SavedWire>('POST', '/knowledge/changes', { code, base: current, item, reason })
        : send<SavedWire>('PUT', `/knowledge/changes/${kept.id}`, {
            revision: kept.revision,
            item,
            reason,
          }),
    onSuccess: ({ id, revision, problems, notes }) => {
      setKept({ id, revision })
      setChecked({ problems, notes })
      setDirty(false)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['changes'] }),
  })
  const submitting = useMutation({
    mutationFn: async () => {
      const saved = await saving.mutateAsync()
      if (saved.problems.length > 0) return false
      const changes = [{ id: saved.id, revision: saved.revision }]
      await send('POST', '/knowledge/changes/acts', { act: 'submit', changes })
      return true
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['changes'] }),
  })
  return {
    item,
    reason,
    kept,
    ...checked,
    isDirty,
    change,
    explain: (text) => {
      setReason(text)
      setDirty(true)
    },
    save: saving.mutateAsync,
    submit: submitting.mutateAsync,
    isBusy: saving.isPending || submitting.isPending,
    error: submitting.error ?? saving.error,
  }
}

/** Whoever closes the page, or follows a link out of it, with unsaved words is asked. */
function useLeaveWarning(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    const askOnLink = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest('a[href]')
      if (!link || window.confirm('有未保存的修改，确定离开吗？')) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', ask)
    window.addEventListener('click', askOnLink, true)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('click', askOnLink, true)
    }
  }, [isDirty])
}
