/** Logs as each tool writes them, with made-up calls of a bakery by the harbour. */
export const claudeCodeLog = [
  { type: 'summary', summary: 'Counting loaves', leafUuid: 'l1' },
  {
    type: 'user',
    uuid: 'u1',
    sessionId: 's1',
    cwd: '/home/ada/bakery',
    timestamp: '2026-11-02T08:00:00.000Z',
    message: { role: 'user', content: 'Count them.' },
  },
  ...[2, 2, 240].map((output, i) => ({
    ...{ type: 'assistant', uuid: `a${i}`, sessionId: 's1', cwd: '/home/ada/bakery', version: '2.1.63' },
    timestamp: `2026-11-02T08:00:0${i + 2}.000Z`,
    message: {
      ...{ id: 'msg_01', model: 'claude-sonnet-4-5', role: 'assistant', content: [] },
      usage: {
        ...{
          input_tokens: 4,
          cache_creation_input_tokens: 300,
          cache_read_input_tokens: 9000,
          output_tokens: output,
        },
        cache_creation: { ephemeral_5m_input_tokens: 100, ephemeral_1h_input_tokens: 200 },
        service_tier: 'standard',
      },
    },
  })),
  {
    type: 'assistant',
    uuid: 'e1',
    sessionId: 's1',
    cwd: '/',
    timestamp: '2026-11-02T08:01:00.000Z',
    isApiErrorMessage: true,
    message: { id: 'x', model: '<synthetic>', usage: { input_tokens: 0, output_tokens: 0 } },
  },
  {
    type: 'assistant',
    uuid: 'a9',
    sessionId: 's1',
    cwd: '/',
    timestamp: '2026-11-02T08:02:00.000Z',
    isSidechain: true,
    message: { id: 'msg_02', model: 'claude-haiku-4-5', usage: { input_tokens: 50, output_tokens: 7 } },
  },
];

const codexEvent = (at: string, total: number | null, last: object | null) => ({
  timestamp: at,
  type: 'event_msg',
  payload: {
    type: 'token_count',
    info:
      total === null
        ? null
        : {
            total_token_usage: {
              input_tokens: total - 100,
              cached_input_tokens: 500,
              output_tokens: 100,
              reasoning_output_tokens: 40,
              total_tokens: total,
            },
            ...(last === null ? {} : { last_token_usage: last }),
          },
  },
});

const codexCall = {
  input_tokens: 1000,
  cached_input_tokens: 500,
  output_tokens: 100,
  reasoning_output_tokens: 40,
  total_tokens: 1100,
};

export const codexLog = [
  {
    timestamp: '2026-11-02T09:00:00Z',
    type: 'session_meta',
    payload: { id: 'c1', model_provider: 'openai' },
  },
  { timestamp: '2026-11-02T09:00:01Z', type: 'turn_context', payload: { model: 'gpt-5' } },
  codexEvent('2026-11-02T09:00:02Z', null, null),
  codexEvent('2026-11-02T09:00:09Z', 1100, codexCall),
  codexEvent('2026-11-02T09:00:09Z', 1100, codexCall),
  { timestamp: '2026-11-02T09:01:00Z', type: 'turn_context', payload: { model: 'gpt-5-mini' } },
  codexEvent('2026-11-02T09:01:09Z', 2000, null),
];

export const litellmLog = [
  {
    ...{
      request_id: 'chatcmpl-1',
      call_type: 'acompletion',
      api_key: 'hashed',
      spend: 0.00231,
      total_tokens: 1260,
    },
    ...{
      prompt_tokens: 1200,
      completion_tokens: 60,
      startTime: '2026-11-02 08:00:00.250000',
      endTime: '2026-11-02 08:00:02.250000',
    },
    ...{
      completionStartTime: '2026-11-02 08:00:00.750000',
      model: 'gpt-4o',
      custom_llm_provider: 'openai',
      end_user: 'ada',
    },
    ...{ cache_hit: 'False', request_tags: '["orders","morning"]', session_id: 's7' },
    metadata: JSON.stringify({
      status: 'success',
      usage_object: {
        prompt_tokens_details: { cached_tokens: 1024 },
        completion_tokens_details: { reasoning_tokens: 12 },
      },
    }),
    messages: [{ role: 'system', content: 'You are the order desk of the harbour bakery, and brief.' }],
  },
  {
    ...{
      request_id: 'chatcmpl-2',
      call_type: 'acompletion',
      spend: 0,
      prompt_tokens: 0,
      completion_tokens: 0,
    },
    ...{
      startTime: '2026-11-02T08:05:00Z',
      endTime: '2026-11-02T08:05:01Z',
      model: 'gpt-4o',
      status: 'failure',
      metadata: {},
    },
  },
];

