export * from './work.announcements.ts';
export * from './work.errors.ts';
export * from './work.shapes.ts';
export * from './work.tasks.ts';
