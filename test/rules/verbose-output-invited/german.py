from openai import OpenAI


def answer(question):
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[
            # finds 1 line below (info): `so ausführlich wie möglich` invites
            {"role": "system", "content": "Du bist der Hafenmeister. Antworte so ausführlich wie möglich."},
            {"role": "user", "content": question},
        ],
    )
