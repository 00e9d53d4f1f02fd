import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take a minute and more: begun last, one of them would run on alone at the end. */
const LONG = [
  'flow/crash',
  'flow/year',
  'flow/vectors',
  'flow/live-crash',
  'flow/pipeline',
  'flow/live-answers',
  'flow/model',
  'flow/start',
]

const place = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
  return at === -1 ? LONG.length : at
}

const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder

/** The usual order, but for the files known to be long, which come first among those run together. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.sort((a, b) => group(a) - group(b) || place(a) - place(b))
  }
}
