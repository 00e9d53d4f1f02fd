import { useQuery } from '@tanstack/react-query'
import type { SettingsWire } from '../../../../http/console-api/wire.ts'
import { get } from '../../api.ts'

export const useSettings = () =>
  useQuery({ queryKey: ['settings'], queryFn: () => get<SettingsWire>('/settings') })
