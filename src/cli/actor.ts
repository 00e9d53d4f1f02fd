// Who is recorded for what the command line does.
import os from 'node:os'

export const cliActor = (): string => `cli:${os.userInfo().username}`
