import http from 'node:http'
import type { AddressInfo } from 'node:net'
import * as lark from '@larksuiteoapi/node-sdk'
import { BENCH_APP } from '../sealed-events.ts'
import { reportTo } from './report.ts'

const dispatcher = new lark.EventDispatcher({
  encryptKey: BENCH_APP.encryptKey,
  verificationToken: BENCH_APP.verificationToken,
  loggerLevel: lark.LoggerLevel.error,
}).register({ 'im.message.receive_v1': async () => ({}) })

const server = http.createServer(lark.adaptDefault('/lark/events', dispatcher))
server.listen(0, '127.0.0.1', () => reportTo((server.address() as AddressInfo).port))
