import type { OpenModel } from './runtime.ts';

/** What models of this form may be fed with; they differ in whether they tell the first text from a second one. */
const fed: Readonly<Record<string, (length: number) => BigInt64Array>> = {
  attention_mask: (length) => new BigInt64Array(length).fill(1n),
  token_type_ids: (length) => new BigInt64Array(length),
};

/**
 * How likely each token is to be kept: the second of two numbers that the model says of it, as a probability.
 * @throws with what is wrong with the model, as a fragment of a sentence.
 */
export async function keeping({ session, Tensor }: OpenModel, ids: readonly number[]): Promise<number[]> {
  const feeds: Record<string, InstanceType<typeof Tensor>> = {};
  for (const name of session.inputNames) {
    const values = name === 'input_ids' ? BigInt64Array.from(ids, BigInt) : fed[name]?.(ids.length);
    if (values === undefined) throw new Error(`it asks for "${name}", which no scorer of words does`);
    feeds[name] = new Tensor('int64', values, [1, ids.length]);
  }
  const said = await session.run(feeds);
  const logits = said['logits'] ?? said[session.outputNames[0] ?? ''];
  if (logits === undefined || !(logits.data instanceof Float32Array))
    throw new Error('it says nothing that could be read');
  const { data, dims } = logits;
  if (data.length !== ids.length * 2)
    throw new Error(`it says ${dims.at(-1) ?? 0} numbers of each token, and a scorer of words says 2`);
  // it would cross to the other process as nothing, and count as a word to leave out
  if (!data.every(Number.isFinite)) throw new Error('it says what is no number');
  return ids.map((_, i) => second(data[2 * i] ?? 0, data[2 * i + 1] ?? 0));
}

/** The softmax of the second of two numbers, in single precision as the original computes it: equal words stay equal. */
function second(first: number, other: number): number {
  const most = Math.max(first, other);
  const [a, b] = [Math.fround(Math.exp(first - most)), Math.fround(Math.exp(other - most))];
  return Math.fround(b / (a + b));
}
