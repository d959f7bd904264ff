from openai import OpenAI

client = OpenAI(base_url="http://localhost:8000/v1")


def answer(question):
    return client.chat.completions.create(
        model="pilot-7b",
        messages=[
            {"role": "system", "content": "You are the harbour master. Answer in one sentence."},
            {"role": "user", "content": question},
        ],
    )
