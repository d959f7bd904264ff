from openai import OpenAI

client = OpenAI()


def describe(berths):
    return [
        client.chat.completions.create(  # finds (info): once for each of `berths`
            model="gpt-4.1-mini",
            messages=[
                {"role": "system", "content": "Describe a berth of the harbour in one sentence."},
                {"role": "user", "content": berth},
            ],
        )
        for berth in berths
    ]
