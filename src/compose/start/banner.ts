// What the person who started the product needs to know: where to chat, where to work, what is off.
import type { Config } from '../../config/config.ts'
import type { App } from '../app.ts'
import { consoleAddress, type Installation } from './first-administrator.ts'

/** Where no link is printed, since somebody has been in already. */
function signInWords({ larkSignIn, shared }: Pick<Installation, 'larkSignIn' | 'shared'>): string {
  const link = shared
    ? 'npm run cli -- staff link 姓名(镜像中为 zhuqi staff link 姓名)'
    : '停止本程序后运行 npm run cli -- staff link 姓名'
  return `${larkSignIn ? '在工作台用飞书账号登录;或' : ''}取得一次性登录链接:${link}`
}

export async function banner(app: App, config: Config): Promise<string> {
  const { db } = app.parts.database
  const version = app.parts.knowledge.current()?.version
  const installation = {
    shared: config.storage.kind === 'postgres',
    larkSignIn: config.lark !== null && config.http.publicUrl !== null,
    sections: app.parts.knowledge.current()?.snapshot.base.sections.map((one) => one.code) ?? [],
  }
  const lines = ['', `助企小舟已启动(知识库版本 ${version?.id},共 ${version?.itemCount} 项)`]
  if (app.url !== null) {
    lines.push(`  企业对话   ${app.url}/chat`)
    const address = await consoleAddress(app.url, db, installation)
    lines.push(`  工作台     ${address}`)
    if (!address.includes('?token=')) lines.push(`  登录       ${signInWords(installation)}`)
  } else {
    lines.push('  本进程只处理后台任务;对话和工作台在 ROLE=server 的进程上')
  }
  lines.push(
    config.storage.kind === 'embedded'
      ? `  数据       ${config.storage.dataDir}(内置数据库;多台部署请设置 DATABASE_URL)`
      : '  数据       PostgreSQL',
  )
  lines.push(
    config.lark
      ? `  飞书       已开启(${config.lark.mode})`
      : '  飞书       未开启:设置 LARK_MODE、LARK_APP_ID 等即可接入,见 README',
  )
  lines.push(
    config.llm
      ? `  大模型     已开启(${config.llm.model})`
      : '  大模型     未开启:不影响问答;设置 LLM_BASE_URL、LLM_MODEL 可开启',
  )
  return `${lines.join('\n')}\n`
}
