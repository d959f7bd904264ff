/** How labels begin: with "the" it goes too, but not with "my" or "your". */
export const labels: readonly string[] = [
  'and here',
  'now here',
  'here',
  'these',
  'this',
  'below',
  'the following',
]
  .flatMap((here) => ['is', 'are'].map((be) => `${here} ${be}`))
  .concat("here's", "and here's", "now here's")
  .flatMap((said) => [
    `${said} a list of all the `,
    `${said} a list of the `,
    `${said} a list of `,
    `${said} the `,
  ]);

/** `your main goals are to:` → `your main goals:` */
export const labelEnds =
  /^(?:your|the) (?:\w+ )?(?:task|job|role|goal|objective|purpose|mission|responsibilit|dut|aim)(?:s|y|ies)?( (?:is|are|will be)(?: to)?):$/;
