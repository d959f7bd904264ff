from openai import OpenAI

client = OpenAI()


def answer(question, max_retries):
    for attempt in range(max_retries):
        reply = client.chat.completions.create(
            model="gpt-4.1-mini",
            messages=[
                {"role": "system", "content": "You are the harbour master. Answer in one sentence."},
                {"role": "user", "content": question},
            ],
        )
        if reply.choices:
            return reply
