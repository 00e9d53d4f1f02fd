// A long text in a table: as wide as there is room for, whole where one points at it.
export const Cut = ({ text }: Readonly<{ text: string }>) => (
  <span className="cut" title={text}>
    {text}
  </span>
)
