import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holeMark } from '../../../src/core/compress/draft.ts';
import { levels } from '../../../src/core/compress/lexicons/lexicon.ts';
import { applyAll } from '../../../src/core/compress/edited.ts';
import { count, shorten, vocabularies } from './counting.ts';
import { compress } from '../../../src/core/compress/compress.ts';

const cases: readonly { what: string; text: string; safe: string; balanced?: string; aggressive?: string }[] =
  [
    {
      what: 'blanks that no reader sees',
      text: '\n    You are the harbour office.   \n\n\n    Answer in   one sentence.\n      - Be kind.\n  ',
      safe: 'You are the harbour office.\n\nAnswer in one sentence.\n  - Be kind.',
      balanced: "You're the harbour office.\n\nAnswer in one sentence.\n  - Be kind.",
    },
    {
      what: 'blanks of a text whose first line has no margin, and gaps where the others have theirs',
      text: 'A     berth is wanted.\n    Answer in one sentence.\n    Name the quay.',
      safe: 'A berth is wanted.\nAnswer in one sentence.\nName the quay.',
      aggressive: 'A berth is wanted.\nAnswer in one sentence.\nName quay.',
    },
    {
      what: 'phrases that style guides call wordy',
      text: 'In order to book a berth, send the length of the boat prior to the arrival, due to the fact that the quay is short.',
      safe: 'To book a berth, send the length of the boat before the arrival, because the quay is short.',
      aggressive: 'To book berth, send length of boat before arrival, because quay is short.',
    },
    {
      what: 'what leads up to an instruction',
      text: 'Your task is to sort the mails of the harbour. Please make sure that you always answer in the language of the captain.',
      safe: 'Your task is to sort the mails of the harbour. Make sure you always answer in the language of the captain.',
      balanced: 'Sort the mails of the harbour. Always answer in the language of the captain.',
      aggressive: 'Sort mails of harbour. Always answer in language of captain.',
    },
    {
      what: 'relative clauses that say no more than what is left of them',
      text: 'Take the berths that are listed below, and the boats which are in the harbour. Greet captains who are waiting for a berth that you know.',
      safe: 'Take the berths below, and the boats in the harbour. Greet captains who are waiting for a berth you know.',
      balanced:
        'Take the berths below, and the boats in the harbour. Greet captains waiting for a berth you know.',
      aggressive: 'Take berths below, and boats in harbour. Greet captains waiting for berth you know.',
    },
    {
      what: 'but no clause that asks, goes on behind a comma, or begins something else',
      text: 'Ask the office who is in the harbour. Tell me which are sold for cash. The quay, which is in use, is short. It is so late that we wait. A mail that is interesting is kept.',
      safe: 'Ask the office who is in the harbour. Tell me which are sold for cash. The quay, which is in use, is short. It is so late that we wait. A mail that is interesting is kept.',
      balanced:
        "Ask the office who is in the harbour. Tell me which are sold for cash. The quay, which is in use, is short. It's so late that we wait. A mail that's interesting is kept.",
      aggressive:
        "Ask office who is in harbour. Tell me which are sold for cash. The quay, which is in use, is short. It's so late that we wait. Mail that's interesting is kept.",
    },
    {
      what: 'the same meaning in other languages',
      text: 'Antworten Sie dem Kapitän auf klare und höfliche Weise, und nennen Sie auf gar keinen Fall die Gebühren, wenn er nicht fragt.',
      safe: 'Antworten Sie dem Kapitän klar und höflich, und nennen Sie nie die Gebühren, wenn er nicht fragt.',
    },
    {
      what: 'articles, but not who the model is; and negations in their short form',
      text: 'You are a harbour clerk. Write the letter to the captain. You must name a quay of the harbour. Do not name the price of the berth.',
      safe: 'You are a harbour clerk. Write the letter to the captain. You must name a quay of the harbour. Do not name the price of the berth.',
      balanced:
        "You're a harbour clerk. Write the letter to the captain. You must name a quay of the harbour. Don't name the price of the berth.",
      aggressive:
        "You're a harbour clerk. Write letter to captain. You must name quay of harbour. Don't name price of berth.",
    },
    {
      what: 'articles, but not where they count or tell one reading from another',
      text: 'Call the clerk three times a day, for half an hour, one boat at a time. Offer the most quiet berth to a few of the boats, and the other one in a row to the rest.',
      safe: 'Call the clerk three times a day, for half an hour, one boat at a time. Offer the most quiet berth to a few of the boats, and the other one in a row to the rest.',
      aggressive:
        'Call clerk three times a day, for half an hour, one boat at a time. Offer the most quiet berth to a few of boats, and the other one in a row to the rest.',
    },
    {
      what: 'a sentence that was said before in the same section',
      text: 'Answer.\n- Always name the berth of the boat.\n- Never name the price of the berth.\n- Always name the berth of the boat.',
      safe: 'Answer.\n- Always name the berth of the boat.\n- Never name the price of the berth.',
      aggressive: 'Answer.\n- Always name berth of boat.\n- Never name price of berth.',
    },
    {
      what: 'but not under another heading',
      text: '# Ferries\nAlways name the berth of the boat.\n# Yachts\nAlways name the berth of the boat.',
      safe: '# Ferries\nAlways name the berth of the boat.\n# Yachts\nAlways name the berth of the boat.',
      aggressive: '# Ferries\nAlways name berth of boat.\n# Yachts\nAlways name berth of boat.',
    },
    {
      what: 'what stands behind too many empty lines',
      text: 'You are the harbour office.\n\n\nYour task is to answer the captain.\n\n\n\nPlease note that answers must be short.',
      safe: 'You are the harbour office.\n\nYour task is to answer the captain.\n\nNote that answers must be short.',
      balanced: "You're the harbour office.\n\nAnswer the captain.\n\nAnswers must be short.",
      aggressive: "You're the harbour office.\n\nAnswer captain.\n\nAnswers must be short.",
    },
    {
      what: 'embedded JSON',
      text: 'Berths:\n```json\n{\n  "north": [ 1, 2 ],\n  "south": { "free": true, "note": "two  spaces" }\n}\n```',
      safe: 'Berths:\n```json\n{"north":[1,2],"south":{"free":true,"note":"two  spaces"}}\n```',
    },
    {
      what: 'the form of an answer, but not where it must be just so',
      text: 'Answer in this format:\n{\n  "berth": 1,\n  "price": 2\n}\n\nThen repeat it exactly as here:\n{\n  "berth": 1,\n  "price": 2\n}',
      safe: 'Answer in this format:\n{"berth":1,"price":2}\n\nThen repeat it exactly as here:\n{\n  "berth": 1,\n  "price": 2\n}',
    },
    {
      what: 'the padding of tables',
      text: '| berth      | length     |\n|:-----------|-----------:|\n| north      | 12 metres  |',
      safe: '| berth | length |\n|:-----------|-----------:|\n| north | 12 metres |',
    },
    {
      what: 'words of manners, but not where they are spoken of',
      text: 'Please answer the captain, and please name the berth. Always say please and thank you to the harbour master.',
      safe: 'Answer the captain, and name the berth. Always say please and thank you to the harbour master.',
      aggressive: 'Answer captain, and name berth. Always say please and thank you to harbour master.',
    },
    {
      what: 'a greeting, and who is asked to do something',
      text: 'Hello! We would like you to name the berth. It is really important that you never name the price.',
      safe: 'Hello! We would like you to name the berth. It is really important that you never name the price.',
      balanced: 'Name the berth. Never name the price.',
      aggressive: 'Name berth. Never name price.',
    },
    {
      what: 'what is said twice, and verbs that were made nouns',
      text: 'Combine the lists together and reply back to the captain. Carry out a validation of the papers. If any of the following conditions holds, ask the office as well.',
      safe: 'Combine the lists together and reply to the captain. Validate the papers. If any of these conditions holds, ask the office too.',
      aggressive:
        'Combine lists together and reply to captain. Validate papers. If any of these conditions holds, ask office too.',
    },
    {
      what: 'a participle at the end of a clause',
      text: 'Use the berths that have been listed, and no quay which is not in the table that was provided.',
      safe: 'Use the berths listed, and no quay which is not in the table provided.',
      balanced: "Use the berths listed, and no quay which isn't in the table provided.",
      aggressive: "Use berths listed, and no quay which isn't in table provided.",
    },
    {
      what: 'German, French and Spanish by their own tables',
      text: 'Aufgrund der Tatsache, dass der Hafen klein ist, darf das Boot nicht länger als 12 Meter sein.',
      safe: 'Weil der Hafen klein ist, darf das Boot nicht länger als 12 Meter sein.',
    },
    {
      what: 'of other languages only the structure',
      text: '港湾事務所です。   \n\n\n船長に短く答えてください。',
      safe: '港湾事務所です。\n\n船長に短く答えてください。',
    },
  ];

