/** Of one event: longer ones are no answer of a model. UTF-16 units. */
const longest = 8 * 1024 * 1024;

/**
 * Takes the data out of a stream of server-sent events as its pieces come. Lines end as providers end them, with a line
 * feed, before which a carriage return may stand.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation (2026-11-22)
 */
export class EventReader {
  readonly #take: (data: string) => void;
  /** The line that has begun, in pieces: to join them with each new one would cost the square of its length. */
  #line: string[] = [];
  #data: string[] = [];
  #length = 0;
  #hasOverflown = false;

  constructor(take: (data: string) => void) {
    this.#take = take;
  }

  /** Whether an event was too long to be kept; it was left out. */
  get hasOverflown(): boolean {
    return this.#hasOverflown;
  }

  push(text: string): void {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.#add(text.slice(start, end));
      const line = this.#line.join('');
      this.#line = [];
      this.#endLine(line.endsWith('\r') ? line.slice(0, -1) : line);
      start = end + 1;
    }
    if (start < text.length) this.#add(text.slice(start));
  }

  /** A last event that lacks its empty line is taken all the same: some servers forget it. */
  end(): void {
    const line = this.#line.join('');
    this.#line = [];
    if (line !== '') this.#endLine(line);
    this.#endLine('');
  }

  #add(piece: string): void {
    this.#length += piece.length;
    if (this.#length <= longest) this.#line.push(piece);
    else this.#hasOverflown = true;
  }

  #endLine(line: string): void {
    if (line !== '') {
      if (line.startsWith('data:')) this.#data.push(line.slice(line[5] === ' ' ? 6 : 5));
      return;
    }
    const data = this.#data.join('\n');
    const isCut = this.#length > longest;
    this.#data = [];
    this.#length = 0;
    if (data !== '' && !isCut) this.#take(data);
  }
}
