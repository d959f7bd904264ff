import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ordersOf } from '../../../src/core/compress/orders.ts';
import { validate } from '../../../src/core/compress/validate.ts';
import { viewOf } from '../../../src/core/compress/view.ts';
import { vocabularies } from './counting.ts';

/** Enough small words for the language to be told, and none of them asks for anything. */
const contexts = {
  en: 'The harbour office is in the old house by the quay. The captains of the boats are there in the morning with their crew.',
  de: 'Das Hafenbüro ist in dem alten Haus am Kai. Die Kapitäne sind am Morgen da und die Boote liegen auf dem Fluss.',
  fr: 'Le bureau du port est dans une maison sur le quai. Les capitaines sont là le matin avec les marins et les bateaux.',
  es: 'La oficina del puerto está en la casa del muelle. Los capitanes están en la oficina por la mañana con las redes.',
};

const asked: Readonly<Record<keyof typeof contexts, readonly string[]>> = {
  en: [
    'Return the label and the action, separated by a comma.',
    'For each boat, name the quay.',
    'Then carefully describe the tide.',
    'The answer is in Danish.',
    'Names of boats followed by their quays.',
    'Your letters are short.',
    'I need you to go to the quay and look at the boats.',
    "I'd like you to greet the captains.",
  ],
  de: [
    'Nenne den Kai und die Flut, durch Kommas getrennt.',
    'Schreiben Sie einen Brief.',
    'Die Antwort ist auf Dänisch.',
    'Bitte freundlich grüßen.',
    'Ich bitte dich um einen Brief an den Kapitän.',
  ],
  fr: [
    'Donne le nom du quai.',
    'Écrivez une lettre.',
    'Le nom du bateau suivi de son quai.',
    'La réponse est en danois.',
  ],
  es: [
    'Escribe una carta.',
    'Indique el nombre del muelle.',
    'El nombre del barco seguido de su muelle.',
    'La respuesta está en danés.',
  ],
};

describe('sentences that ask for something', () => {
  for (const [language, context] of Object.entries(contexts)) {
    it(`are told by their mood in ${language}`, () => {
      for (const order of asked[language as keyof typeof contexts])
        assert.deepEqual(saidIn(`${context}\n${order}`), [order]);
    });

    it(`are not those that tell in ${language}`, () => assert.deepEqual(saidIn(context), []));
  }

  it('are those listed under an order, or under a heading that names what is made', () => {
    const list = '- the fee of the berth\n- the name of the captain';
    assert.deepEqual(saidIn(`${contexts.en}\n\nCollect these facts:\n${list}\n\n${contexts.en}`), [
      'Collect these facts:',
      'the fee of the berth',
      'the name of the captain',
    ]);
    assert.deepEqual(saidIn(`# Output format\n${list}\n\n# History\n${contexts.en}`), [
      'the fee of the berth',
      'the name of the captain',
    ]);
    assert.deepEqual(saidIn(`# History\n${contexts.en}\n${list}`), []);
  });

  it('are what stands behind a label, and what goes on in the next line', () => {
    assert.deepEqual(saidIn(`${contexts.en}\nTone: warm and plain.`), ['Tone:', 'warm and plain.']);
    assert.deepEqual(saidIn(`${contexts.en}\nDescribe the quay\nof the old town.`), [
      'Describe the quay',
      'of the old town.',
    ]);
  });
});

describe('the validator of engines that leave words out', () => {
  const text = `${contexts.en}\nReturn the label and the action, separated by a comma.`;
  const rules = { ordered: true, words: 'deletion', patterns: [] } as const;
  const lossesWithout = (gone: string, orders: 'whole' | 'free'): string[] => {
    const start = text.indexOf(gone);
    const edit = { start, end: start + gone.length, text: '', passes: ['llmlingua2'], group: 1 };
    return validate(text, [edit], { ...rules, orders }, vocabularies).map(
      ({ kind, what }) => `${kind} ${what}`,
    );
  };

  it('notices a word that a plain order lost', () =>
    assert.deepEqual(lossesWithout(', separated by a comma', 'whole'), [
      'demand return the label and the action, separated by a comma.',
    ]));

  it('lets words go of sentences that tell, and of orders where they are not to stay whole', () => {
    assert.deepEqual(lossesWithout(' by the quay', 'whole'), []);
    assert.deepEqual(lossesWithout(', separated by a comma', 'free'), []);
  });
});

function saidIn(text: string): string[] {
  const view = viewOf(text, { level: 'safe', isWhole: true, patterns: [] }, vocabularies);
  return ordersOf(view).map(({ start, end }) => text.slice(start, end));
}
