// Why the product cannot start, in one line with the remedy.

import { DataDirBusyError } from '../../postgres/data-dir-lock.ts'
import { MigrationError } from '../../postgres/migrate.ts'

export function explainStartFailure(error: unknown): string {
  if (error instanceof DataDirBusyError) return error.message
  const { code, path, address, port, message } = error as NodeJS.ErrnoException & {
    address?: string
    port?: number
  }
  switch (code) {
    case 'EADDRINUSE':
      return `端口 ${port ?? ''} 已被占用:请停止占用它的程序,或用 PORT 指定另一个端口`
    case 'EADDRNOTAVAIL':
      return `HOST=${address ?? ''} 不是本机地址:请改正 HOST`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return port === undefined
        ? `没有写入 ${path ?? '数据目录'} 的权限:请更改目录权限,或用 DATA_DIR 指定可写的目录`
        : `没有使用端口 ${port} 的权限:请用 PORT 指定 1024 以上的端口`
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path ?? 'DATA_DIR'} 不是目录:请用 DATA_DIR 指定一个目录`
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ECONNRESET':
      return `连接不上数据库(${[address, port, code].filter(Boolean).join(' ')}):请确认数据库已启动,并检查 DATABASE_URL 的主机和端口`
    case 'ERR_INVALID_URL':
      return 'DATABASE_URL 不是有效的网址:应形如 postgresql://用户@主机:5432/库名,密码中的特殊字符须转义(如 @ 写作 %40)'
    case '28P01':
    case '28000':
      return '数据库拒绝登录:请检查 DATABASE_URL 的用户名和密码'
    case '3D000':
      return '数据库不存在:请先创建 DATABASE_URL 中的数据库'
    case '0A000':
    case '58P01':
      return '数据库没有 pgvector 扩展:请安装 pgvector 0.8 或以上版本'
  }
  if (error instanceof MigrationError) {
    const cause = error.cause instanceof Error ? `(${error.cause.message})` : ''
    return `${error.message}${cause}`
  }
  return message ?? String(error)
}
