import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Level } from '../../../src/core/compress/lexicons/lexicon.ts';
import { shorten } from './counting.ts';

const cases: readonly (readonly [what: string, text: string, shorter: string])[] = [
  [
    'verbs that lean on a pronoun',
    'You are the clerk of the quay. If it is late, there is no ferry. I will send what is new, and they have already paid the fee. List the boats that it has been seen with.',
    "You're the clerk of the quay. If it's late, there's no ferry. I'll send what's new, and they've already paid the fee. List the boats it's been seen with.",
  ],
  [
    'but not those that are stressed, or have lost what they go with',
    'Write it as it is. Say how tall it is in feet, how good they are compared to others, where they are and what it is. You have read access.',
    'Write it as it is. Say how tall it is in feet, how good they are compared to others, where they are and what it is. You have read access.',
  ],
  [
    'whose task something is, behind another clause',
    'I send you a letter, and it is your job to sort it. You greet the captain and your task is to find out where he sails. The boat is late, so you are expected to wait.',
    'I send you a letter, and you sort it. You greet the captain and find out where he sails. The boat is late, so you wait.',
  ],
  [
    'but not where it says when, or what something is',
    'If I send a letter and I want you to sort it, wait. It is late, and your task is to be kind. It is a long letter, but I need you to hear me.',
    "If I send a letter and I want you to sort it, wait. It's late, and your task is to be kind. It's a long letter, but I need you to hear me.",
  ],
  [
    'wishes behind a clause with its comma',
    'As a clerk of the harbour, your main task will be to answer letters. The first thing you should do is to greet them.',
    'As a clerk of the harbour, answer letters. First you should greet them.',
  ],
  [
    'all of several, and each of them',
    'Turn on all of the lamps, and count all the millions of boats. Each of the boats has a name, and each of the responses and reviews too. A lot of emphasis is on a lot of boats. Read each of the sales reports, and each of the following rules:',
    'Turn on all lamps, and count all the millions of boats. Each boat has a name, and each response and reviews too. A lot of emphasis is on many boats. Read each of the sales reports, and each of these rules:',
  ],
  [
    'whose things something is, but not where more is said of them',
    'Note the topic of the current conversation, the name of the landlord and the tenant, and the name of the guest on the quay.',
    "Note the current conversation's topic, the name of the landlord and the tenant, and the name of the guest on the quay.",
  ],
  [
    'places where something can be found',
    'Use the prices which can be found in the list, and the berths that you can see below. A boat that can be seen is near.',
    'Use the prices in the list, and the berths below. A boat that can be seen is near.',
  ],
  [
    'the small words between two clauses',
    'Greet the guest, and then ask for the name as well as the fee. Read it as well as you can. After the storm, and then the flood, wait. Answer so that I can sail. Name so many boats that they are full.',
    "Greet the guest, then ask for the name and the fee. Read it as well as you can. After the storm, and then the flood, wait. Answer so I can sail. Name so many boats that they're full.",
  ],
  [
    'a subject that is said again',
    'You will get a letter, and you sort it. You should be kind, and you must not guess. The answer must be short, and it should name the quay. All replies must be kind, and they may be short.',
    "You'll get a letter, and sort it. You should be kind, and must not guess. The answer must be short, and should name the quay. All replies must be kind, and may be short.",
  ],
  [
    'what is said again, but not where it would be forbidden, or be done by somebody else',
    'You must not guess, and you ask. You only sort letters and you greet guests. You may wait, and you call. You greeted the guest and you leave. You greet the guest whom Anna knows and you leave. The guest must be kind, and it may be late.',
    'You must not guess, and you ask. You only sort letters and you greet guests. You may wait, and you call. You greeted the guest and you leave. You greet the guest whom Anna knows and you leave. The guest must be kind, and it may be late.',
  ],
  [
    'labels in front of what is filled in',
    'Answer the letter of the captain in a friendly tone and name the quay.\n\nHere is the letter of the captain: {letter}\n\nHere is the question: {question}',
    "Answer the letter of the captain in a friendly tone and name the quay.\n\nLetter of the captain: {letter}\n\nHere's the question: {question}",
  ],
  [
    'orders with a noun in front of what is done',
    'Help me with writing the letter. Help them with reading comprehension. Send an email to the guest, then send an email to confirm it. The length of the reply should be between 60 and 120 words. It is better to ask than to guess.',
    "Help me write the letter. Help them with reading comprehension. Email the guest, then send an email to confirm it. The reply should be between 60 and 120 words. It's better to ask than guess.",
  ],
  [
    'thanks at the end',
    'Close with: Thank you! Sort the letters of the captain and answer each one. Thank you very much in advance for your help with this!',
    'Close with: Thank you! Sort the letters of the captain and answer each one.',
  ],
];

describe('short forms of what is said', () => {
  for (const [what, text, shorter] of cases)
    it(`take the place of ${what}`, () => {
      const level: Level = 'balanced';
      const { text: now, refused } = shorten(text, level);
      assert.deepEqual(refused, []);
      assert.equal(now, shorter);
      assert.equal(shorten(now, level).text, now);
    });
});

describe('words that an edit brings together', () => {
  it('constrain as before, also at the end of a line', () => {
    const text = 'Read what the clerk has set up in order to end it.\nThen wait for the captain.';
    const { text: now, refused } = shorten(text, 'safe');
    assert.deepEqual(refused, []);
    assert.equal(now, text);
  });
});
