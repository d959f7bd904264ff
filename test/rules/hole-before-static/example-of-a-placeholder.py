from mcp.server.fastmcp import FastMCP
from handbook import HANDBOOK

server = FastMCP("harbour")


@server.prompt()
def write_steps() -> str:
    # the model is told of the placeholder; nothing fills it
    return f"""Write one step for each thing to do, such as "Look up {{{{query}}}} in the harbour book".
{HANDBOOK}"""
