import type { Editor } from '../connect.ts';
import type { CompressionPage } from '../protocol.ts';
import { words } from '../words.ts';

interface Properties {
  readonly page: CompressionPage;
  readonly editor: Editor;
}

/** What no rule may shorten, and a person might; each leads to where it stands. */
export function Pointers({ page: { pointers }, editor }: Properties) {
  if (pointers.length === 0) return null;
  return (
    <section>
      <h2>{words.pointedOut}</h2>
      <ul>
        {pointers.map(({ text, path, offset }, i) => (
          <li key={i}>
            {offset === null ? (
              text
            ) : (
              <button type="button" class="link" onClick={() => editor.tell({ kind: 'goTo', path, offset })}>
                {text}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
