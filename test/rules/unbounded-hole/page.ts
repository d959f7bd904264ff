import OpenAI from 'openai';
import { readFile } from 'node:fs/promises';

const client = new OpenAI();

export async function fromPage(url: string) {
  const page = await (await fetch(url)).text();
  return client.chat.completions.create({
    model: 'gpt-4.1',
    // finds 1 line below (info): `page` is a whole page
    messages: [{ role: 'user', content: `Which ships does this page of a harbour name?\n${page}` }],
  });
}

export async function fromFile(path: string) {
  return client.chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      // finds 1 line below (info): is a whole file
      { role: 'user', content: `Which ships does this list of a harbour name?\n${await readFile(path, 'utf8')}` },
    ],
  });
}
