import ollama from 'ollama';

export async function answer(question: string) {
  return ollama.chat({
    model: 'harbour-7b',
    messages: [
      { role: 'system', content: 'You are the harbour master. Answer in one sentence.' },
      { role: 'user', content: question },
    ],
  });
}
