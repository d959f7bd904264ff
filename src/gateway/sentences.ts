/** What the gateway answers when it cannot pass a request on. Programs log these; each says what to do next. */
export const sayGateway = {
  browser: 'promptmeter serves programs of this machine and no pages of a browser: call it from your program',
  foreignHost: 'promptmeter answers to 127.0.0.1 and localhost only: use the address that it printed',
  noToken: 'this address lacks the token of the gateway: use the one that "promptmeter ledger serve" printed',
  wrongToken:
    'this token is not that of the gateway, which may have been started anew: use the address that "promptmeter ledger serve" printed',
  noUpstream: (name: string, names: readonly string[]) =>
    `the gateway knows no provider "${name}": use one of ${names.join(', ')}, or start it with --upstream ${name === '' ? 'NAME' : name}=URL`,
  noUpgrade: 'the gateway passes on HTTP, and no WebSocket: let this connection go to the provider directly',
  noCalls:
    'this is no JSON of at most 8 MB: send one call as an object, or several as a list, as "promptmeter ledger record" takes them',
  unreachable: (host: string, why: string) =>
    `promptmeter could not reach ${host} (${why}): see whether it can be reached without the gateway, and whether HTTPS_PROXY is right`,
  silent: (host: string, seconds: number) =>
    `${host} has sent nothing for ${seconds} seconds: the gateway has given up; ask again`,
} as const;
