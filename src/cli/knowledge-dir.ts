// The folder that commands read the knowledge from, named in one way.
import path from 'node:path'
import { Option } from 'commander'
import { ROOT } from './with-store.ts'

/** The one beside the program, wherever the command is given. */
export const KNOWLEDGE_DIR = path.join(ROOT, 'knowledge')

/** Read as `knowledge`. */
export const knowledgeOption = (): Option =>
  new Option('--dir, --knowledge <dir>', '知识库目录').default(KNOWLEDGE_DIR, 'knowledge')
