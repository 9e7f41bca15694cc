/** How a message names the run and the wording it comes from. */
export const stepOf = (runId: string, variant: string): string => `${runId} ${variant}`;

/** The run and the wording a message comes from. */
export const readStep = (step: string): { readonly runId: string; readonly variant: string } => ({
  runId: step.slice(0, 36),
  variant: step.slice(37),
});
