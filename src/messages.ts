/** The entry point `./messages`: what findings say in sentences, for every host. */
export { messagesIn } from './locale/messages.js';
