// What is said below an answer that is still being written.

/** Every sentence above it has been checked; how the whole will read is open. */
export const DRAFTING = '正在撰写…（由人工智能从事项记录中摘取，已写出的每一句均已与记录核对）'
