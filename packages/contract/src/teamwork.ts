export * from './teamwork.announcements.ts';
export * from './teamwork.errors.ts';
export * from './teamwork.shapes.ts';
export * from './teamwork.tasks.ts';
