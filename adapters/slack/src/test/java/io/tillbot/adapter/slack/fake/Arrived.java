package io.tillbot.adapter.slack.fake;

/** A file that arrived, and in which conversation. */
public record Arrived(String channel, String name, byte[] content) {}
