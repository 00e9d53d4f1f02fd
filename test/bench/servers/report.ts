// A measured server tells its parent where it listens, and on request what CPU it has used so far.

export function reportTo(port: number): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpuUs: user + system })
  })
  process.once('SIGINT', () => process.exit(0))
  process.send?.({ port })
}
