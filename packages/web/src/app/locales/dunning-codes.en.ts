/** Acts on strategies and dunning runs, and what they are done to, in English. */
export const dunningActsEn = {
  'dunning.cancelled': 'Dunning run cancelled',
  'dunning.page': 'Customers of a dunning run decided',
  'dunning.print_dropped': 'Print of letters given up: nothing was posted',
  'dunning.print_made': 'Letters on paper gathered into a print',
  'dunning.print_posted': 'Print of letters noted as posted',
  'dunning.schedule': 'Schedule of dunning set',
  'dunning.recalled': 'Letters of a run taken back before they went',
  'dunning.started': 'Dunning run started',
  'dunning.write_again': 'Letter that came back to be written again',
  'dunning.taken_up': 'Dunning run taken up',
  'strategies.proposed': 'Strategies proposed',
  'strategies.simulated': 'Strategies simulated on the last months',
  'strategies.simulation_cancelled': 'Simulation of strategies cancelled',
  'strategies.simulation_taken_up': 'Simulation of strategies taken up again',
  'strategies.switched': 'Strategies switched',
};

export const dunningSubjectsEn = {
  dunning_action: 'Letter of dunning',
  dunning_print: 'Print of letters',
  dunning_run: 'Dunning run',
};
