export const HOUSE_RULES = 'Never promise a tide, and never send two ships to one berth.';
