import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shorten } from './counting.ts';

const cases: readonly (readonly [what: string, text: string, shorter: string])[] = [
  [
    'what leads up to an infinitive in French, which orders by itself',
    'Votre tâche est de répondre aux capitaines du port. Il est important de ne pas inventer de dates. Il est important de votre côté que les lettres sont courtes.',
    'Répondre aux capitaines du port. Ne pas inventer de dates. Il est important de votre côté que les lettres sont courtes.',
  ],
  [
    'no mood in French',
    'Dans le cas où le capitaine aurait une question, répondez dans une lettre qui est courte.',
    'Au cas où le capitaine aurait une question, répondez dans une lettre qui est courte.',
  ],
  [
    'what leads up to an infinitive in Spanish',
    'Tu tarea es responder a los capitanes del puerto. Es importante saludar a los capitanes. Tu tarea es la siguiente: escribir una carta que no sea larga.',
    'Responder a los capitanes del puerto. Saludar a los capitanes. Tu tarea es la siguiente: escribir una carta que no sea larga.',
  ],
  [
    'no mood in Spanish, and no gender',
    'En el caso de que haya tormenta, avisa a un gran número de personas que están en el puerto.',
    'En caso de que haya tormenta, avisa a un gran número de personas que están en el puerto.',
  ],
  [
    'no case in German',
    'Antworte auf der Grundlage von Briefen in Bezug auf die Preise, und nenne eine Vielzahl von Booten, die nicht im Hafen sind.',
    'Antworte anhand von Briefen in Bezug auf die Preise, und nenne eine Vielzahl von Booten, die nicht im Hafen sind.',
  ],
];

describe('other languages than English', () => {
  for (const [what, text, shorter] of cases)
    it(`lose ${what}`, () => assert.equal(shorten(text, 'balanced').text, shorter));
});
