import { GoogleGenAI } from '@google/genai';

export async function tides() {
  return new GoogleGenAI({}).models.generateContent({
    model: 'gemini-2.5-pro',
    contents: 'Tell the tides of this harbour for the coming week, one line a day.',
  });
}
