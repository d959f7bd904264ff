const duties = [
  'knead the dough',
  'weigh the flour',
  'heat the stone oven',
  'turn the loaves',
  'sweep the counter',
];
const guests = ['the fishermen', 'the school', 'the harbour office', 'the night watch'];

/** A program with so many prompts in English, each long enough to tell something. */
export function countersOfBakery(count: number): string {
  const prompts = Array.from({ length: count }, (_, i) => {
    const [duty, next, guest] = [duties[i % 5], duties[(i + 2) % 5], guests[i % 4]];
    const text =
      `You are baker number ${i + 1} of the bakery at the harbour. Before the shop opens you ${duty} and ${next}. ` +
      `When ${guest} order bread, you ask how many loaves they need and which kind they like, and you tell them ` +
      `when the bread will be ready. Never promise more than the oven can hold, and be kind to those who wait.`;
    return `export const BAKER_${i}_SYSTEM_PROMPT =\n  ${JSON.stringify(text)};`;
  });
  return `${prompts.join('\n')}\n`;
}
