// The lists that filters and forms choose from; they change seldom.
import { useQuery } from '@tanstack/react-query'
import type { OptionsWire } from '../../../http/console-api/wire.ts'
import { get } from '../api.ts'

export function useOptions(): OptionsWire | undefined {
  return useQuery({
    queryKey: ['options'],
    queryFn: () => get<OptionsWire>('/options'),
    staleTime: 300_000,
  }).data
}
