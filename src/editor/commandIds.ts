/** Commands by what they do; the manifest names those a person can find. */
export const commandIds = {
  pickModel: 'promptmeter.pickModel',
  pickDefaultModel: 'promptmeter.pickDefaultModel',
  chooseWhereToShow: 'promptmeter.chooseWhereToShow',
  toggle: 'promptmeter.toggle',
  compareModels: 'promptmeter.compareModels',
  scan: 'promptmeter.scanWorkspace',
  countSelection: 'promptmeter.countSelection',
  goToPrompt: 'promptmeter.goToPrompt',
  openExample: 'promptmeter.openExample',
  /** With a document's address and a prompt's id; moves there and opens its hover. */
  showPrompt: 'promptmeter.showPrompt',
} as const;
