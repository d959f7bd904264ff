import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { TextKind } from '../../../src/core/calibration.ts';
import { mixtureOf } from '../../../src/core/tokens/textKinds.ts';

function kindOf(text: string): TextKind {
  const [[kind] = ['english']] = Object.entries(mixtureOf(text)).sort(([, a], [, b]) => b - a);
  return kind as TextKind;
}

const texts: readonly (readonly [kind: TextKind, text: string])[] = [
  ['english', ''],
  ['english', 'You are the night baker. Answer in one sentence: which loaf goes into the oven first?'],
  [
    'english',
    '- Greet the customer by name.\n- Never promise a cake for today.\n- If they ask for rye, say "tomorrow".',
  ],
  [
    'english',
    '# Rules\n\n1. **Weigh** the flour with care.\n2. Do not open the oven when the timer is running.',
  ],
  [
    'latin',
    'Du bist der Bäcker der Nachtschicht. Antworte kurz und höflich, und versprich keinem Kunden eine Torte.',
  ],
  ['latin', 'Vous êtes le boulanger de nuit. Répondez poliment à chaque client, même très tôt le matin.'],
  [
    'latin',
    'Je bent de bakker van de nacht. Antwoord kort en vriendelijk op elke vraag van een klant die vroeg komt.',
  ],
  ['code', 'function bake(loaf: Loaf): Oven {\n  return { loaf, degrees: 240 };\n}'],
  ['code', '{"loaf": "rye", "seeded": true, "toppings": ["poppy", "sesame"], "crust": {"kind": "dark"}}'],
  ['data', '7f3c9a10-22b4-4c1e-9d0f-88e1a5c2b7d4\n0b1e6c55-91aa-4f0e-8b7d-6c2f1e9a3d48'],
  [
    'data',
    '2026-11-22T04:10:00Z,1204,17.50\n2026-11-22T04:20:00Z,1180,17.25\n2026-11-22T04:30:00Z,1171,17.05',
  ],
  [
    'data',
    'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==',
  ],
  ['chinese', '你是一位面包师。请用一句话回答顾客的问题。'],
  ['japanese', 'あなたはパン職人です。お客様の質問に一文で答えてください。'],
  ['korean', '당신은 제빵사입니다. 손님의 질문에 한 문장으로 답하세요.'],
  ['cyrillic', 'Ты пекарь ночной смены. Отвечай кратко и вежливо.'],
  ['arabic', 'أنت خباز الليل. أجب عن سؤال الزبون بجملة واحدة.'],
  ['other', 'Είσαι ο νυχτερινός φούρναρης. Απάντησε σύντομα.'],
];

describe('the kind of a text', () => {
  for (const [kind, text] of texts)
    it(`is ${kind}: ${JSON.stringify(text.slice(0, 30))}`, () => assert.equal(kindOf(text), kind));

  it('is code for programs', () => {
    for (const path of ['smol-toml/dist/parse.js', 'yaml/dist/compose/composer.js'])
      assert.equal(kindOf(readFileSync(`node_modules/${path}`, 'utf8')), 'code', path);
  });

  it('is told block by block, so that shares add up to one', () => {
    const english = 'Answer the customer who stands in front of you, and be kind to them.\n'.repeat(12);
    const code = 'const loaf = bake({ flour: "rye", grams: [500, 750] }, (crust) => crust.dark);\n'.repeat(
      10,
    );
    const mixture = mixtureOf(english + code);
    assert.ok((mixture.english ?? 0) > 0.25 && (mixture.code ?? 0) > 0.25, JSON.stringify(mixture));
    const all = Object.values(mixture).reduce((sum, share) => sum + share, 0);
    assert.ok(Math.abs(all - 1) < 1e-9);
  });

  it('of a long text is told from its beginning, middle and end', () => {
    const part = (text: string) => text.repeat(Math.ceil(200_000 / text.length));
    const mixture = mixtureOf(
      part('Give the loaf to the baker. ') + part('請給麵包師傅。') + part('Дай хлеб пекарю. '),
    );
    for (const kind of ['english', 'chinese', 'cyrillic'] as const)
      assert.ok((mixture[kind] ?? 0) > 0.1, kind);
  });

  it('of a list of prices in Chinese is Chinese and data', () => {
    const mixture = mixtureOf('面包 12.50 元\n蛋糕 128.00 元\n咖啡 25.00 元\n');
    assert.ok((mixture.chinese ?? 0) > 0.3 && (mixture.data ?? 0) > 0.2, JSON.stringify(mixture));
  });
});
