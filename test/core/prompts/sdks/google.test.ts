import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('Google Gen AI', () => {
  it('contents, system instruction, cap and function declarations', async () => {
    const source = `import { GoogleGenAI, Type } from '@google/genai';
const ai = new GoogleGenAI({ apiKey });
await ai.models.generateContent({
  model: 'gemini-2.5-flash',
  contents: [{ role: 'user', parts: [{ text: \`Bake \${bread}.\` }, { inlineData: picture }] }],
  config: {
    systemInstruction: 'You are the oven of a bakery.', maxOutputTokens: 100,
    tools: [{ functionDeclarations: [{ name: 'heat', description: 'Heats the oven.', parameters: { type: Type.OBJECT } }] }],
  },
});`;
    assert.deepEqual(await found('shop/oven.ts', source), [
      'user google gemini-2.5-flash: Bake {bread}.',
      'system google gemini-2.5-flash: You are the oven of a bakery.',
      'tool-description google gemini-2.5-flash: Heats the oven.',
    ]);
    assert.deepEqual(await calls('shop/oven.ts', source), [
      'google gemini-2.5-flash 100: tool-description system user',
    ]);
  });

  it('types of the Python client, and a text alone', async () => {
    const source = `from google import genai
from google.genai import types
client = genai.Client()
client.models.generate_content(
    model="gemini-2.5-pro",
    contents=[types.Content(role="user", parts=[types.Part.from_text(text="How long do rolls bake?")])],
    config=types.GenerateContentConfig(system_instruction="You answer bakers.", max_output_tokens=40),
)
client.models.generate_content(model="gemini-2.5-pro", contents=["Describe the loaf:", picture])`;
    assert.deepEqual(await found('shop/oven.py', source), [
      'user google gemini-2.5-pro: How long do rolls bake?',
      'system google gemini-2.5-pro: You answer bakers.',
      'user google gemini-2.5-pro: Describe the loaf:',
    ]);
    assert.deepEqual(await calls('shop/oven.py', source), [
      'google gemini-2.5-pro 40: system user',
      'google gemini-2.5-pro -: user …',
    ]);
  });

  it('a chat goes on with the model that it was made for', async () => {
    assert.deepEqual(
      await found(
        'shop/chat.ts',
        `import { GoogleGenAI } from '@google/genai';
const ai = new GoogleGenAI({});
const chat = ai.chats.create({ model: 'gemini-2.5-flash-lite', config: { systemInstruction: 'You chat about cakes.' } });
await chat.sendMessage({ message: 'Which cake keeps longest?' });`,
      ),
      [
        'system google gemini-2.5-flash-lite: You chat about cakes.',
        'user google gemini-2.5-flash-lite: Which cake keeps longest?',
      ],
    );
  });

  it('the SDK before it, in both languages', async () => {
    assert.deepEqual(
      await found(
        'shop/old.py',
        `import google.generativeai as genai
model = genai.GenerativeModel("gemini-1.5-pro", system_instruction="You price cakes.")
model.generate_content(f"Price: {cake}", generation_config=genai.GenerationConfig(max_output_tokens=9))
chat = model.start_chat(history=[{"role": "model", "parts": ["A cake is 20."]}])
chat.send_message("And two of them?")`,
      ),
      [
        'system google gemini-1.5-pro: You price cakes.',
        'user google gemini-1.5-pro: Price: {cake}',
        'assistant google gemini-1.5-pro: A cake is 20.',
        'user google gemini-1.5-pro: And two of them?',
      ],
    );
    assert.deepEqual(
      await found(
        'shop/old.ts',
        `import { GoogleGenerativeAI } from '@google/generative-ai';
const genAI = new GoogleGenerativeAI(key);
const model = genAI.getGenerativeModel({ model: 'gemini-1.5-flash', systemInstruction: 'You price rolls.' });
const chat = model.startChat({ history: [{ role: 'user', parts: [{ text: 'What is a roll?' }] }] });
await model.generateContent(\`Price of \${roll}\`);
await chat.sendMessage('And ten of them?');`,
      ),
      [
        'system google gemini-1.5-flash: You price rolls.',
        'user google gemini-1.5-flash: What is a roll?',
        'user google gemini-1.5-flash: Price of {roll}',
        'user google gemini-1.5-flash: And ten of them?',
      ],
    );
  });

  it('a request carries what its model was made with, and a chat all that was said before', async () => {
    assert.deepEqual(
      await calls(
        'shop/prepared.py',
        `import google.generativeai as genai
model = genai.GenerativeModel("gemini-1.5-pro", system_instruction="You price cakes.")
model.generate_content("Price the tart.")
chat = model.start_chat(history=[{"role": "model", "parts": ["A cake is 20."]}])
chat.send_message("And two of them?")`,
      ),
      ['google gemini-1.5-pro -: system user', 'google gemini-1.5-pro -: system assistant user …'],
    );
  });

  it('is not a message of a bot or a socket', async () => {
    const source = `import { Telegraf } from 'telegraf';
const bot = new Telegraf(token);
await bot.telegram.sendMessage(chatId, 'Your cake is ready, please fetch it before six.');
socket.sendMessage({ message: 'Your cake is ready, please fetch it before six.' });
await page.generateContent({ template: 'cakes' });`;
    assert.deepEqual(await found('shop/bot.ts', source), []);
  });
});

describe('Vertex AI', () => {
  it('Gemini in both languages', async () => {
    assert.deepEqual(
      await found(
        'shop/vertex.py',
        `import vertexai
from vertexai.generative_models import GenerativeModel, Part
model = GenerativeModel(model_name="gemini-1.5-pro-002", system_instruction=["You taste bread.", "Be honest."])
model.generate_content([Part.from_uri(uri, mime_type="image/png"), "How does it look?"])`,
      ),
      [
        'system vertex gemini-1.5-pro-002: You taste bread.',
        'system vertex gemini-1.5-pro-002: Be honest.',
        'user vertex gemini-1.5-pro-002: How does it look?',
      ],
    );
    assert.deepEqual(
      await found(
        'shop/vertex.ts',
        `import { VertexAI } from '@google-cloud/vertexai';
const vertex = new VertexAI({ project });
const model = vertex.preview.getGenerativeModel({ model: 'gemini-1.5-flash-001', systemInstruction: { parts: [{ text: 'You taste cakes.' }] } });
await model.generateContentStream({ contents: [{ role: 'user', parts: [{ text: 'How sweet is it?' }] }] });`,
      ),
      [
        'system vertex gemini-1.5-flash-001: You taste cakes.',
        'user vertex gemini-1.5-flash-001: How sweet is it?',
      ],
    );
  });

  it('is not a model that predicts anything else', async () => {
    const source = `from sklearn.linear_model import LinearRegression
model = LinearRegression()
model.predict("How many loaves will we sell tomorrow?")`;
    assert.deepEqual(await found('shop/sales.py', source), []);
  });
});
