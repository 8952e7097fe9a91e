// Property tests draw the same cases on every run; FC_SEED in the environment draws others.
import fc from 'fast-check';

const asked = typeof process === 'undefined' ? undefined : process.env.FC_SEED;
fc.configureGlobal({ seed: Number(asked ?? 20_260_331) });
