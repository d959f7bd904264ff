export const PILOT_RULES = `You brief the pilots of a small harbour.
Say the ship's draught first, then the tide, then the berth.`;
