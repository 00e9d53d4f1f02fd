// Where a message is typed. Enter sends, except while a Chinese input method is composing.
import { type KeyboardEvent, useRef, useState } from 'react'
import { TYPED_LENGTH_MAX } from '../../kernel/incoming.ts'

const ACCEPT = 'image/png,image/jpeg,image/gif,image/webp,.pdf,.doc,.docx,.xls,.xlsx,.pptx'

type Props = Readonly<{
  onText: (text: string) => Promise<void>
  onFile: (file: File) => Promise<void>
}>

export function Composer({ onText, onFile }: Props) {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [uploading, setUploading] = useState<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)

  const send = async () => {
    const said = text.trim()
    if (said === '' || busy) return
    setBusy(true)
    setText('')
    try {
      await onText(said)
    } catch {
      setText(said) // nothing typed is lost
    } finally {
      setBusy(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }
  const pick = async (files: FileList | null) => {
    const file = files?.[0]
    if (file) {
      setUploading(file.name)
      await onFile(file).catch(() => {})
      setUploading(null)
    }
    if (picker.current) picker.current.value = ''
  }

  return (
    <footer className="composer">
      {uploading !== null && (
        <p className="uploading" role="status">
          正在上传：{uploading}
        </p>
      )}
      <button
        type="button"
        className="attach"
        aria-label="发送图片或文件"
        disabled={uploading !== null}
        onClick={() => picker.current?.click()}
      >
        ＋
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        accept={ACCEPT}
        onChange={(event) => void pick(event.target.files)}
      />
      <textarea
        value={text}
        rows={1}
        maxLength={TYPED_LENGTH_MAX}
        placeholder="请输入要办的事项或问题"
        aria-label="消息"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        className="button primary"
        disabled={busy || text.trim() === ''}
        onClick={() => void send()}
      >
        发送
      </button>
    </footer>
  )
}
