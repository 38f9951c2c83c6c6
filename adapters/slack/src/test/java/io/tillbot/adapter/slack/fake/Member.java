package io.tillbot.adapter.slack.fake;

/**
 * A person in a workspace.
 *
 * @param locale such as {@code en-US}
 */
public record Member(String id, String name, String locale) {}
