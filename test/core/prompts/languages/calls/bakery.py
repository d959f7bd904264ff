from openai import OpenAI

client = OpenAI()
MODEL = "gpt-4o-mini"


def answer(question: str):
    return client.chat.completions.create(
        model=MODEL,
        max_tokens=300,
        messages=[
            {"role": "system", "content": "You are a baker."},
            {"role": "user", "content": f"A customer asks: {question}"},
        ],
    )
