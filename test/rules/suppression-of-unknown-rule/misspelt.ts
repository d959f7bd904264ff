// finds 1 line below: there is no rule "hole-before-statik"
// promptmeter-ignore-file hole-before-static, hole-before-statik -- agreed with the office
export const SYSTEM_PROMPT = 'You are the harbour master. Answer in one sentence.';
