// Kept apart from the config: this object is never logged, printed or sent to a page.
import type { Env } from './env.ts'

export type Secrets = Readonly<{
  databaseUrl: string | null
  larkAppSecret: string | null
  larkEncryptKey: string | null
  larkVerificationToken: string | null
  llmApiKey: string | null
  embeddingApiKey: string | null
  exchangeSecret: string | null
}>

/** Null for what is not set; whether it may be missing is decided with the config. */
export function readSecrets(env: Env): Secrets {
  return {
    databaseUrl: env.DATABASE_URL ?? null,
    larkAppSecret: env.LARK_APP_SECRET ?? null,
    larkEncryptKey: env.LARK_ENCRYPT_KEY ?? null,
    larkVerificationToken: env.LARK_VERIFICATION_TOKEN ?? null,
    llmApiKey: env.LLM_API_KEY ?? null,
    embeddingApiKey: env.EMBEDDING_API_KEY ?? null,
    exchangeSecret: env.EXCHANGE_SECRET ?? null,
  }
}
