// The filters of a list live in its address: they can be linked to, and the back button works.
import { useSearchParams } from 'react-router'

const SIZE = 20
/** Parameters of the address that narrow nothing. */
const NO_FILTERS = ['page', 'size', 'tab', 'turn']

export type UrlState = Readonly<{
  value: (name: string) => string | undefined
  /** Several values in one parameter. */
  values: (name: string) => string[]
  /** Sets filters and goes back to the first page. */
  set: (changes: Readonly<Record<string, string | undefined>>) => void
  page: number
  size: number
  goTo: (page: number, size: number) => void
  clear: () => void
  isFiltered: boolean
}>

export function useUrlState(): UrlState {
  const [params, setParams] = useSearchParams()
  const change = (changes: Readonly<Record<string, string | undefined>>) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(name)
        else next.set(name, value)
      }
      return next
    })
  return {
    value: (name) => params.get(name) ?? undefined,
    values: (name) => (params.get(name) ?? '').split(',').filter((one) => one !== ''),
    set: (changes) => change({ ...changes, page: undefined }),
    page: Number(params.get('page') ?? 1),
    size: Number(params.get('size') ?? SIZE),
    goTo: (page, size) =>
      change({
        page: page === 1 ? undefined : String(page),
        size: size === SIZE ? undefined : String(size),
      }),
    clear: () => setParams({}),
    isFiltered: [...params.keys()].some((name) => !NO_FILTERS.includes(name)),
  }
}
