// `npm run lark:fake`: the stand-in to be used by hand. It prints the settings with which the
// product connects to it, and the page on which one plays the enterprise and the specialists.
import { parseArgs } from 'node:util'
import { realClock } from './clock.ts'
import { servePage } from './page-server.ts'
import { startFakeLark } from './platform.ts'
import { addGroup, addPerson, p2pChat } from './world.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    'page-port': { type: 'string', default: '4011' },
    product: { type: 'string', default: 'http://127.0.0.1:3000' },
    'long-connection': { type: 'boolean', default: false },
  },
})

const fake = await startFakeLark({ clock: realClock(), port: Number(values.port) })
const { world } = fake
const longConnection = values['long-connection']
const product = values.product.replace(/\/+$/, '')
world.webhookUrl = longConnection ? null : `${product}/lark/events`
world.app.redirectUris.add(`${product}/api/console/lark/callback`)

const zhang = addPerson(world, '张示例（示例贸易有限公司）', { openId: 'ou_zhang' })
const li = addPerson(world, '李示例（示例渔业有限公司）', { openId: 'ou_li' })
const wang = addPerson(world, '王示例（服务专员）', { openId: 'ou_wang' })
const zhao = addPerson(world, '赵示例（督办员）', { openId: 'ou_zhao' })
for (const person of [zhang, li, wang, zhao]) p2pChat(world, person.openId)
addGroup(world, '示例园区企业群', [zhang, li], { id: 'oc_enterprises' })
const triage = addGroup(world, '诉求派单群', [wang, zhao], { id: 'oc_triage' })

const page = await servePage(world, Number(values['page-port']))
const settings = {
  LARK_MODE: longConnection ? 'long-connection' : 'webhook',
  LARK_APP_ID: world.app.id,
  LARK_APP_SECRET: world.app.secret,
  ...(longConnection
    ? {}
    : {
        LARK_ENCRYPT_KEY: world.app.encryptKey,
        LARK_VERIFICATION_TOKEN: world.app.verificationToken,
      }),
  LARK_DOMAIN: fake.url,
  LARK_OAUTH_BASE: fake.url,
  LARK_TRIAGE_CHAT_ID: triage.id,
}
const assignments = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
process.stdout.write(`飞书替身已启动：${fake.url}
操作页面：        ${page.url}
${longConnection ? '等待产品建立长连接' : `事件推送至：      ${world.webhookUrl}`}

另开一个终端，用以下配置启动产品：

  ${assignments.join(' \\\n  ')} \\
  PUBLIC_URL=${product} npm start

`)

process.once('SIGINT', () => process.exit(0))
process.once('SIGTERM', () => process.exit(0))
