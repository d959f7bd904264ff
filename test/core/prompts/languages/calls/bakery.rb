require 'openai'

CLIENT = OpenAI::Client.new
MODEL = 'gpt-4o-mini'

def answer(question)
  CLIENT.chat(
    parameters: {
      model: MODEL,
      max_tokens: 300,
      messages: [
        { role: 'system', content: 'You are a baker.' },
        { role: 'user', content: "A customer asks: #{question}" },
      ],
    },
  )
end
