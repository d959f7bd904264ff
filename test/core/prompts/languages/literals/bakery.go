package shop

const PLAIN_PROMPT = "You are a baker. Answer in one sentence."
const ESCAPES_PROMPT = "You say 'good morning'.\n\tThen you list the breads: \u00e9clair, \U0001F950.\\"
const LINES_PROMPT = `You are a baker.
Answer in "one" sentence.
`
const JOINED_LINES_PROMPT = "You are a baker " +
	"who answers in one sentence."
