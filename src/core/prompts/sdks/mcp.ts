import { system, toolText } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/**
 * Servers of the Model Context Protocol, whose tools' descriptions are sent with every request of their clients.
 * https://modelcontextprotocol.io/docs/develop/build-server, read 2026-11.
 */
export const mcp: Sdk = {
  id: 'mcp',
  modules: /^(?:@modelcontextprotocol\/sdk|mcp(?:\.|$)|fastmcp(?:\.|$))/,
  modelArguments: [],
  capArguments: [],
  decorators: [
    { name: ['*.tool'], docstring: 'tool-description' },
    { name: ['*.prompt'], returns: 'user' },
  ],
  calls: [
    {
      callee: ['*.tool', '*.registerTool'],
      parameters: ['name', 'description'],
      prompts: toolText('description'),
      shape: [],
      sends: false,
    },
    {
      callee: ['*.addTool', 'Tool'],
      prompts: toolText('description'),
      shape: [],
      sends: false,
    },
    {
      callee: ['FastMCP', 'McpServer', 'Server'],
      parameters: ['name'],
      prompts: system('instructions'),
      shape: [],
      sends: false,
    },
  ],
};
