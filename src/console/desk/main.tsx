// The console: one page for everybody who handles, watches or administers.
import 'antd/dist/reset.css'
import './desk.css'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { ApiError } from './api.ts'
import { Desk } from './desk.tsx'

dayjs.locale('zh-cn')

/** A session that has ended shows the sign-in page, whatever was being done. */
const onError = (error: unknown) => {
  if (error instanceof ApiError && error.status === 401) {
    void client.invalidateQueries({ queryKey: ['session'] })
  }
}
const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    // Without a network a request fails and says so, instead of waiting without a word.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      retry: (count, error) =>
        count < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
})

/** Labels and placeholders are as dark as reading them takes (4.5 : 1). */
const TOKENS = {
  colorPrimary: '#1456b8',
  colorLink: '#1456b8',
  borderRadius: 6,
  colorTextTertiary: '#667085',
  colorTextDescription: '#667085',
  colorTextPlaceholder: '#6f7787',
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} button={{ autoInsertSpace: false }} theme={{ token: TOKENS }}>
      <AntApp>
        <QueryClientProvider client={client}>
          <BrowserRouter basename="/console">
            <Desk />
          </BrowserRouter>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  </StrictMode>,
)
