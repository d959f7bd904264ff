/** Commands by what they do; the manifest names those a person can find. */
export const commandIds = {
  pickModel: 'promptmeter.pickModel',
  pickDefaultModel: 'promptmeter.pickDefaultModel',
  chooseWhereToShow: 'promptmeter.chooseWhereToShow',
  toggle: 'promptmeter.toggle',
  compareModels: 'promptmeter.compareModels',
  compressPrompt: 'promptmeter.compressPrompt',
  manageScorers: 'promptmeter.manageScorers',
  showCacheMap: 'promptmeter.showCacheMap',
  scan: 'promptmeter.scanWorkspace',
  checkStaged: 'promptmeter.checkStaged',
  refreshChanges: 'promptmeter.refreshChanges',
  countSelection: 'promptmeter.countSelection',
  countWithProvider: 'promptmeter.countWithProvider',
  setProviderKey: 'promptmeter.setProviderKey',
  forgetProviderKeys: 'promptmeter.forgetProviderKeys',
  goToPrompt: 'promptmeter.goToPrompt',
  openExample: 'promptmeter.openExample',
  startGateway: 'promptmeter.startGateway',
  stopGateway: 'promptmeter.stopGateway',
  copyGatewayEnvironment: 'promptmeter.copyGatewayEnvironment',
  importUsageLog: 'promptmeter.importUsageLog',
  openDashboard: 'promptmeter.openLedgerDashboard',
  deleteLedger: 'promptmeter.deleteLedger',
  /** With a document's address and a prompt's id; moves there and opens its hover. */
  showPrompt: 'promptmeter.showPrompt',
  /** With the address of any document of the folder and a prompt's id; opens what became of it since the last commit. */
  showChange: 'promptmeter.showChange',
  /** With a document's address and a finding's fingerprint. */
  applyFix: 'promptmeter.applyFix',
  /** With a rule, and the address of a document in whose folder it goes. */
  turnRuleOff: 'promptmeter.turnRuleOff',
  /** With a rule; opens its page. */
  explainRule: 'promptmeter.explainRule',
} as const;
