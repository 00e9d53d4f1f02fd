// Saving a member of staff where a person chose the Lark account.
import type { StaffMember } from '../../staff/staff.ts'
import type { Db } from '../database.ts'
import { saveStaff } from '../staff.ts'

const LARK_INDEX = 'staff_lark'

/** @returns false when another person has this Lark account; nothing is changed then, and a transaction is over */
export async function saveStaffUnlessLarkTaken(db: Db, member: StaffMember): Promise<boolean> {
  try {
    await saveStaff(db, member)
    return true
  } catch (error) {
    if (isViolationOf(error, LARK_INDEX)) return false
    throw error
  }
}

const isViolationOf = (error: unknown, index: string) =>
  error instanceof Error && 'constraint' in error && error.constraint === index
