import fallback, { HOUSE_STYLE as style, closing } from './texts.js';
import * as texts from './texts.js';

export const HARBOUR_PROMPT = `You are a baker. ${style} ${texts.places.harbour} ${closing()} ${fallback}`;
