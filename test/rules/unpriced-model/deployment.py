from openai import AzureOpenAI

client = AzureOpenAI()


def answer(question):
    return client.chat.completions.create(  # finds (info): the price of `quay-office` is not known, so this call is in no sum
        model="quay-office",
        messages=[
            {"role": "system", "content": "You are the harbour master. Answer in one sentence."},
            {"role": "user", "content": question},
        ],
    )
