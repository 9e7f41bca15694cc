let context: AudioContext | undefined;

/** A short soft tone, made on the spot. Browsers keep it silent until the buyer has touched the chat. */
export const beep = (): void => {
  context ??= new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  volume.gain.value = 0.05;
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(0.2);
};
