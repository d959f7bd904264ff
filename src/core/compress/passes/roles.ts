import { restatedRoles } from '../roles.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';

/** `As a tour guide, you answer` → `You answer`, where the text has said before that it speaks to a tour guide. */
export const roles: Pass = {
  id: 'roles',
  propose: (view) =>
    reaches(view.level, 'balanced')
      ? restatedRoles(view)
          .map(({ start, end }) => ({ start, end: end + 1, text: view.text.charAt(end).toUpperCase() }))
          .filter(({ start, end }) => !view.protected.touches(start, end))
      : [],
};
