package harbour

// finds 1 line below: add "-- why"
/* promptmeter-ignore-next-line hole-before-static */
const SystemPrompt = "You are the harbour master. Answer in one sentence."
