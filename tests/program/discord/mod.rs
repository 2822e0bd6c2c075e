//! The bot on the fake Discord.

// The real program as a bot, and its life.
mod doctor;
mod harness;
mod life;

// The way of a new team with it.
mod first_day;

// A bad day of Discord, and a Discord that says no more than it must.
mod bare;
mod discord_js;
mod foreign;
mod weather;

// Each of its commands.
mod commands;

// Two servers beside each other; who may do what; what was just spoken of; direct messages;
// names and answers without measure.
mod direct;
mod guilds;
mod hostile;
mod rights;
mod spoken;
mod subject;

// Many at once and for a long time, on a large book. These take minutes, so they are asked for.
mod large_book;
mod load;
