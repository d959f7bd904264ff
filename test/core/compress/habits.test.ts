import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Level } from '../../../src/core/compress/lexicons/lexicon.ts';
import { validate } from '../../../src/core/compress/validate.ts';
import { shorten, vocabularies } from './counting.ts';

const cases: readonly (readonly [what: string, level: Level, text: string, shorter: string])[] = [
  [
    'that an order matters',
    'balanced',
    'It is very important to answer the captain. It’s essential that you stay calm. It is crucial that the quay is free. It is important that the letter be short.',
    'Answer the captain. Stay calm. Ensure the quay is free. It is important that the letter be short.',
  ],
  [
    'what leads up to an order in a main clause',
    'balanced',
    'If the boat is late, make sure to call the harbour. To find a berth, you must never ask the captain. Greet the crew, make sure to smile.',
    'If the boat is late, call the harbour. To find a berth, never ask the captain. Greet the crew, make sure to smile.',
  ],
  [
    'praise of whoever is an expert',
    'balanced',
    'You are a highly skilled, world-class expert in boats. You are a seasoned harbour master for the town.',
    "You're an expert in boats. You're a seasoned harbour master for the town.",
  ],
  [
    'praise of anybody, but not of what it is joined to',
    'aggressive',
    'You are an experienced harbour master. You are a skilled and friendly clerk. You are a world-class UX designer.',
    "You're a harbour master. You're a skilled and friendly clerk. You're a world-class UX designer.",
  ],
  [
    'words between a thing and what it is',
    'safe',
    'Greet the captain by the name of the boat, which is {boat}. Use the bell, which is "new" and loud.',
    'Greet the captain by the name of the boat, {boat}. Use the bell, which is "new" and loud.',
  ],
  [
    'the rest of a sentence in a label',
    'balanced',
    'You are the clerk of the harbour, and this is for you.\n\nYour task is to:\n- moor the boats\n\nThe goals of the harbour are to:\n- be quiet',
    "You're the clerk of the harbour, and this is for you.\n\nYour task:\n- moor the boats\n\nThe goals of the harbour are to:\n- be quiet",
  ],
  [
    'both of two verbs that are ordered in the same form',
    'balanced',
    'You are responsible for sorting and answering the mail. You are tasked with reading the letters and answering them.',
    "Sort and answer the mail. You're tasked with reading the letters and answering them.",
  ],
  [
    'the long form of what cannot be, or must be',
    'safe',
    'If you are not able to moor the boat, wait. The letter has to start with the date. It does not have to be long.',
    'If you cannot moor the boat, wait. The letter must start with the date. It does not have to be long.',
  ],
  [
    'where things are, as far as no verb is left alone',
    'safe',
    'Use the prices contained in the table. The price is contained in the table. If the guest asks you about the tide, look at the list provided to you.',
    'Use the prices in the table. The price is contained in the table. If the guest asks about the tide, look at the list provided.',
  ],
  [
    'the following, where the noun ends there',
    'safe',
    'Answer the following questions in the order of the list. Fill in the following list:\n- berth\nWrite the following list items below.',
    'Answer these questions in the order of the list. Fill in this list:\n- berth\nWrite the following list items below.',
  ],
  [
    'what something is devised with, in the form that it has',
    'balanced',
    'Come up with a name for the boat. You could have come up with that. Take the time to read the letter. Make sure not to answer it.',
    'Devise a name for the boat. You could have come up with that. Read the letter. Don’t answer it.',
  ],
  [
    'stars around the labels of instructions, unless one of them may be part of a form',
    'balanced',
    'You help the captains of the boats that are in the harbour.\n\n- **Be brief**: Answer in a line.\n- **Name the berth.** Never guess it.\n\nThe letter has these sections:\n- **Greeting**: Name the captain.\n- **Fee**: Never round it.',
    'You help the captains of the boats in the harbour.\n\n- Be brief: Answer in a line.\n- Name the berth. Never guess it.\n\nThe letter has these sections:\n- **Greeting**: Name the captain.\n- **Fee**: Never round it.',
  ],
  [
    'stars, but not where the text speaks of its form',
    'balanced',
    'You help the captains, and answer them in Markdown, if that is what they ask for.\n\n- **Be brief**: Answer in a line.',
    "You help the captains, and answer them in Markdown, if that's what they ask for.\n\n- **Be brief**: Answer in a line.",
  ],
  [
    'signs that cost more than they say',
    'safe',
    'Don’t answer the captain’s letter in no more than 3 lines. Send an e-mail to the harbour that is no longer than necessary.',
    "Don't answer the captain's letter in at most 3 lines. Send an email to the harbour that is no longer than necessary.",
  ],
  [
    'a bound, but not behind a word that the shorter one begins with',
    'safe',
    'Answer the captain in no more than 3 lines. The letter is capped at no more than 50 words.',
    'Answer the captain in at most 3 lines. The letter is capped at no more than 50 words.',
  ],
  [
    'what a colon says as well, but not where there is none',
    'safe',
    'The rules of the harbour are as follows: ships come first. The wish of the captain is as follows. Work on it.',
    'The rules of the harbour are: ships come first. The wish of the captain is as follows. Work on it.',
  ],
  [
    'a pronoun behind a noun, but not the word that leads to what matters to somebody',
    'safe',
    'It is important to the baker that you answer each letter. Keep to the letter that you have.',
    'It is important to the baker that you answer each letter. Keep to the letter you have.',
  ],
  [
    'who does something, but not where the sentence speaks of somebody else',
    'balanced',
    'Never name a price before you read the letter. The guest has to approve the fee before you continue. Before you answer, the captain reads it.',
    'Never name a price before reading the letter. The guest has to approve the fee before you continue. Before you answer, the captain reads it.',
  ],
  [
    'a word for what follows a condition',
    'balanced',
    'If the boat is late, then tell the captain. Then wait for an answer of the harbour.',
    'If the boat is late, tell the captain. Then wait for an answer of the harbour.',
  ],
  [
    'articles behind what begins a clause, and at the beginning, where no order would come of it',
    'aggressive',
    'If the boat is late, wait. The boat should be clean. The answer should be short. The second boat waits.',
    'If boat is late, wait. Boat should be clean. The answer should be short. The second boat waits.',
  ],
  [
    'what a colon says',
    'safe',
    'The fees of the harbour are as follows: 3 for boats. The goal is as follows. Moor the boats.',
    'The fees of the harbour are: 3 for boats. The goal is as follows. Moor the boats.',
  ],
  [
    'what two verbs share, but not where one of them would be left in another form',
    'balanced',
    'Your job is to sort the mail and to answer it. Ask them not to wait and to leave. Confirm it before you look up a berth or make a note.',
    'Sort the mail and answer it. Ask them not to wait and to leave. Confirm it before you look up a berth or make a note.',
  ],
  [
    'what leads up to a clause, but not to one of two',
    'balanced',
    'The boat is late, which means that you should wait and that you should smile. Keep in mind that the quay is short and that the tide is low.',
    'The boat is late, which means you should wait and that you should smile. Keep in mind that the quay is short and that the tide is low.',
  ],
];

describe('habits of speech', () => {
  for (const [what, level, text, shorter] of cases)
    it(`go: ${what}`, () => assert.equal(shorten(text, level).text, shorter.replaceAll('Don’t', "Don't")));

  it('stay where a noun or another verb would be left alone', () => {
    for (const text of [
      'Ask about the behavior of a member of the crew before you leave the harbour.',
      'For each boat, include the name of the person on the quay, and the letter of the captain.',
      'Write a summary of the meeting which can be sent to the captain of the boat in the harbour.',
      'The task of the baker is to be at the quay in the morning with all the bread for the boats.',
    ])
      assert.equal(shorten(text, 'safe').text, text);
  });

  it('go as a whole: what leads up to an order is no order without its word', () => {
    const text = 'It is important to answer the captain of the boat in the harbour.';
    const without = (said: string) => {
      const start = text.indexOf(said);
      const edit = { start, end: start + said.length, text: '', passes: ['test'], group: 1 };
      const rules = { ordered: true, words: 'declared', orders: 'free', patterns: [] } as const;
      return validate(text, [edit], rules, vocabularies).map(({ what }) => what);
    };
    assert.deepEqual(without('important '), ['necessary']);
    assert.deepEqual(without('It is important to '), []);
  });
});
