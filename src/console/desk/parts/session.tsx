// Who is signed in, for every part of the page.
import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import type { MeWire, SessionWire } from '../../../http/console-api/wire.ts'
import type { Action } from '../../../staff/permissions.ts'
import { get, send } from '../api.ts'
import { forgetAllWords } from './kept-words.ts'

const Me = createContext<MeWire | null>(null)

export const useSession = () =>
  useQuery({ queryKey: ['session'], queryFn: () => get<SessionWire>('/session') })

export function SignedIn({ me, children }: Readonly<{ me: MeWire; children: ReactNode }>) {
  return <Me value={me}>{children}</Me>
}

export function useMe(): MeWire {
  const me = useContext(Me)
  if (me === null) throw new Error('nobody is signed in')
  return me
}

/** Whether this person holds an action somewhere; the server decides each case. */
export const useMay = (action: Action): boolean => useMe().may.includes(action)

/** Leaves nothing behind in this tab for whoever sits down next. */
export async function signOut(): Promise<void> {
  await send('DELETE', '/session')
  forgetAllWords()
  window.location.assign('/console/')
}
