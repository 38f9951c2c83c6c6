package io.tillbot.adapter.web;

/** What the server serves besides its own. */
public sealed interface Mounted permits Endpoint, InstallSite, LinkSite {}
