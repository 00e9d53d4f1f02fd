// How figures are shown. Records give some twice, in words and in digits, so that both are found.

const DOUBLED =
  /[一二两三四五六七八九十百千]+(个月|个工作日|工作日|年|日|天|周)（(\d+)\s?(个月|个工作日|工作日|年|日|天|周)）/gu

/** 「期满前十二个月（12个月）」 → 「期满前12个月」 */
export const withoutDoubledFigures = (text: string): string =>
  text.replace(DOUBLED, (whole, inWords: string, digits: string, unit: string) =>
    inWords === unit ? `${digits}${unit}` : whole,
  )
