import { holeMark } from '../draft.ts';

/** A section as a language model sees it: each hole with a number, so that none can be taken for another. */
export function withMarks(section: string): string {
  let next = 0;
  return section.replaceAll(holeMark, () => `⟦${++next}⟧`);
}

/** The section that a model answered with, its holes again as they were; `null` where one is gone, new or elsewhere. */
export function withoutMarks(answer: string, section: string): string | null {
  const wanted = section.split(holeMark).length - 1;
  let next = 0;
  let isSame = !answer.includes(holeMark);
  const text = answer.replaceAll(/⟦(\d{1,6})⟧/g, (_, number: string) => {
    isSame &&= Number(number) === ++next;
    return holeMark;
  });
  return isSame && next === wanted ? text : null;
}
