from openai import OpenAI


def answer(history):
    recent = history[-10:]  # finds (info): `history[-10:]` drops the oldest messages with every turn
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[
            {"role": "system", "content": "You are the harbour master."},
            *recent,
        ],
    )