export const langfuseLog = [
  { id: 't0', traceId: 't', type: 'SPAN', startTime: '2026-11-02T08:00:00.000Z' },
  {
    ...{ id: 'g1', traceId: 't', type: 'GENERATION', name: 'order', startTime: '2026-11-02T08:00:00.000Z' },
    ...{
      endTime: '2026-11-02T08:00:03.000Z',
      completionStartTime: '2026-11-02T08:00:01.000Z',
      model: 'gpt-4o',
    },
    usageDetails: {
      input: 176,
      input_cached_tokens: 1024,
      output: 48,
      output_reasoning_tokens: 12,
      total: 1260,
    },
    costDetails: { input: 0.00172, output: 0.0006, total: 0.00232 },
    ...{
      level: 'DEFAULT',
      promptName: 'order-desk',
      userId: 'ada',
      sessionId: 's7',
      environment: 'production',
    },
    input: [{ role: 'system', content: 'You are the order desk of the harbour bakery, and brief.' }],
  },
];

export const langfuseBlob = [
  {
    ...{
      id: 'g2',
      trace_id: 't',
      type: 'GENERATION',
      trace_name: 'orders',
      start_time: '2026-11-02 08:00:00.000000',
    },
    ...{
      end_time: '2026-11-02 08:00:03.000000',
      provided_model_name: 'claude-sonnet-4-5',
      level: 'ERROR',
      total_cost: 0,
    },
    usage_details: {
      input: 10,
      cache_read_input_tokens: 900,
      cache_creation_input_tokens: 90,
      output: 20,
      total: 1020,
    },
  },
];

export const heliconeLog = [
  {
    ...{
      request_id: 'h1',
      request_created_at: '2026-11-02T08:00:00.000Z',
      response_created_at: '2026-11-02T08:00:02.000Z',
    },
    ...{
      response_status: 200,
      request_model: 'claude-sonnet-4-5',
      response_model: 'claude-sonnet-4-5-20250929',
      provider: 'ANTHROPIC',
    },
    ...{
      prompt_tokens: 100,
      prompt_cache_read_tokens: 900,
      prompt_cache_write_tokens: 50,
      completion_tokens: 40,
    },
    ...{ delay_ms: 2000, time_to_first_token: 400, request_user_id: 'ada', costUSD: 0.0015 },
    request_properties: {
      'Helicone-Session-Id': 's7',
      Feature: 'orders',
      shop: 'harbour',
      'promptmeter.prompt': 'src/desk.ts#ORDER',
    },
  },
  {
    request_id: 'h2',
    request_created_at: '2026-11-02T08:01:00.000Z',
    response_status: -3,
    model: 'gpt-4o',
    provider: 'OPENAI',
  },
];

export const openaiPage = {
  object: 'page',
  data: [
    {
      ...{ object: 'bucket', start_time: 1793577600, end_time: 1793664000 },
      results: [
        {
          ...{
            object: 'organization.usage.completions.result',
            input_tokens: 120_000,
            input_cached_tokens: 80_000,
          },
          ...{
            output_tokens: 6000,
            num_model_requests: 100,
            model: 'gpt-4o-2024-08-06',
            project_id: 'proj_1',
            batch: false,
          },
          service_tier: 'default',
        },
        {
          ...{
            object: 'organization.usage.completions.result',
            input_tokens: 1000,
            output_tokens: 50,
            num_model_requests: 1,
          },
          ...{ model: 'gpt-4o-2024-08-06', project_id: 'proj_1', batch: true },
        },
      ],
    },
  ],
  has_more: false,
  next_page: null,
};

export const anthropicPage = {
  data: [
    {
      ...{ starting_at: '2026-11-02T00:00:00Z', ending_at: '2026-11-03T00:00:00Z' },
      results: [
        {
          ...{
            uncached_input_tokens: 1500,
            cache_read_input_tokens: 200_000,
            output_tokens: 5000,
            model: 'claude-sonnet-4-5',
          },
          cache_creation: { ephemeral_1h_input_tokens: 1000, ephemeral_5m_input_tokens: 500 },
          ...{
            api_key_id: 'apikey_1',
            workspace_id: 'wrkspc_1',
            service_tier: 'standard',
            context_window: '0-200k',
          },
        },
      ],
    },
  ],
  ...{ has_more: false, next_page: null },
};

export const anthropicTable = [
  'usage_date_utc,model_version,api_key,workspace,usage_type,context_window,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens,web_search_count',
  '2026-11-02,claude-sonnet-4-5-20250929,"desk, main",Default,batch,≤ 200k,100,20,30,400,50,0',
  '',
].join('\n');
