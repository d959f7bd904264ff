import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Level } from '../../../src/core/compress/lexicons/lexicon.ts';
import { shorten } from './counting.ts';

const cases: readonly (readonly [what: string, level: Level, text: string, shorter: string])[] = [
  [
    'the word that begins what is said or known',
    'safe',
    'Ensure that the quay is free. Tell the captain that there is a storm. Check that boat.',
    'Ensure the quay is free. Tell the captain there is a storm. Check that boat.',
  ],
  [
    'relative clauses of what something contains or has',
    'safe',
    'Write a letter that contains the fee, to boats which have a crew. Greet a boat that has a crew and carries bread. List every quay that has not been cleaned.',
    'Write a letter containing the fee, to boats with a crew. Greet a boat that has a crew and carries bread. List every quay that has not been cleaned.',
  ],
  [
    'what only looks like a clause of a noun: that stays',
    'safe',
    'Check that list items are clean. Ensure that match results are sorted. Keep in mind that lists are long. Weigh the idea that matches count.',
    'Check that list items are clean. Ensure that match results are sorted. Keep in mind that lists are long. Weigh the idea that matches count.',
  ],
  [
    'amounts of all there is, and what would be no sentence without its words',
    'safe',
    'Greet the majority of the guests and a small number of boats. Return a number of 1 to 5. Weigh it together with the fact that the quay is old. Boats do not have the ability to fly, and captains have the ability to swim.',
    'Greet most of the guests and a few boats. Return a number of 1 to 5. Weigh it with the fact that the quay is old. Boats do not have the ability to fly, and captains can swim.',
  ],
  [
    'a pronoun before a subject of several words, behind what is a noun for sure',
    'safe',
    'Answer in the language that the captain speaks. Weigh the idea that the boat is old. List every boat that is not moored at the quay. Wait, because that is not agreed with the captain.',
    'Answer in the language the captain speaks. Weigh the idea that the boat is old. List every boat not moored at the quay. Wait, because that is not agreed with the captain.',
  ],
  [
    'verbs of what is done again and again',
    'balanced',
    'You are a clerk who helps the captains. Greet the captain who wins a boat. Check that work is done, and name the people that live by the quay.',
    "You're a clerk helping the captains. Greet the captain who wins a boat. Check that work is done, and name the people living by the quay.",
  ],
  [
    'what belongs to a thing, or to one of yours',
    'balanced',
    'Note the title of the story, the name of your shop and the end of the story. The name of our shop is short.',
    'Note the story title, your shop name and the end of the story. Our shop name is short.',
  ],
  [
    'what a label says besides its name, unless an example would begin',
    'balanced',
    'Answer the captain in a letter of your own and name the harbour in it.\n\nHere is the letter of the captain:\n{letter}\n\nHere is the question:\n{question}',
    "Answer the captain in a letter of your own and name the harbour in it.\n\nLetter of the captain:\n{letter}\n\nHere's the question:\n{question}",
  ],
  [
    'words for which one does',
    'safe',
    'Let the guest know that the boat is late. Make sure the quay is free. Take these into account. You will be given a list. Use the ropes listed below, as listed below.',
    'Tell the guest the boat is late. Ensure the quay is free. Consider these. You will get a list. Use the ropes below, as listed below.',
  ],
  [
    'what belongs to a person',
    'safe',
    'Note the name of the guest, the language of the customer service, the end of the user and the length of the boat.',
    "Note the guest's name, the language of the customer service, the end of the user and the length of the boat.",
  ],
  [
    'manners, however many, where nothing more is said of them',
    'safe',
    'Answer the captain in a clear, very polite and brief manner. Write in a clear way that a child can follow. Reply in a direct manner suitable for captains.',
    'Answer the captain clearly, very politely and briefly. Write in a clear way that a child can follow. Reply in a direct manner suitable for captains.',
  ],
  [
    'a list of examples that ends as such too',
    'safe',
    'Name breads such as rye, spelt, etc. For boats, name ropes (e.g. jute, hemp, etc.). Sell bread, rolls, etc. to them, and so on.',
    'Name breads such as rye, spelt. For boats, name ropes (e.g. jute, hemp). Sell bread, rolls, etc. to them, and so on.',
  ],
  [
    'whom the text speaks to, in clauses around an order',
    'balanced',
    'If you are unsure about the tide, ask. Read the letter before you answer. After you have asked the captain, wait. When you complete the form, stop. If you are a guest, wait until you are told.',
    "If unsure about the tide, ask. Read the letter before answering. After asking the captain, wait. When you complete the form, stop. If you're a guest, wait until told.",
  ],
  [
    'a role that was given before, and no other',
    'balanced',
    'You are the guide of a small harbour. As a guide of the harbour, you greet guests. As a baker, you sell bread to them.',
    "You're the guide of a small harbour. You greet guests. As a baker, you sell bread to them.",
  ],
  [
    'what leads up to a verb',
    'balanced',
    'Make sure that you answer the captain. You are responsible for sorting the mail. The guest would like to pay. You should make sure to greet them.',
    'Answer the captain. Sort the mail. The guest wants to pay. You should greet them.',
  ],
  [
    'articles, but none that say how often, how many or which',
    'aggressive',
    'You should write a letter once a day to the captain. Ask one question at a time, name a few boats and the most expensive berth in your answer.',
    'You should write letter once a day to captain. Ask one question at a time, name a few boats and the most expensive berth in answer.',
  ],
];

describe('clauses', () => {
  for (const [what, level, text, shorter] of cases)
    it(`are shorter without ${what}`, () => assert.equal(shorten(text, level).text, shorter));

  it('keep what goes as a whole or not at all', () => {
    const text = 'It goes without saying that you greet the captain of the boat in the harbour.';
    assert.equal(shorten(text, 'safe').text, text);
    assert.equal(shorten(text, 'balanced').text, 'You greet the captain of the boat in the harbour.');
  });

  it('keep words apart that would ask for something together', () => {
    const text = 'Look each of the boats up in order to answer the question of the captain of the harbour.';
    assert.deepEqual(shorten(text, 'aggressive').refused, []);
  });
});
