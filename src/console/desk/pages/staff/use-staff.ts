import { useQuery } from '@tanstack/react-query'
import type { StaffWire } from '../../../../http/console-api/wire.ts'
import { get } from '../../api.ts'

export const useStaff = () =>
  useQuery({
    queryKey: ['staff'],
    queryFn: () => get<{ rows: readonly StaffWire[] }>('/staff'),
  })
