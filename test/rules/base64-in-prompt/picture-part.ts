import OpenAI from 'openai';

const CHECKSUM = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';

export async function look(photo: Buffer) {
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      { role: 'system', content: `You know the ships of a harbour. The edition of the register is ${CHECKSUM}.` },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Which ship is on this picture?' },
          { type: 'image_url', image_url: { url: `data:image/png;base64,${photo.toString('base64')}` } },
        ],
      },
    ],
  });
}
