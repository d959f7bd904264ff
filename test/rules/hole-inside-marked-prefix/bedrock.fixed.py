from datetime import datetime
import boto3
from handbook import HANDBOOK


def answer(question):
    client = boto3.client("bedrock-runtime")
    return client.converse(
        modelId="anthropic.claude-sonnet-4-5-20250929-v1:0",
        system=[
            {"text": f"{HANDBOOK}"},  # finds (warning): stands before a cache mark
            {"cachePoint": {"type": "default"}},
            {"text": f"It is {datetime.now()}."},
        ],
        messages=[{"role": "user", "content": [{"text": question}]}],
    )
