import os

import boto3
from anthropic import Anthropic
from openai import OpenAI

client = OpenAI()


def answer(question):
    return client.chat.completions.create(
        model="HARBOUR_MODEL",
        messages=[{"role": "system", "content": "You are the harbour master. Answer in one sentence."}, {"role": "user", "content": question}],
    )


# the name of a host, and the day of a release
def pilots(question):
    return client.chat.completions.create(
        model="openai/gpt-4.1-2025-04-14",
        messages=[{"role": "system", "content": "You are a pilot of the harbour."}, {"role": "user", "content": question}],
    )


def tides(question):
    return boto3.client("bedrock-runtime").converse(
        modelId="us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        system=[{"text": "You know the tides of the harbour."}],
        messages=[{"role": "user", "content": [{"text": question}]}],
    )


# nobody can see which one it is
def berths(question):
    return Anthropic().messages.create(
        model=os.environ["BERTH_MODEL"],
        max_tokens=100,
        system="You assign the berths of the harbour.",
        messages=[{"role": "user", "content": question}],
    )
