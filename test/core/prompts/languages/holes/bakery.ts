const NAME = 'Hearth & Crumb';

export function greetingPrompt(bread: string, customer: string): string {
  return `You work at ${NAME}. Today is ${new Date().toISOString()}.
Recommend ${bread} to ${customer}, write {braces} as they are. The shop is ${process.env.SHOP}.`;
}

export function tonePrompt(formal: boolean): string {
  const tone = formal ? 'Write formally, please.' : 'Write like a friend.';
  return `You answer letters. ${tone} Sign with your name.`;
}
