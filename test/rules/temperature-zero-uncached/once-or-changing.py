from openai import OpenAI

client = OpenAI()

client.chat.completions.create(
    model="gpt-4.1",
    temperature=0,
    messages=[{"role": "user", "content": "Write the motto of a small harbour in the north."}],
)


def main():
    client.chat.completions.create(
        model="gpt-4.1",
        temperature=0,
        messages=[{"role": "user", "content": "Write the motto of a small harbour in the south."}],
    )


def turn(history):
    return client.chat.completions.create(
        model="gpt-4.1",
        temperature=0,
        messages=[{"role": "system", "content": "You are the harbour master."}, *history],
    )


def varied():
    return client.chat.completions.create(
        model="gpt-4.1",
        temperature=0.8,
        messages=[{"role": "user", "content": "Write the motto of a small harbour in the west."}],
    )
