// Connects to the fake Discord with an independent client library, and prints what that makes of
// the commands and of each message of the bot, a JSON object a line.
//
// A form is read from each line of its input, and printed as the library makes it.
//
// It is called with the address of the fake; TOKEN is the bot's, and NODE_EXTRA_CA_CERTS names
// the fake's certificate.
import { createRequire } from 'node:module';

const [host, port] = process.argv[2].split(':');
const require = createRequire(import.meta.url);

// The names are Discord's and the address is the fake's, so that nothing leaves this machine.
const tls = require('node:tls');
const connect = tls.connect;
tls.connect = (options, ...more) => connect({ ...options, host, port: Number(port) }, ...more);

const { createInterface } = require('node:readline');
const { Client, Events, GatewayIntentBits, ModalBuilder, Partials } = require('discord.js');
const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
const client = new Client({
  intents: [Guilds, GuildMessages, DirectMessages],
  partials: [Partials.Channel, Partials.Message],
});

const say = (line) => console.log(JSON.stringify(line));
const fail = (error) => {
  say({ error: String(error?.stack ?? error) });
  process.exit(1);
};

const read = (message) => {
  if (message.author?.id !== client.user.id) return;
  say({
    message: message.id,
    texts: message.embeds.map((embed) => embed.description ?? ''),
    parts: message.components.flatMap((row) => row.components.map((part) => part.type)),
    files: message.attachments.map((file) => file.name),
  });
};

client.on(Events.MessageCreate, read);
client.on(Events.MessageUpdate, (_, message) => read(message));
// Its builders check what they are given when they write it out.
createInterface({ input: process.stdin }).on('line', (line) => {
  try {
    say({ form: new ModalBuilder(JSON.parse(line)).toJSON() });
  } catch (error) {
    fail(error);
  }
});

client.on(Events.Error, fail);
process.on('unhandledRejection', fail);
client.once(Events.ClientReady, async () => {
  const commands = await client.application.commands.fetch({ withLocalizations: true });
  say({ commands: commands.map((command) => [command.name, command.options.length]) });
});
await client.login(process.env.TOKEN);
