/**
 * Where a link leads that signs somebody in once. A browser keeps what comes after `#` to itself: the
 * token is in no log of a proxy, which could be read before the page has handed it in.
 */
export const signInPath = (token: string): string => `/console/enter#token=${token}`
