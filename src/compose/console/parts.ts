// What the console is built from, and the record that each of its parts writes to.
import type { Config } from '../../config/config.ts'
import type { Secrets } from '../../config/secrets.ts'
import type { Log } from '../../kernel/log.ts'
import type { Connection } from '../../postgres/database.ts'
import type { KeptAskedNext } from '../chat/asked-next.ts'
import type { Llm } from '../chat/llm.ts'
import type { Switches } from '../chat/switches.ts'
import type { RemoteVectors } from '../knowledge/embedding.ts'
import type { KnowledgeService } from '../knowledge/knowledge.ts'
import type { TicketWorld } from '../tickets/tickets.ts'

export type ConsoleParts = Readonly<{
  db: Connection
  world: TicketWorld
  knowledge: KnowledgeService
  vectors: RemoteVectors | null
  llm: Llm | null
  switches: Switches
  askedNext: KeptAskedNext
  config: Config
  secrets: Secrets
  /** The folder `knowledge/`. */
  knowledgeDir: string
  /** What is wrong with the connection to Lark; null when nothing is, or it is off. */
  larkProblem: () => string | null
  log: Log
}>

export type Audit = (actor: string, action: string, subject: string) => Promise<void>
