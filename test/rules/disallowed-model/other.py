from openai import OpenAI

client = OpenAI()


def answer(question):
    # finds 1 line below (error): `gpt-5-mini` is not allowed here, and 2 calls of this file name it: take one of gpt-4.1*, claude-*, or add it to `models.allow`
    return client.chat.completions.create(
        model="gpt-5-mini",
        messages=[{"role": "system", "content": "You are the harbour master. Answer in one sentence."}, {"role": "user", "content": question}],
    )


def greet(question):
    return client.chat.completions.create(
        model="gpt-5-mini",
        messages=[{"role": "system", "content": "Greet the crew."}, {"role": "user", "content": question}],
    )


def tow(question):
    # finds 1 line below (error): `gpt-5-nano` is not allowed here: take one of
    return client.chat.completions.create(
        model="TUG_MODEL",
        messages=[{"role": "system", "content": "You call the tugs of the harbour."}, {"role": "user", "content": question}],
    )
