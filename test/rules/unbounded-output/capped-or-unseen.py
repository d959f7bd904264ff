from openai import OpenAI

client = OpenAI()


def answer(question, limit, options):
    messages = [
        {"role": "system", "content": "You are the harbour master. Answer in one sentence."},
        {"role": "user", "content": question},
    ]
    client.chat.completions.create(model="gpt-4.1", max_tokens=limit, messages=messages)
    return client.chat.completions.create(model="gpt-4.1", messages=messages, **options)


def embed(texts):
    return client.embeddings.create(model="text-embedding-3-small", input=texts)
