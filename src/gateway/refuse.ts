import type { ServerResponse } from 'node:http';

/** An answer of the gateway itself, in the form in which the SDKs of the providers look for a message. */
export function refuse(response: ServerResponse, status: number, sentence: string): void {
  answer(response, status, { error: { message: sentence, type: 'promptmeter_gateway' } });
}

export function answer(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}
