// Texts that are hard on a pattern: made of its own pieces, gone on with for very long, and ending in
// what it does not expect. Looking ahead and behind is left out: what is missed there only makes the
// end come earlier.

type Node =
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'row' | 'choice'; nodes: readonly Node[] }>
  | Readonly<{ kind: 'repeat'; node: Node; min: number; isEndless: boolean }>

const textIs = (text: string): Node => ({ kind: 'text', text })
const NOTHING = textIs('')
/** No pattern expects it. */
const WRONG_END = '㗊'

/** Texts of at least so many characters for what may repeat in the pattern, and for all of it. */
export function adverseTexts({ source }: RegExp, length: number): readonly string[] {
  const { node } = choiceAt(source, 0)
  const random = randomFrom(source.length)
  const whole: Node = { kind: 'repeat', node, min: 1, isEndless: true }
  const begun: Node = { ...whole, node: withoutEnd(node) }
  return [whole, begun, ...endlessIn(node)].map((target) => {
    const root = target === begun ? begun : whole
    return written(root, { target, way: new Set(wayTo(target, root)), length, random }) + WRONG_END
  })
}

/** A row of numbers below 1, the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

type Writing = Readonly<{
  target: Node
  way: ReadonlySet<Node>
  length: number
  random: () => number
}>

function written(node: Node, writing: Writing): string {
  const { target, way, length, random } = writing
  const inner = (one: Node) => written(one, writing)
  switch (node.kind) {
    case 'text':
      return node.text
    case 'row': {
      // What may repeat is not followed by what would end it well.
      const last = node.nodes.findIndex((one) => way.has(one))
      return (last < 0 ? node.nodes : node.nodes.slice(0, last + 1)).map(inner).join('')
    }
    case 'choice': {
      const onTheWay = node.nodes.find((one) => way.has(one))
      return inner(onTheWay ?? node.nodes[Math.floor(random() * node.nodes.length)]!)
    }
    case 'repeat':
      return node === target
        ? filled(length, () => inner(node.node))
        : inner(node.node).repeat(way.has(node) ? 1 : node.min + Math.round(random()))
  }
}

function filled(length: number, next: () => string): string {
  let text = ''
  while (text.length < length) text += next() || WRONG_END
  return text
}

const innerOf = (node: Node): readonly Node[] =>
  node.kind === 'text' ? [] : node.kind === 'repeat' ? [node.node] : node.nodes

/** From the root down to the target; empty when it is not in there. */
function wayTo(target: Node, root: Node): readonly Node[] {
  if (root === target) return [root]
  for (const one of innerOf(root)) {
    const way = wayTo(target, one)
    if (way.length > 0) return [root, ...way]
  }
  return []
}

const endlessIn = (node: Node): readonly Node[] => [
  ...(node.kind === 'repeat' && node.isEndless ? [node] : []),
  ...innerOf(node).flatMap(endlessIn),
]

/** What comes first in each of the alternatives, without what has to follow. */
function withoutEnd(node: Node): Node {
  if (node.kind === 'choice') return { ...node, nodes: node.nodes.map(withoutEnd) }
  return node.kind === 'row' && node.nodes.length > 1
    ? { ...node, nodes: node.nodes.slice(0, -1) }
    : node
}

type Read = Readonly<{ node: Node; end: number }>

/** Alternatives, up to the bracket that closes them. */
function choiceAt(source: string, start: number): Read {
  const rows: Node[] = []
  let end = start - 1
  do {
    const row = rowAt(source, end + 1)
    rows.push(row.node)
    end = row.end
  } while (source[end] === '|')
  return { node: { kind: 'choice', nodes: rows }, end }
}

function rowAt(source: string, start: number): Read {
  const nodes: Node[] = []
  let end = start
  while (end < source.length && source[end] !== '|' && source[end] !== ')') {
    const one = atomAt(source, end)
    const [sign = ''] = /^(?:[?*+]|\{\d+,?\d*\})\??/u.exec(source.slice(one.end)) ?? []
    nodes.push(sign === '' ? one.node : repeated(one.node, sign))
    end = one.end + sign.length
  }
  return { node: { kind: 'row', nodes }, end }
}

function repeated(node: Node, sign: string): Node {
  const min = sign.startsWith('+') ? 1 : Number(/\d+/u.exec(sign)?.[0] ?? 0)
  return { kind: 'repeat', node, min, isEndless: /^(?:[*+]|\{\d+,\})/u.test(sign) }
}

function atomAt(source: string, start: number): Read {
  const rest = source.slice(start)
  const opening = /^\((?:\?(?:<?[=!]|:))?/u.exec(rest)?.[0]
  if (opening !== undefined) {
    const { node, end } = choiceAt(source, start + opening.length)
    return { node: /[=!]/u.test(opening) ? NOTHING : node, end: end + 1 }
  }
  const [atom] =
    /^(?:\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{\w+(?:=\w+)?\}|u[\da-f]{4}|x[\da-f]{2}|.)|.)/su.exec(rest)!
  return { node: atom.startsWith('[') ? classOf(atom) : textOf(atom), end: start + atom.length }
}

const CLASSES: Readonly<Record<string, string>> = {
  d: '7',
  w: 'k',
  s: ' ',
  S: '舟',
  b: ' ',
  n: '\n',
  t: '\t',
  p: '舟',
  P: '舟',
}

function textOf(atom: string): Node {
  if (atom === '^' || atom === '$' || /^\\\d/u.test(atom)) return NOTHING
  if (atom === '.') return textIs('舟')
  if (atom.startsWith('\\p{P}')) return textIs(',')
  if (!atom.startsWith('\\')) return textIs(atom)
  return textIs(CLASSES[atom[1]!] ?? atom.slice(1))
}

/** Its members, the ends of ranges among them; a dot in it is one. */
function classOf(atom: string): Node {
  if (atom.startsWith('[^')) return textIs(otherThan(atom))
  const members = atom.slice(1, -1).match(/\\p\{\w+(?:=\w+)?\}|\\.|./gsu) ?? []
  const nodes = members.map((one): Node => (one.startsWith('\\') ? textOf(one) : textIs(one)))
  return { kind: 'choice', nodes }
}

/** A character that is none of the excluded ones. */
function otherThan(atom: string): string {
  const other = new RegExp(atom, 'u')
  return ['舟', ' ', ';', 'k', '7'].find((one) => other.test(one)) ?? WRONG_END
}