describe('compression by rules', () => {
  for (const { what, text, safe, balanced = safe, aggressive = balanced } of cases)
    it(what, () => {
      const results = levels.map((level) => shorten(text, level));
      assert.deepEqual(
        results.map((result) => result.text),
        [safe, balanced, aggressive],
      );
      assert.deepEqual(
        results.flatMap(({ refused }) => refused),
        [],
      );
    });

  it('keeps what is protected byte for byte', () => {
    const kept = [
      '${boat.name}',
      '{{ captain  name }}',
      '{%  if late  %}',
      'https://harbour.example/in order to',
      '"in order to   pay"',
      '`in order to`',
      'MUST',
      'in_order_to',
      '12  metres',
      '<keep>in order to   stay</keep>',
      '[insert in order to   pay]',
      holeMark,
    ];
    const text = kept.map((one) => `In order to pay, you see ${one} and the rest of the harbour.`).join('\n');
    const result = shorten(text, 'aggressive');
    for (const one of kept) assert.ok(result.text.includes(one), one);
    assert.ok(result.tokens.after < result.tokens.before);
  });

  it('tells edits of the original, each of which may be taken or left', () => {
    const text = 'Prior to the arrival, in order to book a berth, call the office of the harbour.';
    const { edits, text: all } = shorten(text, 'safe');
    assert.equal(applyAll(text, edits), all);
    assert.deepEqual(
      edits.map(({ start, end, text: by }) => [text.slice(start, end), by]),
      [
        ['Prior to', 'Before'],
        ['in order to', 'to'],
      ],
    );
    assert.deepEqual(new Set(edits.map(({ group }) => group)).size, 2);
    assert.equal(applyAll(text, edits.slice(1)), text.replace('in order to', 'to'));
  });

  it('makes one group of the edits of one block', () => {
    const text = 'The berths of the harbour:\n{\n  "north": [ 1, 2 ],\n  "south": [ 3 ]\n}';
    const { edits } = shorten(text, 'safe');
    assert.ok(edits.length > 4);
    assert.equal(new Set(edits.map(({ group }) => group)).size, 1);
  });
});

describe('a line that is said twice and can be worded shorter', () => {
  it('is said once, in the shorter words', () => {
    const line = 'In order to enter the harbour, a captain tells the office.';
    const { text, refused } = shorten(`${line}\nWait for the bridge.\n${line}\nIt is late.`, 'balanced');
    assert.deepEqual(refused, []);
    assert.equal(text, "To enter the harbour, a captain tells the office.\nWait for the bridge.\nIt's late.");
  });
});

describe('the compression of a part', () => {
  it('keeps the blanks that part a piece of a prompt from its neighbours', () => {
    const options = { level: 'safe', count, isWhole: false } as const;
    for (const part of [' and the quay ', 'Hello, ', '  you sail\n', '\n\nThe end of the pier', ' ', '\t'])
      assert.equal(compress(part, options, vocabularies).text, part);
    assert.equal(
      compress('  In order to sail,   wait. \n    Then go.  \n    Never turn back. ', options, vocabularies)
        .text,
      '  To sail, wait.\nThen go.\nNever turn back. ',
    );
  });
});
