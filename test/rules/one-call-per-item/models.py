from openai import OpenAI


def compare(models, question):
    return [
        OpenAI().chat.completions.create(
            model=model,
            messages=[
                {"role": "system", "content": "You are the harbour master. Answer in one sentence."},
                {"role": "user", "content": question},
            ],
        )
        for model in models
    ]
