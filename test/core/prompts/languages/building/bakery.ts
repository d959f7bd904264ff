declare function dedent(text: TemplateStringsArray): string;

export const ADDED_PROMPT = 'You are a baker. ' + 'You answer ' + ('in one ' + 'sentence.');
export const LISTED_PROMPT = ['You are a baker.', 'You answer in one sentence.'].join('\n');
export const TRIMMED_PROMPT = `
  You are a baker. Answer in one sentence.
`.trim();
export const DEDENTED_PROMPT = dedent`
  You are a baker.
    You answer in one sentence.
`;

export function orderPrompt(order: string): string {
  let prompt = 'You read orders. ';
  prompt += 'You answer in one sentence. ';
  return prompt + 'The order: ' + order;
}
