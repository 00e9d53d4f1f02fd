// What is said below an answer that is still being written.

/** Every sentence above it has been checked; how the whole will read is open. */
export const DRAFTING = '正在撰写…（由人工智能根据事项记录起草，已写出的内容均已逐句与记录核对）'
