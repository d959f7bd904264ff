from openai import OpenAI
from handbook import HANDBOOK


def answer(question, retriever):
    documents = retriever.search(question)
    # finds 1 line below (warning): `documents` (retrieved text) can never
    system = f"""Use these: {documents}
{HANDBOOK}"""
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "system", "content": system}, {"role": "user", "content": question}],
    )
