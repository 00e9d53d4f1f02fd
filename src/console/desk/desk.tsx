// The pages of the console, for whoever is signed in.
import { Skeleton } from 'antd'
import { lazy, Suspense, useRef } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { EnterPage, SignInPage } from './pages/sign-in.tsx'
import { SignedIn, useSession } from './parts/session.tsx'
import { Failed } from './parts/states.tsx'
import { Shell } from './shell.tsx'

const OverviewPage = lazy(async () => ({
  default: (await import('./pages/overview.tsx')).OverviewPage,
}))
const TicketsPage = lazy(async () => ({
  default: (await import('./pages/tickets.tsx')).TicketsPage,
}))
const OpeningPage = lazy(async () => ({
  default: (await import('./pages/opening.tsx')).OpeningPage,
}))
const TicketPage = lazy(async () => ({
  default: (await import('./pages/ticket/ticket.tsx')).TicketPage,
}))
const DeadLettersPage = lazy(async () => ({
  default: (await import('./pages/dead-letters.tsx')).DeadLettersPage,
}))
const ExchangePage = lazy(async () => ({
  default: (await import('./pages/exchange.tsx')).ExchangePage,
}))
const KnowledgePage = lazy(async () => ({
  default: (await import('./pages/knowledge/knowledge.tsx')).KnowledgePage,
}))
const TurnsPage = lazy(async () => ({
  default: (await import('./pages/turns.tsx')).TurnsPage,
}))
const FiguresPage = lazy(async () => ({
  default: (await import('./pages/figures/figures.tsx')).FiguresPage,
}))
const StaffPage = lazy(async () => ({
  default: (await import('./pages/staff/staff.tsx')).StaffPage,
}))
const HelpPage = lazy(async () => ({
  default: (await import('./pages/help.tsx')).HelpPage,
}))
const SettingsPage = lazy(async () => ({
  default: (await import('./pages/settings/settings.tsx')).SettingsPage,
}))
const ItemPage = lazy(async () => ({
  default: (await import('./pages/knowledge/item.tsx')).ItemPage,
}))
const EditPage = lazy(async () => ({
  default: (await import('./pages/knowledge/edit.tsx')).EditPage,
}))
const ChangePage = lazy(async () => ({
  default: (await import('./pages/knowledge/change.tsx')).ChangePage,
}))
const ComparePage = lazy(async () => ({
  default: (await import('./pages/knowledge/compare.tsx')).ComparePage,
}))
const ImportPage = lazy(async () => ({
  default: (await import('./pages/knowledge/import.tsx')).ImportPage,
}))

export function Desk() {
  const session = useSession()
  const wasSignedIn = useRef(false)
  if (session.data?.me) wasSignedIn.current = true
  if (session.error && !session.data) {
    return <Failed error={session.error} onRetry={() => void session.refetch()} />
  }
  if (!session.data) return <Skeleton active className="shell-content" />
  const { me, larkSignIn } = session.data
  return (
    <Routes>
      <Route path="/enter" element={<EnterPage />} />
      {me === null ? (
        <Route
          path="*"
          element={<SignInPage larkSignIn={larkSignIn} hasEnded={wasSignedIn.current} />}
        />
      ) : (
        <Route
          path="*"
          element={
            <SignedIn me={me}>
              <Shell>
                <Suspense fallback={<Skeleton active />}>
                  <Pages />
                </Suspense>
              </Shell>
            </SignedIn>
          }
        />
      )}
    </Routes>
  )
}

function Pages() {
  return (
    <Routes>
      <Route path="/" element={<OverviewPage />} />
      <Route path="/tickets" element={<TicketsPage />} />
      <Route path="/tickets/new" element={<OpeningPage />} />
      <Route path="/tickets/:number" element={<TicketPage />} />
      <Route path="/dead-letters" element={<DeadLettersPage />} />
      <Route path="/exchange" element={<ExchangePage />} />
      <Route path="/knowledge" element={<KnowledgePage />} />
      <Route path="/knowledge/items/:code" element={<ItemPage />} />
      <Route path="/knowledge/items/:code/edit" element={<EditPage />} />
      <Route path="/knowledge/changes/:id" element={<ChangePage />} />
      <Route path="/knowledge/import" element={<ImportPage />} />
      <Route path="/knowledge/compare" element={<ComparePage />} />
      <Route path="/turns" element={<TurnsPage />} />
      <Route path="/figures" element={<FiguresPage />} />
      <Route path="/staff" element={<StaffPage />} />
      <Route path="/help" element={<HelpPage />} />
      <Route path="/settings" element={<SettingsPage />} />
      <Route path="*" element={<Navigate to="/" replace />} />
    </Routes>
  )
}
