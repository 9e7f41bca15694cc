import { createStore } from './store.ts';

const key = 'guitai.sound';
const store = createStore(localStorage.getItem(key) !== 'off');
let audio: AudioContext | undefined;

/** Whether this device rings when a buyer writes. */
export const isSoundOn = (): boolean => store.get();
export const watchSound = store.subscribe;

export function setSound(on: boolean): void {
  localStorage.setItem(key, on ? 'on' : 'off');
  store.set(on);
}

/** Two soft tones, made here: no file to load. Silent when switched off, or before the first click of the page. */
export function ring(): void {
  if (store.get()) play();
}

/** The same, whatever the setting: to hear what it is like. */
export function play(): void {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume();
  for (const [at, pitch] of [
    [0, 784],
    [0.11, 1047],
  ] as const) {
    tone(audio, audio.currentTime + at, pitch);
  }
}

function tone(context: AudioContext, at: number, pitch: number): void {
  const source = context.createOscillator();
  const volume = context.createGain();
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.35);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + 0.4);
}
