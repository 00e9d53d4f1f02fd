// What is kept while one card is being built: the names used so far, the elements left, and whether
// anything was left out.
import type { CardBudget } from './card-limits.ts'
import { cut, oneLine } from './escape.ts'

export type Element = Readonly<{ tag: string } & Record<string, unknown>>

export type CardSwitches = Readonly<{
  /** Lark's references say a submit button takes no `behaviors`; some tenants send nothing without. */
  submitNeedsBehaviors: boolean
}>

export class CardScope {
  readonly switches: CardSwitches
  readonly inGroup: boolean
  readonly budget: CardBudget
  shortened = false
  private readonly left: { text: number; control: number }
  private readonly names = new Set<string>()

  /** `controls` elements are set aside for buttons and forms, which matter more than long texts. */
  constructor(
    options: Readonly<{ switches: CardSwitches; inGroup: boolean }>,
    budget: CardBudget,
    controls: number,
  ) {
    this.switches = options.switches
    this.inGroup = options.inGroup
    this.budget = budget
    // One element is kept for the line that says that something is missing.
    const control = Math.min(controls, budget.elements - 2)
    this.left = { control, text: budget.elements - 1 - control }
  }

  /** Claims room for so many elements; false, and the card counts as shortened, when there is none. */
  take(count: number, pool: 'text' | 'control'): boolean {
    if (count > this.left[pool]) {
      this.shortened = true
      return false
    }
    this.left[pool] -= count
    return true
  }

  /** One line for a button, a label or an option. */
  label(given: string, lengthMax: number): string {
    return oneLine(given, Math.min(lengthMax, this.budget.label))
  }

  text(given: string): string {
    if (given.length > this.budget.text) this.shortened = true
    return cut(given, this.budget.text)
  }

  /** A name no other component of the card has: `x`, then `x__2`, `x__3`. */
  uniqueName(wanted: string): string {
    let name = wanted
    for (let n = 2; this.names.has(name); n++) name = `${wanted}__${n}`
    this.names.add(name)
    return name
  }
}
