const EXAMPLES = [
  '公司设立登记要几天',
  '外轮进港要报哪些部门',
  '高压用电增容怎么办',
  '信用修复要哪些材料',
]

/** What a first visitor sees: what can be asked, what happens to what cannot be answered. */
export function Welcome({ onAsk }: Readonly<{ onAsk: (text: string) => void }>) {
  return (
    <section className="welcome">
      <h2>您好，我是助企小舟</h2>
      <p>
        可为您解答企业开办、项目建设、金融、人才、政策、法律、科创、开放、公共设施、产业链等方面的涉企服务事项。
        解答不了的，可提交诉求，由服务专员办理并在此回复。
      </p>
      <div className="actions">
        {EXAMPLES.map((text) => (
          <button type="button" key={text} className="button default" onClick={() => onAsk(text)}>
            {text}
          </button>
        ))}
      </div>
      <p className="note">
        请勿发送身份证、银行卡号码。遇火情、人身危险请直接拨打 119、110、120，海上遇险请拨打 12395。
      </p>
    </section>
  )
}
