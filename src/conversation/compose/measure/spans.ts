// How long, as people ask and as records say: the source of patterns that are put together.

export const LONG =
  '(?:多久|多长(?:时间|辰光)|多少(?:时间|辰光|日子)|(?:几|多少)(?:个)?(?:工作日|天|日|月|年|小时))'

/** In years and months no office decides. */
export const YEARS = '(?:几|多少)(?:个)?(?:年|月)'

export const WHEN = '(?:(?:什么|啥)(?:时候|辰光|时间)|几时|何时|哪(?:一)?[年天])'

const NUMBER = '(?:\\d+|[一二三四五六七八九十]+)'
export const SOME_YEARS = `${NUMBER}\\s?(?:年|个月)`
export const SOME_TIME = `${NUMBER}\\s?(?:年|个月|日|天)`
