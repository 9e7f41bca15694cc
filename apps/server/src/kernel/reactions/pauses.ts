/** Hints come in swarms; one look at the log in so many milliseconds serves all of them. */
export const hintPause = 10;
/** When another process is at a reaction, look again after so many milliseconds. */
export const takenPause = 50;
/** Events for a batch are gathered for so many milliseconds. */
export const gatherPause = 100;
/** After a failure a reaction looks again after so many milliseconds. */
export const failedPause = 500;
/** The log of every team is looked at so often, in milliseconds, for what nobody hinted at. */
export const walkPause = 5_000;
